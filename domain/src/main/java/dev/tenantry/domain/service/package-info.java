/** The rules at work: one final class for each interface in {@code port.in}. */
package dev.tenantry.domain.service;
