import { button, el, tellEdited } from "./dom.js";
import { isConcealed } from "./json.js";
import { say } from "./texts.js";

/** A secret of one line is pasted with the break behind it more often than it ends with one. */
const LAST_BREAK = /^(.*)\n$/;

/** A control for a value that can be replaced and never seen. It is an area, because keys have many lines. */
export function secret() {
  const input = el("textarea", {
    rows: "1", autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", onkeydown: saveByEnter,
  });
  const stored = el("span", { class: "stored" }, say("secretStored"));
  const toggle = button("", () => { show(input.hidden); tellEdited(input); input.hidden || input.focus(); });
  let kept;

  function show(replacing) {
    input.hidden = !replacing;
    stored.hidden = replacing;
    toggle.hidden = kept === undefined;
    toggle.textContent = say(replacing ? "secretKeep" : "secretReplace");
    input.value = "";
  }

  return {
    element: el("div", { class: "concealed" }, stored, input, toggle),
    input,
    write: node => {
      kept = isConcealed(node) ? node : kept;
      show(!isConcealed(node));
      input.value = typeof node === "string" ? node : "";
    },
    read: () => input.value.replace(LAST_BREAK, "$1") || kept,
    state: () => input.value,
    lock: locked => { input.readOnly = locked; toggle.disabled = locked; },
  };
}

/** As in a line: a break that nobody sees would become a part of the secret. */
function saveByEnter(event) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}
