import { button, el, tellEdited } from "./dom.js";
import { write } from "./json.js";
import { say } from "./texts.js";

/** A control for a list of plain values: one control for each entry, made by makeItem for the value that it shows first. */
export function list(name, makeItem) {
  const rows = el("ol", { class: "entries" });
  const none = el("p", { class: "hint" }, say("empty"));
  const add = button(say("add"), () => { append(undefined).item.input.focus(); edited(); });
  const element = el("div", {}, rows, none, add);
  let entries = [];
  let isSet = false;

  function append(node) {
    const item = makeItem(node);
    item.write(node);
    const entry = { item, row: undefined };
    const remove = button("×", () => drop(entry), { class: "subtle" });
    entry.remove = remove;
    entry.row = el("li", {}, item.element, remove);
    entries.push(entry);
    rows.append(entry.row);
    renumber();
    return entry;
  }

  /** The focus goes to the neighbour: it must not fall out of the form. */
  function drop(entry) {
    const index = entries.indexOf(entry);
    entries.splice(index, 1);
    entry.row.remove();
    renumber();
    (entries[Math.min(index, entries.length - 1)]?.remove ?? add).focus();
    edited();
  }

  function edited() {
    isSet = true;
    tellEdited(element);
  }

  function renumber() {
    none.hidden = entries.length > 0;
    entries.forEach(({ item, remove }, index) => {
      item.input.setAttribute("aria-label", say("entry", { name, number: index + 1 }));
      remove.setAttribute("aria-label", say("remove", { number: index + 1 }));
    });
  }

  return {
    element,
    get input() { return entries[0]?.item.input ?? add; },
    /** The control of one entry, for a message that is about it alone. */
    entry: index => entries[index]?.item.input,
    write: node => {
      isSet = node !== undefined;
      entries = [];
      rows.replaceChildren();
      (node ?? []).forEach(append);
      renumber();
    },
    read: () => (isSet || entries.length > 0 ? entries.map(({ item }) => item.read() ?? "") : undefined),
    state: () => write([isSet, ...entries.map(({ item }) => item.state())]),
    lock: locked => {
      add.disabled = locked;
      entries.forEach(({ item, remove }) => { item.lock(locked); remove.disabled = locked; });
    },
  };
}
