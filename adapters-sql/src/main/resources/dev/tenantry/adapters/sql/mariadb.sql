-- As ACE creates them; the columns are made exact afterwards, as in tables that ACE did create.
CREATE TABLE IF NOT EXISTS {settings} (
  "id" INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY, "clientKey" VARCHAR(255), "key" VARCHAR(255), "val" LONGTEXT
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {links} (
  "id" INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY, "installationId" VARCHAR(255) NOT NULL, "clientKey" VARCHAR(255) NOT NULL
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {duplicates} (
  "source" VARCHAR(255) NOT NULL, "id" INTEGER NOT NULL, "clientKey" VARCHAR(255), "key" VARCHAR(255), "val" LONGTEXT
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS {keys} ("name" VARCHAR(64) NOT NULL, "val" VARCHAR(64) NOT NULL) ENGINE=InnoDB;
