/**
 * JSON whose numbers keep their text. JavaScript would make 1 of 1.0 and would round a number of 23 digits; here a number
 * is a raw JSON value (JSON.rawJSON), which is written as it was read.
 */
export const isSupported = typeof JSON.rawJSON === "function";

export function parse(text) {
  return JSON.parse(text, (name, value, context) => (typeof value === "number" ? JSON.rawJSON(context.source) : value));
}

export function write(node) {
  return JSON.stringify(node);
}

export function number(text) {
  return JSON.rawJSON(text);
}

export function isNumber(node) {
  return JSON.isRawJSON(node);
}

export function isObject(node) {
  return typeof node === "object" && node !== null && !Array.isArray(node) && !isNumber(node);
}

/** Returns a member, or undefined; never what every object inherits. */
export function member(node, name) {
  return isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

/** Returns whether a secret is stored here, which the server does not show. */
export function isConcealed(node) {
  return isObject(node) && write(node) === '{"$secret":true}';
}

/** Returns whether two values have the same text; undefined stands for no value. */
export function same(one, other) {
  return write(one) === write(other);
}

const TOKEN = /"(?:\\.|[^"\\])*"|[[\]{},:]|[^\s"[\]{},:]+/g;

/** Returns the same JSON on many lines. Nothing but white space changes. */
export function pretty(text) {
  let depth = 0;
  let previous = "";
  return (text.match(TOKEN) ?? []).map(token => {
    const closes = token === "}" || token === "]";
    const opened = previous === "{" || previous === "[";
    depth -= closes ? 1 : 0;
    const breaks = closes ? !opened : opened || previous === ",";
    const line = breaks ? `\n${"  ".repeat(depth)}` : "";
    depth += token === "{" || token === "[" ? 1 : 0;
    previous = token;
    return line + (token === ":" ? ": " : token);
  }).join("");
}
