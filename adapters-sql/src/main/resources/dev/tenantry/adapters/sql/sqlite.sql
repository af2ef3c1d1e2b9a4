-- As ACE creates them. AUTOINCREMENT never gives an id twice.
CREATE TABLE IF NOT EXISTS {settings} (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT, "clientKey" VARCHAR(255), "key" VARCHAR(255), "val" JSON
);
CREATE TABLE IF NOT EXISTS {links} (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT, "installationId" VARCHAR(255) NOT NULL, "clientKey" VARCHAR(255) NOT NULL
);
-- A column without a type takes a value as it is.
CREATE TABLE IF NOT EXISTS {duplicates} (
  "source" VARCHAR(255) NOT NULL, "id" INTEGER NOT NULL, "clientKey" VARCHAR(255), "key" VARCHAR(255), "val"
);
CREATE TABLE IF NOT EXISTS {keys} ("name" VARCHAR(64) NOT NULL, "val" VARCHAR(64) NOT NULL);
