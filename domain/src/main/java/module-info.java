/** The hexagon of Tenantry. No {@code requires}: the compiler itself keeps it on the JDK's base module alone. */
module dev.tenantry.domain {
    exports dev.tenantry.domain.error;
    exports dev.tenantry.domain.hosted;
    exports dev.tenantry.domain.model;
    exports dev.tenantry.domain.move;
    exports dev.tenantry.domain.port.in;
    exports dev.tenantry.domain.port.out;
    exports dev.tenantry.domain.residency;
    exports dev.tenantry.domain.service;
    exports dev.tenantry.domain.token;
}
