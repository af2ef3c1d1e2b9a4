package dev.tenantry.domain.residency;
