// Fills ACE with tenants and settings over HTTP, and later asks another server for all of them.
// usage: node fill.mjs fill TENANTS FILE   installs so many tenants, writes settings, and remembers them in FILE
//        node fill.mjs check FILE          every tenant of FILE authenticates, and has exactly these settings
// from the environment: CALLERS (8), APP_URL, SETTINGS_PATH (without the key), KEYS_DIR (of keys.mjs)
import crypto from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { callbackBody, callbackToken, demand, disconnect, tenantToken } from "./connect.mjs";

const { APP_URL, SETTINGS_PATH, KEYS_DIR, CALLERS = "8" } = process.env;

// The shapes that clientKeys have; two of them hold the colon by which ACE joins its keys on Redis.
const shapes = [
  id => id,
  id => `jira:${id}`,
  id => `ari:cloud:bitbucket::app/{${id}}/dev.tenantry.app`,
];

// No value is falsy: ACE takes such a body for none, and then sees no token either.
const settingsOf = n => ({
  appSettings: { settings1: `value ${n}`, nested: { list: [n, 1.5, null, true, "größe 漢字 😀"] } },
  count: (n + 1) * 9_007_199_254,
  title: `Plain text of tenant ${n}`,
  "theme:dark": true,
  list: [],
});

/** Runs so many calls at once that neither server waits for the other. */
async function forAll(items, work) {
  const queue = items.values();
  const caller = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Number(CALLERS) }, caller));
}

function ask(tenant, statuses, method, path, body) {
  return demand(statuses, APP_URL, method, path, tenantToken(tenant, method, path), body);
}

async function install(tenant, privateKey) {
  const path = "/installed";
  const body = { ...callbackBody(tenant, "installed", tenant.clientKey), installationId: tenant.installationId };
  await demand([204], APP_URL, "POST", path, callbackToken(tenant.clientKey, APP_URL, path, privateKey), JSON.stringify(body));
}

async function fill(count, file) {
  const privateKey = fs.readFileSync(join(KEYS_DIR, "private.pem"));
  const tenants = Array.from({ length: Number(count) }, (_, n) => {
    const id = crypto.randomUUID();
    const installationId = n % 2 === 0 ? `ari:cloud:ecosystem::installation/${id}` : undefined;
    const secret = crypto.randomBytes(24).toString("hex");
    return { clientKey: shapes[n % shapes.length](id), secret, installationId, settings: settingsOf(n) };
  });
  await forAll(tenants, async tenant => {
    await install(tenant, privateKey);
    for (const [key, value] of Object.entries(tenant.settings)) {
      await ask(tenant, [204], "PUT", `${SETTINGS_PATH}/${key}`, JSON.stringify(value));
    }
    // As ACE keeps the token of a user.
    await ask(tenant, [204], "PUT", `${SETTINGS_PATH}/bearer:0123456789abcdef`, '{"token":{},"expiresAt":1}');
  });
  fs.writeFileSync(file, JSON.stringify(tenants), { mode: 0o600 });
}

async function check(file) {
  await forAll(JSON.parse(fs.readFileSync(file)), async tenant => {
    const { settings } = JSON.parse(await ask(tenant, [200], "GET", SETTINGS_PATH));
    const found = Object.fromEntries(settings.map(setting => [setting.key, setting.value]));
    if (!isDeepStrictEqual(found, tenant.settings)) {
      throw new Error(`tenant ${tenant.clientKey} has ${JSON.stringify(found)}`);
    }
  });
}

try {
  await { fill, check }[process.argv[2]](...process.argv.slice(3));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  disconnect();
}
