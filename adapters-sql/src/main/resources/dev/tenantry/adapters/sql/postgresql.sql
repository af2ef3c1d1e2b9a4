-- As ACE creates them; SERIAL gives the sequences the names that ACE's have.
CREATE TABLE IF NOT EXISTS {settings} (
  "id" SERIAL PRIMARY KEY, "clientKey" VARCHAR(255), "key" VARCHAR(255), "val" JSON
);
CREATE TABLE IF NOT EXISTS {links} (
  "id" SERIAL PRIMARY KEY, "installationId" VARCHAR(255) NOT NULL, "clientKey" VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS {duplicates} (
  "source" VARCHAR(255) NOT NULL, "id" INTEGER NOT NULL, "clientKey" VARCHAR(255), "key" VARCHAR(255), "val" JSON
);
CREATE TABLE IF NOT EXISTS {keys} ("name" VARCHAR(64) NOT NULL, "val" VARCHAR(64) NOT NULL);
