// One thing that a host or a service asks of the app, and what must come back; exit code 1 and a reason if it does not.
// usage: node call.mjs VERB CLIENT_KEY SECRET [ARGUMENT…]
//   install DESCRIPTION | uninstall | put KEY JSON | race KEY TIMES | value KEY
//   equals KEY JSON | exact KEY TEXT | absent KEY | refused KEY | lists KEY…
// from the environment: APP_URL, SETTINGS_PATH (without the key), KEYS_DIR (of keys.mjs)
import fs from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { callbackBody, callbackToken, demand, disconnect, tenantToken } from "./connect.mjs";

const { APP_URL, SETTINGS_PATH, KEYS_DIR } = process.env;
const [verb, clientKey, secret, ...rest] = process.argv.slice(2);
const tenant = { clientKey, secret };

const ask = (statuses, method, path, body) =>
  demand(statuses, APP_URL, method, path, tenantToken(tenant, method, path), body);
const get = (statuses, key) => ask(statuses, "GET", `${SETTINGS_PATH}/${key}`);
const put = (key, json) => ask([200, 201, 204], "PUT", `${SETTINGS_PATH}/${key}`, json);

function callback(eventType, description) {
  const path = `/${eventType}`;
  const jwt = callbackToken(clientKey, APP_URL, path, fs.readFileSync(join(KEYS_DIR, "private.pem")));
  return demand([204], APP_URL, "POST", path, jwt, JSON.stringify(callbackBody(tenant, eventType, description)));
}

function expect(same, actual, expected) {
  if (!same) throw new Error(`expected ${expected} but got ${actual}`);
}

const verbs = {
  install: description => callback("installed", description),
  uninstall: () => callback("uninstalled", "bench"),
  put,
  race: (key, times) =>
    Promise.all(Array.from({ length: Number(times) }, (_, i) => put(key, JSON.stringify({ writer: i })))),
  value: async key => console.log(await get([200], key)),
  async equals(key, json) {
    const text = await get([200], key);
    expect(isDeepStrictEqual(JSON.parse(text), JSON.parse(json)), text, json);
  },
  async exact(key, expected) {
    const text = await get([200], key);
    expect(text === expected, text, expected);
  },
  absent: key => get([404], key),
  refused: key => get([400, 401], key), // ACE answers 400 to a wrong signature
  async lists(...keys) {
    const listed = JSON.parse(await ask([200], "GET", SETTINGS_PATH)).settings.map(setting => setting.key);
    expect(isDeepStrictEqual(listed, keys), listed, keys);
  },
};

try {
  await verbs[verb](...rest);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  disconnect();
}
