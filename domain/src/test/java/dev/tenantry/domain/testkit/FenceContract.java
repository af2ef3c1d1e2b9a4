package dev.tenantry.domain.testkit;

/** The fence between a tenant's lives: closed calls, the races that it decides, and the crashes that it survives. */
interface FenceContract extends GoneContract, FenceRaceContract, PurgeRaceContract, CrashContract {}
