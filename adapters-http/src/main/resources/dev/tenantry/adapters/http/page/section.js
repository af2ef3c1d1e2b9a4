import { conflictView, confront } from "./conflict.js";
import { button, el, newId, notice } from "./dom.js";
import { FormEditor, RawEditor } from "./editors.js";
import { showFlag } from "./host.js";
import { mark, reasonOf } from "./problems.js";
import { say } from "./texts.js";

/** One setting on the page: shown, edited, saved. */
export class Section {
  #definition;
  #api;
  #onforbidden;
  #stored = {};
  #editor;
  #isRaw;
  #isLocked = false;
  #isSaving = false;
  #messages = el("div", { class: "messages" });
  #body = el("div");
  #save = el("button", { type: "submit", class: "primary" }, say("save"));
  #discard = button(say("discard"), () => { this.#show(this.#stored); this.#save.focus(); });
  #switch = button("", () => this.#switchEditor(), { class: "subtle" });
  #unsaved = el("span", { class: "unsaved", role: "status" });
  #form;

  /** @param onforbidden is called when the server says that this user may not write */
  constructor(definition, api, onforbidden) {
    this.#definition = definition;
    this.#api = api;
    this.#onforbidden = onforbidden;
    this.#isRaw = !this.#hasForm();
    this.element = this.#build();
  }

  #build() {
    const { description } = this.#definition;
    const heading = el("h2", { id: newId() }, this.#title());
    const actions = el("div", { class: "actions" }, this.#save, this.#discard, this.#unsaved, this.#switch);
    this.#form = el("form", {
      novalidate: true,
      hidden: true,
      onsubmit: event => { event.preventDefault(); this.#submit(); },
      oninput: () => this.#refresh(),
    }, this.#body, actions);
    return el("section", { class: "setting", "aria-labelledby": heading.id },
      heading, description === "" ? undefined : el("p", { class: "hint" }, description), this.#messages, this.#form);
  }

  #title() {
    return this.#definition.title || this.#definition.key;
  }

  #hasForm() {
    return this.#definition.schema !== true;
  }

  isDirty() {
    return !this.#isLocked && this.#editor?.isChanged() === true;
  }

  lock(locked) {
    this.#isLocked = locked;
    this.#lockEditor();
    this.#refresh();
  }

  /** What is typed while a save is on its way would be lost with the fields, which then show what was stored. */
  #lockEditor() {
    this.#editor?.lock(this.#isLocked || this.#isSaving);
  }

  async load() {
    const answer = await this.#read();
    if (answer.status === 200 || answer.status === 404) {
      this.#messages.replaceChildren();
      this.#show(answer);
      this.#tellViolated(answer);
    } else {
      const again = button(say("tryAgain"), () => this.load());
      this.#tell("danger", say("cannotLoad", { reason: reasonOf(answer) }), again);
    }
  }

  #tellViolated({ isViolated }) {
    if (isViolated) {
      this.#tell("warning", say("invalidStored"));
    }
  }

  /** Returns the answer; where nothing is stored it has no text. */
  async #read() {
    const answer = await this.#api.call("GET", this.#definition.key);
    return answer.status === 404 ? { status: 404 } : answer;
  }

  #show(stored) {
    this.#stored = stored;
    this.#setEditor(this.#edit(stored.text));
  }

  #edit(text) {
    return this.#isRaw ? new RawEditor(this.#definition, text) : new FormEditor(this.#definition, text);
  }

  /** The focus must not fall out of the form with the field that it was in. */
  #setEditor(editor) {
    const hadFocus = this.#body.contains(document.activeElement);
    this.#editor = editor;
    this.#body.replaceChildren(editor.element);
    this.#form.hidden = false;
    this.lock(this.#isLocked);
    if (hadFocus) {
      this.#save.focus();
    }
  }

  #refresh() {
    const isChanged = this.#editor?.isChanged() === true;
    this.#unsaved.textContent = isChanged ? say("unsaved") : "";
    this.#discard.hidden = !isChanged;
    this.#save.hidden = this.#isLocked;
    this.#switch.hidden = !this.#hasForm();
    this.#switch.textContent = say(this.#isRaw ? "editForm" : "editJson");
  }

  /** What was typed into the form goes along into the text. The way back is open only when nothing would be lost on it. */
  #switchEditor() {
    if (!this.#editor.check()) {
      this.#focusError();
      return;
    }
    if (this.#isRaw && this.#editor.isChanged()) {
      this.#tell("warning", say("leaveJsonFirst"));
      return;
    }
    const typed = this.#editor.isChanged() ? this.#editor.text() : undefined;
    this.#isRaw = !this.#isRaw;
    this.#messages.replaceChildren();
    this.#show(this.#stored);
    if (typed !== undefined) {
      this.#editor.root.adopt(typed);
      this.#refresh();
    }
    this.#switch.focus();
  }

  async #submit() {
    if (this.#isSaving || this.#isLocked) {
      return;
    }
    this.#messages.replaceChildren();
    if (!this.#editor.check()) {
      this.#refuse();
    } else if (!this.#editor.hasNews()) {
      this.#inform("info", say("nothingToSave"), "");
    } else {
      await this.#send();
    }
  }

  async #send() {
    const focused = document.activeElement;
    this.#setSaving(true);
    try {
      await this.#exchange();
    } finally {
      this.#setSaving(false);
      this.#refocus(focused);
    }
  }

  async #exchange() {
    const { method, type, body } = this.#editor.request();
    const { etag } = this.#stored;
    const condition = etag === undefined ? { "If-None-Match": "*" } : { "If-Match": etag };
    const answer = await this.#api.call(method, this.#definition.key, { type, body, ...condition });
    await this.#settle(answer);
  }

  #setSaving(isSaving) {
    this.#isSaving = isSaving;
    this.#save.setAttribute("aria-disabled", String(isSaving));
    this.#save.textContent = say(isSaving ? "saving" : "save");
    this.#discard.disabled = isSaving;
    this.#switch.disabled = isSaving;
    this.#lockEditor();
  }

  /** A field that is locked may lose the focus, and cannot get it. */
  #refocus(focused) {
    if (document.activeElement === document.body) {
      (focused.isConnected ? focused : this.#save).focus();
    }
    this.#focusError();
  }

  async #settle(answer) {
    switch (answer.status) {
      case 200:
      case 201:
      case 204: return this.#saved(answer);
      case 403: return this.#onforbidden();
      case 412: return this.#conflict();
      case 422: return this.#refuse(mark(answer.problem?.violations ?? [], this.#editor.leaves()));
      default: return this.#tell("danger", say("cannotSave", { reason: reasonOf(answer) }));
    }
  }

  async #saved(answer) {
    if (answer.status === 200) {
      this.#show(answer);
    } else {
      await this.load();
    }
    this.#inform("success", say("saved"), say("savedBody", { setting: this.#title() }));
  }

  /** @param others what is wrong and belongs to no field */
  #refuse(others = []) {
    this.#tell("danger", [say("mustBeCorrected"), ...others].join(" "));
    this.#focusError();
  }

  #focusError() {
    this.#body.querySelector("[aria-invalid]")?.focus();
  }

  async #conflict() {
    const theirs = await this.#read();
    if (theirs.status !== 200 && theirs.status !== 404) {
      this.#tell("danger", say("cannotSave", { reason: reasonOf(theirs) }));
      return;
    }
    const { rows, next } = confront(this.#definition, this.#editor, { stored: this.#stored.text, theirs: theirs.text });
    this.#isRaw = next instanceof RawEditor;
    this.#askUser(rows, theirs, next);
  }

  #askUser(rows, theirs, next) {
    const view = conflictView({ title: this.#title(), rows, isDeleted: theirs.text === undefined }, async kept => {
      view.element.remove();
      this.#stored = theirs;
      this.#setEditor(next);
      kept.forEach(({ leaf, value }) => leaf.adopt(value));
      this.#refresh();
      this.#save.focus();
      if (kept.length > 0) {
        await this.#submit();
      }
    });
    this.#form.hidden = true;
    this.#form.after(view.element);
    view.focus();
  }

  #tell(kind, text, ...actions) {
    this.#messages.replaceChildren(notice(kind, text, ...actions));
  }

  /** A passing message: the host's flag where it has one. */
  #inform(type, title, body) {
    if (!showFlag(type, title, body)) {
      this.#tell(type === "success" ? "success" : "information", body || title);
    }
  }
}
