import { exactJson } from "./controls.js";
import { makeField } from "./fields.js";
import { parse, pretty, write } from "./json.js";
import { Leaf } from "./leaf.js";
import { say } from "./texts.js";

/** What both editors have: fields that can be checked, marked and locked. */
class Editor {
  constructor(root) {
    this.root = root;
    this.element = root.element;
  }

  isChanged() {
    return this.root.isChanged();
  }

  /** Returns whether there is anything to store; what is required may stand here without a change. */
  hasNews() {
    return this.isChanged() || this.root.operations().length > 0;
  }

  leaves() {
    return this.root.leaves();
  }

  lock(locked) {
    this.leaves().forEach(leaf => leaf.lock(locked));
  }

  /** Returns whether all that was typed can be read; the rest is marked. */
  check() {
    this.leaves().forEach(leaf => leaf.clearError());
    return this.leaves().map(leaf => leaf.check()).every(isRight => isRight);
  }
}

/** A form made from the schema. It sends only what was changed, so what it does not understand stays as it is. */
export class FormEditor extends Editor {
  /** @param text what is stored, or undefined for nothing */
  constructor({ key, schema }, text) {
    const place = { name: key, pointer: "", schema, root: schema, isRequired: true, isThere: () => true, above: [] };
    super(makeField(place, text === undefined ? undefined : parse(text)));
  }

  text() {
    return pretty(write(this.root.value() ?? {}));
  }

  /** Returns the call that makes the change. A value that is new, or has no members to change, is put as a whole. */
  request() {
    const isPatch = this.root.stored !== undefined && !(this.root instanceof Leaf);
    return isPatch
      ? { method: "PATCH", type: "application/json-patch+json", body: write(this.root.operations()) }
      : { method: "PUT", type: "application/json", body: this.text() };
  }
}

/** The text itself. */
export class RawEditor extends Editor {
  constructor({ schema }, text) {
    const place = { pointer: "", label: say("json"), hint: say("rawHint"), isRequired: true, schema };
    super(new Leaf(place, "json", exactJson(), text === undefined ? undefined : pretty(text)));
  }

  text() {
    return this.root.value() ?? "";
  }

  request() {
    return { method: "PUT", type: "application/json", body: this.text() };
  }
}
