// An app's own backend, in Node 18 or later and without a dependency, changes a setting of one of its tenants.
//
//   TENANTRY_SERVICE_TOKEN=… node service-api.mjs CLIENT_KEY [ADMIN_URL]

const [tenant, adminUrl = 'http://127.0.0.1:8081'] = process.argv.slice(2);
const authorization = `Bearer ${process.env.TENANTRY_SERVICE_TOKEN}`;

/** Tenant and key are named in the query, because there any name will do. */
async function call(method, key, expected, options = {}) {
  const response = await fetch(`${adminUrl}/service/settings?${new URLSearchParams({ tenant, key })}`, {
    method,
    body: options.body,
    headers: { authorization, 'content-type': 'application/json', ...options.headers },
    signal: AbortSignal.timeout(5000),
  });
  if (!expected.includes(response.status)) {
    const problem = await response.json();
    throw new Error(`${problem.code}: ${problem.detail}`);
  }
  return response;
}

/** Counts a visit. None is lost, however many are counted at once: who comes too late, as 412 says, begins anew. */
async function countVisit() {
  for (;;) {
    const found = await call('GET', 'visits', [200, 404]);
    const count = found.ok ? (await found.json()).count + 1 : 1;
    const written = await call('PUT', 'visits', [201, 204, 412], {
      body: JSON.stringify({ count }),
      headers: found.ok ? { 'if-match': found.headers.get('etag') } : { 'if-none-match': '*' },
    });
    if (written.ok) {
      return count;
    }
  }
}

try {
  console.log(`visits: ${await countVisit()}`);
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
