import { isConcealed, isNumber, isObject, member } from "./json.js";

/** Rules that one control for one type cannot follow. On an object they only add to what its members say. */
const TOO_MUCH = ["allOf", "anyOf", "oneOf", "not", "if", "const"];
const SCALARS = ["text", "number", "switch", "choice"];

/** Returns the schema that a local reference stands for; what cannot be found allows anything. */
export function resolve(schema, root) {
  let found = schema;
  for (let hops = 0; hops < 10 && typeof member(found, "$ref") === "string"; hops += 1) {
    found = follow(found.$ref, root);
  }
  return found;
}

function follow(reference, root) {
  if (reference !== "#" && !reference.startsWith("#/")) {
    return true;
  }
  const names = reference.split("/").slice(1).map(name => decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~"));
  return names.reduce((schema, name) => member(schema, name), root) ?? true;
}

/** Returns which control edits a value, by the schema (resolved) and by what is stored: a control must be able to show it. */
export function kindOf(schema, root, stored) {
  const kind = kindBySchema(schema, root);
  if (kind === "secret" || stored === undefined) {
    return kind;
  }
  return shows(kind, schema, root, stored) ? kind : "json";
}

function kindBySchema(schema, root) {
  if (!isObject(schema)) {
    return "json";
  }
  if (member(schema, "secret") === true) {
    return schema.type === "string" ? "secret" : "json";
  }
  if (isObject(member(schema, "properties")) && (schema.type ?? "object") === "object") {
    return "group";
  }
  if (choices(schema) !== undefined) {
    return "choice";
  }
  return TOO_MUCH.some(rule => Object.hasOwn(schema, rule)) ? "json" : kindByType(schema, root);
}

function kindByType(schema, root) {
  switch (schema.type) {
    case "string": return "text";
    case "number":
    case "integer": return "number";
    case "boolean": return "switch";
    case "array": return SCALARS.includes(kindBySchema(itemsOf(schema, root), root)) ? "list" : "json";
    default: return "json";
  }
}

function shows(kind, schema, root, stored) {
  switch (kind) {
    case "text": return typeof stored === "string";
    case "number": return isNumber(stored);
    case "switch": return typeof stored === "boolean";
    case "choice": return true;
    case "group": return isObject(stored) && !isConcealed(stored);
    case "list": return Array.isArray(stored) && stored.every(item => kindOf(itemsOf(schema, root), root, item) !== "json");
    default: return true;
  }
}

/** Returns what the entries of a list are. */
export function itemsOf(schema, root) {
  return Object.hasOwn(schema, "prefixItems") ? true : resolve(member(schema, "items"), root);
}

/** Returns what may be chosen as [{value, label}], or undefined if the schema is not a list of values. */
export function choices(schema) {
  if (Array.isArray(schema.enum)) {
    return schema.enum.map(value => ({ value }));
  }
  const options = schema.oneOf;
  return Array.isArray(options) && options.every(option => member(option, "const") !== undefined)
    ? options.map(option => ({ value: option.const, label: option.title }))
    : undefined;
}
