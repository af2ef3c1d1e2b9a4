package dev.tenantry.domain.testkit;

/** Pages: in code-point order, without gaps or repeats while writes go on. */
interface PagingContract extends TenantPageContract, SettingPageContract {}
