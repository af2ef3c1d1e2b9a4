package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** config.yml. Its {@code storage.type} names the store adapter. */
public final class TenantryConfiguration extends Configuration {

    @Valid
    @NotNull
    private final AppBlock app;

    @Valid
    @NotNull
    private final SettingsBlock settings;

    @Valid
    @NotNull
    private final LifecycleBlock lifecycle;

    @Valid
    @NotNull
    private final HostBlock host;

    @Valid
    @NotNull
    private final StorageFactory storage;

    @Valid
    @NotNull
    private final RegionsBlock regions;

    @Valid
    @NotNull
    private final EncryptionBlock encryption;

    @Valid
    @NotNull
    private final ServiceBlock service;

    @JsonCreator
    TenantryConfiguration(
            @JsonProperty("app") AppBlock app,
            @JsonProperty("settings") @Nullable SettingsBlock settings,
            @JsonProperty("lifecycle") @Nullable LifecycleBlock lifecycle,
            @JsonProperty("host") @Nullable HostBlock host,
            @JsonProperty("storage") @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
                    StorageFactory storage,
            @JsonProperty("regions") @Nullable RegionsBlock regions,
            @JsonProperty("encryption") @Nullable EncryptionBlock encryption,
            @JsonProperty("service") @Nullable ServiceBlock service) {
        this.app = app;
        this.settings = settings == null ? SettingsBlock.usual() : settings;
        this.lifecycle = lifecycle == null ? LifecycleBlock.usual() : lifecycle;
        this.host = host == null ? HostBlock.usual() : host;
        this.storage = storage;
        this.regions = regions == null ? RegionsBlock.NONE : regions;
        this.encryption = encryption == null ? EncryptionBlock.off() : encryption;
        this.service = service == null ? ServiceBlock.off() : service;
        if (app != null) {
            this.regions.requireSenseWith(app);
        }
    }

    /** Returns the {@code app} block. */
    public AppBlock app() {
        return app;
    }

    /** Returns the {@code settings} block. */
    public SettingsBlock settings() {
        return settings;
    }

    /** Returns the {@code lifecycle} block. */
    public LifecycleBlock lifecycle() {
        return lifecycle;
    }

    /** Returns the {@code host} block. */
    public HostBlock host() {
        return host;
    }

    /** Returns the backend that the {@code storage} block chose; not opened yet. */
    public StorageFactory storage() {
        return storage;
    }

    /** Returns the {@code regions} block. */
    public RegionsBlock regions() {
        return regions;
    }

    /** Returns the {@code encryption} block. */
    public EncryptionBlock encryption() {
        return encryption;
    }

    /** Returns the {@code service} block. */
    public ServiceBlock service() {
        return service;
    }
}
