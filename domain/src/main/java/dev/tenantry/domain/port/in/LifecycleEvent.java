package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.token.Invocation;
import java.util.Optional;

/** What the host tells about a tenant. */
public sealed interface LifecycleEvent {

    /** Returns who is meant, when it was said, and why it is believed. */
    Callback callback();

    /** Returns the event's name in the protocol. */
    String name();

    /**
     * The app was installed, upgraded, or told a new secret or base URL; by no means only the first time.
     *
     * @param installation what the host says about the site
     * @param secret the secret shared from now on; empty for an OAuth 2.0 installation only
     */
    record Installed(Callback callback, Installation installation, Optional<SharedSecret> secret)
            implements LifecycleEvent {

        private static final String OAUTH2 = "oauth2";

        /** @throws RejectedException as {@link #requireSecret} does */
        public Installed {
            requireSecret(installation, secret);
        }

        /**
         * Checks what can be checked before it is known who calls.
         *
         * @throws RejectedException if there is no secret, and no other way to authenticate either
         */
        public static void requireSecret(Installation installation, Optional<SharedSecret> secret) {
            boolean oauth2 = installation
                    .field(HostField.AUTHENTICATION)
                    .filter(OAUTH2::equals)
                    .isPresent();
            if (secret.isEmpty() && !oauth2) {
                throw new RejectedException(ErrorCode.INVALID_REQUEST, "The callback carries no sharedSecret.");
            }
        }

        @Override
        public String name() {
            return "installed";
        }
    }

    /** The app was removed from the site. */
    record Uninstalled(Callback callback) implements LifecycleEvent {
        @Override
        public String name() {
            return "uninstalled";
        }
    }

    /**
     * A Forge installation of the tenant showed that it is there.
     *
     * @param invocation what Forge said of it
     * @param news what it called about
     * @param token to keep for calls of the host; empty if none came, or none is kept
     */
    record OnForge(Callback callback, Invocation invocation, ForgeNews news, Optional<SystemToken> token)
            implements LifecycleEvent {

        @Override
        public String name() {
            return news.title();
        }
    }

    /**
     * A Forge installation of the tenant is about to be removed; that it was removed, Forge never tells.
     *
     * @param invocation what Forge said of it
     */
    record LeavingForge(Callback callback, Invocation invocation) implements LifecycleEvent {
        @Override
        public String name() {
            return ForgeNews.PRE_UNINSTALL.title();
        }
    }

    /** The app may be used. */
    record Enabled(Callback callback) implements LifecycleEvent {
        @Override
        public String name() {
            return "enabled";
        }
    }

    /** The app may not be used for now. */
    record Disabled(Callback callback) implements LifecycleEvent {
        @Override
        public String name() {
            return "disabled";
        }
    }
}
