import { el } from "./dom.js";
import { number, parse, pretty, same, write } from "./json.js";
import { choices } from "./schema.js";
import { say } from "./texts.js";

/*
 * A control edits one value. It has
 *   element       what the page shows
 *   input         what a label names and what gets the focus
 *   write(node)   shows a value, or undefined for none
 *   read()        returns the value, or undefined for none; throws an Unreadable
 *   state()       returns a text that changes when the user changes something
 *   lock(locked)  whether it can only be looked at
 */

/** What the user wrote is no value; the message says why. */
export class Unreadable extends Error {}

/** Texts of more than this many characters get an area. */
const LONG = 200;

/** @param stored is what a text of one line must be able to hold */
export function text(schema, isRequired, stored) {
  const isArea = isLong(schema) || hasBreak(stored) || hasBreak(schema.default);
  const input = isArea ? el("textarea", { rows: "4" }) : el("input", { type: inputType(schema.format) });
  return {
    ...field(input),
    write: node => { input.value = node ?? ""; },
    read: () => (input.value === "" && !isRequired ? undefined : input.value),
  };
}

function isLong(schema) {
  return Number(schema.maxLength?.rawJSON) > LONG || schema.contentMediaType?.startsWith("text/") === true;
}

/** A control of one line would drop the line breaks. */
function hasBreak(node) {
  return typeof node === "string" && /[\r\n]/.test(node);
}

/** Only for the keyboards of telephones: the server checks. */
function inputType(format) {
  return { uri: "url", email: "email" }[format] ?? "text";
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Not type=number: browsers round what they take for a number. */
export function numeral(schema) {
  const isInteger = schema.type === "integer";
  const input = el("input", { type: "text", inputmode: isInteger ? "numeric" : "decimal", class: "short" });
  return {
    ...field(input),
    write: node => { input.value = node?.rawJSON ?? ""; },
    read: () => {
      const typed = input.value.trim();
      if (typed === "") {
        return undefined;
      }
      if (!NUMBER.test(typed)) {
        throw new Unreadable(say(isInteger ? "notAnInteger" : "notANumber"));
      }
      return number(typed);
    },
  };
}

export function toggle(schema) {
  const input = el("input", { type: "checkbox" });
  return {
    ...field(input),
    state: () => String(input.checked),
    lock: locked => { input.disabled = locked; },
    write: node => { input.checked = node ?? schema.default === true; },
    read: () => input.checked,
  };
}

/** A stored value that is no longer offered stays in the list until another one is chosen. */
export function choice(schema) {
  const offered = choices(schema).map(one => ({ ...one, label: one.label ?? describe(one.value) }));
  const input = el("select");
  let all = [];
  return {
    ...field(input),
    lock: locked => { input.disabled = locked; },
    write: node => {
      const isKnown = node === undefined || offered.some(one => same(one.value, node));
      all = isKnown ? offered : [...offered, { value: node, label: say("noLongerOffered", { value: describe(node) }) }];
      const options = all.map((one, index) => el("option", { value: String(index) }, one.label));
      input.replaceChildren(el("option", { value: "" }, say("notSet")), ...options);
      const chosen = all.findIndex(one => same(one.value, node));
      input.value = chosen < 0 ? "" : String(chosen);
    },
    read: () => (input.value === "" ? undefined : all[Number(input.value)].value),
  };
}

/** For what has no form. */
export function json() {
  return area(node => (node === undefined ? "" : pretty(write(node))), typed => parse(typed));
}

/** For a whole value, whose text is kept to the letter. */
export function exactJson() {
  return area(stored => stored ?? "", typed => (parse(typed), typed));
}

function area(show, understand) {
  const input = el("textarea", { class: "code", rows: "8", spellcheck: "false", autocapitalize: "off" });
  return {
    ...field(input),
    write: node => { input.value = show(node); },
    read: () => {
      if (input.value.trim() === "") {
        return undefined;
      }
      try {
        return understand(input.value);
      } catch (failure) {
        throw new Unreadable(say("notJson", { reason: failure.message }));
      }
    },
  };
}

function field(input) {
  return { element: input, input, state: () => input.value, lock: locked => { input.readOnly = locked; } };
}

/** Returns a value in words. */
export function describe(node) {
  if (node === undefined) {
    return say("notSet");
  }
  if (typeof node === "boolean") {
    return say(node ? "yes" : "no");
  }
  if (typeof node === "string") {
    return node === "" ? say("emptyText") : node;
  }
  return Array.isArray(node) && node.length === 0 ? say("empty") : pretty(write(node));
}
