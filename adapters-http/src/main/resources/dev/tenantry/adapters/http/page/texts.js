/** What the page says, in the user's language. */
let texts = {};

export function speak(all) {
  texts = all;
}

/** Returns a text with its places, written {name}, filled. */
export function say(name, values = {}) {
  return fill(texts[name], values);
}

/** Returns what a rule of JSON Schema says when it is broken, or undefined if we have no words for it. */
export function sayViolation(keyword, limit) {
  const text = Object.hasOwn(texts.violation, keyword) ? texts.violation[keyword] : undefined;
  return text === undefined || (limit === undefined && text.includes("{limit}")) ? undefined : fill(text, { limit });
}

function fill(text, values) {
  return text.replace(/\{(\w+)}/g, (place, name) => values[name] ?? place);
}
