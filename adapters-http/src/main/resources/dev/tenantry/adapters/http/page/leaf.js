import { Unreadable } from "./controls.js";
import { el, newId } from "./dom.js";
import { member, same } from "./json.js";
import { say } from "./texts.js";

/** One value with its label, its explanation and its error. */
export class Leaf {
  #control;
  #stored;
  #known;
  #shown;
  #isAdopted = false;
  #isThere;
  #error = el("p", { class: "error", id: newId(), hidden: true });

  /**
   * @param place {pointer, label, hint, isRequired, schema, isThere}; isThere() tells whether the object that it lies in
   *     is stored or will be
   * @param kind names the control
   * @param stored the value, or undefined for none
   */
  constructor(place, kind, control, stored) {
    this.pointer = place.pointer;
    this.label = place.label;
    this.schema = place.schema;
    this.isRequired = place.isRequired;
    this.#isThere = place.isThere;
    this.kind = kind;
    this.#control = control;
    this.#stored = stored;
    this.#show(stored);
    this.element = this.#build(place);
  }

  /** A control may show two values in the same way, so the value that it was given stands beside it. */
  #show(value) {
    this.#control.write(value);
    this.#known = value;
    this.#shown = this.#control.state();
  }

  #build({ hint, isRequired }) {
    const control = this.#control;
    const hintElement = hint === "" ? undefined : el("p", { class: "hint", id: newId() }, hint);
    const optional = isRequired ? undefined : el("span", { class: "optional" }, ` ${say("optional")}`);
    const described = [hintElement?.id, this.#error.id].filter(id => id !== undefined).join(" ");
    if (this.kind === "list") {
      const legend = el("legend", {}, this.label, optional);
      return el("fieldset", { class: "field list", "aria-describedby": described },
        legend, hintElement, control.element, this.#error);
    }
    control.input.id = newId();
    control.input.setAttribute("aria-describedby", described);
    const label = el("label", { for: control.input.id }, this.label, this.kind === "switch" ? undefined : optional);
    return el("div", { class: `field ${this.kind}` }, label, hintElement, control.element, this.#error);
  }

  get stored() {
    return this.#stored;
  }

  isChanged() {
    return this.#isAdopted || this.#isTyped();
  }

  #isTyped() {
    return this.#control.state() !== this.#shown;
  }

  /** Returns the value as it is now; throws an Unreadable. */
  value() {
    return this.#isTyped() || this.#isMeantAsShown() ? this.#control.read() : this.#known;
  }

  /** Nobody can type the value of a box without a tick, or of a text without a character. */
  #isMeantAsShown() {
    return this.#known === undefined && this.isRequired && this.#showsValue() && this.#isThere();
  }

  /** An empty text shows the default where there is one. */
  #showsValue() {
    return this.kind === "switch" || (this.kind === "text" && member(this.schema, "default") === undefined);
  }

  /** Returns the change as JSON Patch (RFC 6902), where "add" also replaces. A value that is left alone is not sent. */
  operations() {
    const value = this.value();
    if (same(value, this.#stored)) {
      return [];
    }
    return [value === undefined ? { op: "remove", path: this.pointer } : { op: "add", path: this.pointer, value }];
  }

  /** Takes a value as if the user had typed it. */
  adopt(value) {
    this.#show(value);
    this.#isAdopted = true;
  }

  leaves() {
    return [this];
  }

  /** Returns whether what stands here can be read; if not, it is marked. */
  check() {
    try {
      this.value();
      return true;
    } catch (failure) {
      if (!(failure instanceof Unreadable)) {
        throw failure;
      }
      this.showError(failure.message);
      return false;
    }
  }

  /** @param entry which entry of a list it is about, if it is about one */
  showError(message, entry) {
    const input = (entry === undefined ? undefined : this.#control.entry?.(entry)) ?? this.#control.input;
    input.setAttribute("aria-invalid", "true");
    this.#error.textContent = message;
    this.#error.hidden = false;
  }

  clearError() {
    this.element.querySelectorAll("[aria-invalid]").forEach(input => input.removeAttribute("aria-invalid"));
    this.#error.hidden = true;
  }

  lock(locked) {
    this.#control.lock(locked);
  }
}
