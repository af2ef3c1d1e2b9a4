import { describe } from "./controls.js";
import { member } from "./json.js";
import { say, sayViolation } from "./texts.js";

/** Returns in words why a call of the API came to nothing. */
export function reasonOf({ status, problem }) {
  switch (status) {
    case 0: return say("network");
    case 401: return say("sessionOver");
    case 429:
    case 503: return say("unavailableNow");
    default: return problem?.detail ?? `HTTP ${status}`;
  }
}

/** Shows each violation ({pointer, keyword, message}) at its field. Returns those that belong to no field, in words. */
export function mark(violations, leaves) {
  const homeless = [];
  for (const violation of violations) {
    const missing = violation.keyword === "required" ? leaves.filter(leaf => isMissing(leaf, violation.pointer)) : [];
    const leaf = leaves.find(({ pointer }) => isWithin(violation.pointer, pointer));
    if (missing.length > 0) {
      missing.forEach(one => one.showError(sayViolation("required")));
    } else if (leaf !== undefined) {
      markLeaf(leaf, violation);
    } else {
      homeless.push(`${violation.pointer} ${violation.message}`.trim());
    }
  }
  return homeless;
}

/** A rule about a missing member names the object around it. */
function isMissing(leaf, object) {
  return leaf.isRequired && leaf.pointer.slice(0, leaf.pointer.lastIndexOf("/")) === object && leaf.value() === undefined;
}

function isWithin(pointer, above) {
  return pointer === above || pointer.startsWith(`${above}/`);
}

function markLeaf(leaf, { pointer, keyword, message }) {
  if (pointer === leaf.pointer) {
    leaf.showError(sayViolation(keyword, limit(leaf.schema, keyword)) ?? message);
    return;
  }
  const entry = leaf.kind === "list" ? Number(pointer.slice(leaf.pointer.length + 1)) : undefined;
  leaf.showError(sayViolation(keyword, undefined) ?? message, entry);
}

function limit(schema, keyword) {
  const value = member(schema, keyword);
  return value === undefined ? undefined : describe(value);
}
