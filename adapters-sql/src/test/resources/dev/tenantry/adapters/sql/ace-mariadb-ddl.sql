CREATE TABLE IF NOT EXISTS `AddonSettings` (`id` INTEGER NOT NULL auto_increment , `clientKey` VARCHAR(255), `key` VARCHAR(255), `val` JSON, PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS `InstallationClientKeys` (`id` INTEGER NOT NULL auto_increment , `installationId` VARCHAR(255) NOT NULL, `clientKey` VARCHAR(255) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS `ForgeSettings` (`id` INTEGER NOT NULL auto_increment , `installationId` VARCHAR(255) NOT NULL, `key` VARCHAR(255) NOT NULL, `val` JSON NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;
ALTER TABLE `AddonSettings` ADD INDEX `addon_settings_client_key_key` (`clientKey`, `key`);
ALTER TABLE `InstallationClientKeys` ADD INDEX `installation_client_keys_installation_id` (`installationId`);
ALTER TABLE `ForgeSettings` ADD INDEX `forge_settings_installation_id_key` (`installationId`, `key`);
ALTER TABLE `InstallationClientKeys` ADD INDEX `installation_client_keys_client_key` (`clientKey`);
