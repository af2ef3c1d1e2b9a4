package dev.tenantry.domain.service;

/**
 * What the operator allows callers to do with settings.
 *
 * @param writers who may write
 * @param maxValueBytes the largest value, in bytes of UTF-8
 * @param maxSettings the most settings of one tenant
 */
public record SettingsPolicy(Writers writers, int maxValueBytes, int maxSettings) {

    /** Who may write settings besides the app itself, which always may. */
    public enum Writers {
        /** Nobody. */
        APP,
        /** Every user of the site who has an account. */
        USERS,
        /** Users whom the host calls administrators at the moment of the write. */
        ADMINS
    }
}
