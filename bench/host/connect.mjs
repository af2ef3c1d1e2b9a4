// What a host product does to call a Connect app: tokens with their query string hash, and requests.
import crypto from "node:crypto";
import http from "node:http";

export const KID = "bench-key";

const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
const base64url = value => Buffer.from(JSON.stringify(value)).toString("base64url");
const now = () => Math.floor(Date.now() / 1000);

// The paths used here have no query and need no escapes, which makes the canonical request this short.
const qsh = (method, path) => crypto.createHash("sha256").update(`${method}&${path}&`).digest("hex");

function token(header, claims, sign) {
  const input = `${base64url({ typ: "JWT", ...header })}.${base64url(claims)}`;
  return `${input}.${sign(input).toString("base64url")}`;
}

/** A token of the tenant itself for one request, valid for so many seconds. */
export function tenantToken({ clientKey, secret }, method, path, seconds = 180) {
  const claims = { iss: clientKey, iat: now(), exp: now() + seconds, qsh: qsh(method, path) };
  return token({ alg: "HS256" }, claims, input => crypto.createHmac("sha256", secret).update(input).digest());
}

/** A token for an install callback, signed with the host's private key. */
export function callbackToken(clientKey, audience, path, privateKey) {
  const claims = { iss: clientKey, iat: now(), exp: now() + 180, aud: [audience], qsh: qsh("POST", path) };
  return token({ alg: "RS256", kid: KID }, claims, input => crypto.sign("RSA-SHA256", Buffer.from(input), privateKey));
}

/** The body of a lifecycle callback of a Jira site. */
export const callbackBody = ({ clientKey, secret }, eventType, description) => ({
  key: "dev.tenantry.app",
  clientKey,
  sharedSecret: eventType === "installed" ? secret : undefined,
  baseUrl: "https://bench.atlassian.net",
  productType: "jira",
  description,
  eventType,
});

/** Sends a request with a token and resolves with {status, text}. */
export function send(baseUrl, method, path, jwt, body) {
  const headers = { authorization: `JWT ${jwt}`, accept: "application/json" };
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    headers["content-length"] = Buffer.byteLength(body);
  }
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, baseUrl), { method, headers, agent, timeout: 20_000 }, response => {
      const chunks = [];
      response.on("data", chunk => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    request.on("timeout", () => request.destroy(new Error(`${method} ${path} had no answer in 20 s`)));
    request.on("error", reject);
    request.end(body);
  });
}

/** Like send, but anything except one of the expected statuses is an error. */
export async function demand(statuses, baseUrl, method, path, jwt, body) {
  const answer = await send(baseUrl, method, path, jwt, body);
  if (!statuses.includes(answer.status)) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  }
  return answer.text;
}

export const disconnect = () => agent.destroy();
