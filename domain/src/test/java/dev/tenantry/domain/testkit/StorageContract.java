package dev.tenantry.domain.testkit;

/**
 * All that a backend owes the domain. A backend's test implements this one interface.
 *
 * <p>Each test gets a place of its own (a database, a key prefix), so the kit never flushes anything. What only some
 * backends can promise is in {@link DurabilityContract}, {@link OutageContract}, {@link RecoveryContract} and
 * {@link SilenceContract}; a backend that cannot keep one promise overrides the test with {@code @Disabled} and the
 * reason, so that the report shows it.
 */
public interface StorageContract
        extends InstallationsContract,
                SettingsContract,
                LinksContract,
                FenceContract,
                PagingContract,
                ArchiveContract,
                ServingContract,
                ServerKeysContract {}
