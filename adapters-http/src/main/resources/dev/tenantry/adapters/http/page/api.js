import { token } from "./host.js";

/** A tag that no value ever has. */
const NO_TAG = '"none"';

/** Calls the settings API for the user, with a token of its own for each call. */
export class Api {
  #base;

  constructor(base) {
    this.#base = base;
  }

  /** Returns {status, text, etag, isViolated, problem}; status 0 if there is no answer. */
  async call(method, key, { type, body, ...conditions } = {}) {
    const headers = { ...conditions, Authorization: `JWT ${await token()}` };
    if (type !== undefined) {
      headers["Content-Type"] = type;
    }
    try {
      const response = await fetch(this.#url(key), { method, headers, body, cache: "no-store", credentials: "omit" });
      return await read(response);
    } catch {
      return { status: 0, text: "" };
    }
  }

  /**
   * Returns the status of a write that can never be carried out: 412 if the user may write, 403 if not, 503 if nobody
   * knows at the moment.
   */
  async probe(key) {
    const body = "[]";
    const answer = await this.call("PATCH", key, { type: "application/json-patch+json", body, "If-Match": NO_TAG });
    return answer.status;
  }

  /** A path carries no key with these characters, nor one that is empty to it. */
  #url(key) {
    const name = encodeURIComponent(key);
    return /[/%\\;]/.test(key) ? `${this.#base}?key=${name}` : `${this.#base}/${name}`;
  }
}

async function read(response) {
  const text = await response.text();
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  return {
    status: response.status,
    text,
    etag: response.headers.get("ETag") ?? undefined,
    isViolated: response.headers.get("Tenantry-Schema") === "violated",
    problem: isProblem ? JSON.parse(text) : undefined,
  };
}
