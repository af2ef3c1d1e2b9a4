import { isConcealed, isNumber, isObject, member } from "./json.js";

/** Rules that one control for one type cannot follow. On an object they only add to what its members say. */
const TOO_MUCH = ["allOf", "anyOf", "oneOf", "not", "if", "const"];
const SCALARS = ["text", "number", "switch", "choice"];

/** What holds together with what a reference leads to, instead of in its place. */
const TOGETHER = {
  properties: uniteMembers,
  required: (referred, referring) => [...referred, ...referring],
};

/** Returns the schema and those that local references lead to, one after the other; what cannot be found allows anything. */
export function chain(schema, root) {
  const found = [schema];
  while (found.length <= 10 && typeof member(found.at(-1), "$ref") === "string") {
    found.push(follow(found.at(-1).$ref, root));
  }
  return found;
}

/** Returns what the schemas of a chain say together. What stands beside a reference has the last word. */
export function unite(schemas) {
  return schemas.reduceRight(merge);
}

function merge(referred, referring) {
  if (!isObject(referred) || !isObject(referring)) {
    return isObject(referred) ? referred : referring;
  }
  const shared = Object.keys(TOGETHER).filter(name => Object.hasOwn(referred, name) && Object.hasOwn(referring, name));
  const united = shared.map(name => [name, TOGETHER[name](referred[name], referring[name])]);
  return { ...referred, ...referring, ...Object.fromEntries(united) };
}

function uniteMembers(referred, referring) {
  const names = Object.keys({ ...referred, ...referring });
  return Object.fromEntries(names.map(name => [name, merge(member(referred, name), member(referring, name))]));
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
  return Object.hasOwn(schema, "prefixItems") ? true : unite(chain(member(schema, "items"), root));
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
