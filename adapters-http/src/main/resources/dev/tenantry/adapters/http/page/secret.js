import { button, el, tellEdited } from "./dom.js";
import { isConcealed } from "./json.js";
import { say } from "./texts.js";

/** A control for a value that can be replaced and never seen. */
export function secret() {
  const input = el("input", { type: "password", autocomplete: "new-password" });
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
    read: () => (input.value === "" ? kept : input.value),
    state: () => input.value,
    lock: locked => { input.readOnly = locked; toggle.disabled = locked; },
  };
}
