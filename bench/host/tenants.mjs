// Prints an export of Tenantry with made-up tenants, two settings and a link each. usage: node tenants.mjs COUNT
import { createHash } from "node:crypto";

const count = Number(process.argv[2]);
const at = "2026-01-02T03:04:05.678Z";
const etag = text => `"${createHash("sha256").update(text, "utf8").digest("base64url")}"`;
let lines = [];

function print(line) {
  lines.push(JSON.stringify(line));
  if (lines.length === 1000) flush();
}

function flush() {
  process.stdout.write(lines.map(line => line + "\n").join(""));
  lines = [];
}

print({ type: "tenantry", version: 1, secrets: true });
for (let n = 0; n < count; n++) {
  const tenant = "tenant:{" + String(n).padStart(8, "0") + "}";
  print({
    type: "tenant", tenant, appKey: "dev.tenantry.app", productType: "jira", baseUrl: `https://site${n}.atlassian.net`,
    fields: { description: `Site ${n} \u{1F600}` }, unknown: { capabilities: "[1.0, 12345678901234567890123]" },
    status: n % 10 === 0 ? "uninstalled" : "enabled", installedAt: at, ...(n % 10 === 0 && { uninstalledAt: at }),
    incarnation: `01930000-0000-7000-8000-${String(n).padStart(12, "0")}`, seeds: {},
    secrets: n % 10 === 0 ? { retired: `secret-${n}` } : { current: `secret-${n}` },
  });
  print({ type: "link", tenant, alias: `ari:cloud:ecosystem::installation/${n}`, provenance: "installed", at });
  for (const [key, value] of [["appSettings", `{"n": ${n}, "x": 1.0}`], ["text", '"\u{1F600} \\u0000"']]) {
    print({ type: "setting", tenant, key, value, etag: etag(value) });
  }
}
print({ type: "end", tenants: count, links: count, settings: 2 * count });
flush();
