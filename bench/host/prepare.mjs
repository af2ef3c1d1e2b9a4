// Installs tenants, gives each one setting, and writes the lines "path<TAB>token" that load.lua reads.
// usage: node prepare.mjs TENANTS OUTPUT_DIRECTORY; writes GET.tsv and PUT.tsv there
// from the environment: as for call.mjs
import fs from "node:fs";
import { join } from "node:path";
import { callbackBody, callbackToken, demand, disconnect, tenantToken } from "./connect.mjs";

const { APP_URL, SETTINGS_PATH, KEYS_DIR } = process.env;
const [count, directory] = process.argv.slice(2);
const privateKey = fs.readFileSync(join(KEYS_DIR, "private.pem"));
const path = `${SETTINGS_PATH}/appSettings`;
const value = JSON.stringify({ settings1: "settings1 value", list: [{ id: 0, name: "item 0" }] });
const TWO_HOURS = 7200;

async function prepare(number) {
  const tenant = { clientKey: `bench-${number}`, secret: `secret-of-bench-${number}-`.padEnd(48, "x") };
  const jwt = callbackToken(tenant.clientKey, APP_URL, "/installed", privateKey);
  const body = JSON.stringify(callbackBody(tenant, "installed", "bench"));
  await demand([204], APP_URL, "POST", "/installed", jwt, body);
  await demand([200, 201, 204], APP_URL, "PUT", path, tenantToken(tenant, "PUT", path), value);
  return tenant;
}

const tenants = [];
let next = 0;
const worker = async () => {
  while (next < Number(count)) tenants.push(await prepare(next++));
};
await Promise.all(Array.from({ length: 8 }, worker));
disconnect();

for (const method of ["GET", "PUT"]) {
  const lines = tenants.map(tenant => `${path}\t${tenantToken(tenant, method, path, TWO_HOURS)}\n`);
  fs.writeFileSync(join(directory, `${method}.tsv`), lines.join(""), { mode: 0o600 });
}
