package dev.tenantry.domain.testkit;

/** What every store owes {@link dev.tenantry.domain.port.out.Settings}, pages and the fence aside. */
interface SettingsContract
        extends ExactTextContract, PreconditionContract, ManySettingsContract, QuotaContract, SettingRaceContract {}
