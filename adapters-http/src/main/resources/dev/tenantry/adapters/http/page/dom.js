let lastId = 0;

export function newId() {
  lastId += 1;
  return `f${lastId}`;
}

/** Makes an element. A function is a listener, named onclick and the like; undefined children are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.filter(child => child !== undefined));
  return element;
}

export function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

/** Makes a message that stays; a screen reader reads it at once. */
export function notice(kind, text, ...actions) {
  return el("div", { class: `notice ${kind}`, role: kind === "danger" ? "alert" : "status" }, el("p", {}, text), ...actions);
}

/** Tells listeners further up that something was edited by other means than typing. */
export function tellEdited(element) {
  element.dispatchEvent(new Event("input", { bubbles: true }));
}
