import { describe } from "./controls.js";
import { button, el, newId } from "./dom.js";
import { RawEditor } from "./editors.js";
import { isConcealed, same } from "./json.js";
import { choices } from "./schema.js";
import { say } from "./texts.js";

/**
 * Compares what the user wrote with what somebody else stored meanwhile: field by field, or as texts if the two do not have
 * the same fields.
 *
 * @param texts {stored, theirs}: what was stored when the user began, and what is stored now
 * @returns {rows, next}: the differences as [{leaf, label, value, mine, theirs, origin}], and theirs in an editor; mine is
 *     undefined if it cannot be kept
 */
export function confront(definition, editor, { stored, theirs }) {
  const next = new editor.constructor(definition, theirs);
  const rows = differences(editor, next);
  if (rows !== undefined) {
    return { rows, next };
  }
  const mine = new RawEditor(definition, stored);
  mine.root.adopt(editor.text());
  const text = new RawEditor(definition, theirs);
  return { rows: differences(mine, text), next: text };
}

/** Returns undefined if the two do not have the same fields. */
function differences(mine, theirs) {
  const others = new Map(theirs.leaves().map(leaf => [leaf.pointer, leaf]));
  const leaves = mine.leaves();
  if (leaves.length !== others.size || leaves.some(leaf => others.get(leaf.pointer)?.kind !== leaf.kind)) {
    return undefined;
  }
  return leaves.map(leaf => difference(leaf, others.get(leaf.pointer))).filter(found => found !== undefined);
}

function difference(mine, theirs) {
  const value = mine.value();
  const theyChanged = !same(mine.stored, theirs.stored);
  if (same(value, theirs.stored) || !(mine.isChanged() || theyChanged)) {
    return undefined;
  }
  return {
    leaf: theirs,
    label: mine.pointer === "" ? say("whole") : mine.label,
    value,
    // A secret that differs is no longer stored, and whoever left it alone does not know it.
    mine: isConcealed(value) ? undefined : shown(mine, value),
    theirs: shown(theirs, theirs.stored),
    origin: originOf(mine.isChanged(), theyChanged),
  };
}

function originOf(iChanged, theyChanged) {
  if (iChanged && theyChanged) {
    return "changedByBoth";
  }
  return iChanged ? "changedByMe" : "changedByThem";
}

function shown(leaf, value) {
  if (leaf.kind === "secret" && value !== undefined) {
    return say(typeof value === "string" ? "secretNew" : "secretStored");
  }
  const chosen = leaf.kind === "choice" ? choices(leaf.schema).find(one => same(one.value, value)) : undefined;
  if (chosen?.label !== undefined) {
    return chosen.label;
  }
  return leaf.kind === "list" && value?.length > 0 ? value.map(describe).join("\n") : describe(value);
}

/**
 * Makes the view in which the user chooses. Choosing mine writes it over theirs in their editor.
 *
 * @param onchosen is called with the differences in which mine is kept
 */
export function conflictView({ title, rows, isDeleted }, onchosen) {
  const heading = el("h3", { id: newId(), tabindex: "-1" }, say("conflictHeading", { setting: title }));
  const fields = rows.map(row => ({ row, ...versions(row) }));
  const choose = keeps => onchosen(fields.filter(keeps).map(({ row }) => row));
  const view = el("section", { class: "conflict", "aria-labelledby": heading.id },
    heading,
    el("p", {}, isDeleted ? say("conflictDeleted") : undefined, isDeleted ? " " : undefined, say("conflictText")),
    ...fields.map(({ element }) => element),
    el("div", { class: "actions" },
      button(say("saveMerged"), () => choose(({ mine }) => mine?.checked), { class: "primary" }),
      button(say("keepMine"), () => choose(({ mine }) => mine !== undefined)),
      button(say("takeTheirs"), () => choose(() => false))));
  return { element: view, focus: () => heading.focus() };
}

/** What only they changed is theirs unless the user says otherwise. */
function versions(row) {
  const name = newId();
  const isTheirs = row.mine === undefined || row.origin === "changedByThem";
  const mine = row.mine === undefined ? undefined : el("input", { type: "radio", name, checked: !isTheirs });
  const theirs = el("input", { type: "radio", name, checked: isTheirs });
  const element = el("fieldset", { class: "difference" },
    el("legend", {}, row.label, el("span", { class: "optional" }, ` ${say(row.origin)}`)),
    mine && version(mine, say("mine"), row.mine),
    version(theirs, say("theirs"), row.theirs));
  return { element, mine };
}

function version(radio, label, value) {
  return el("label", { class: "version" }, radio, el("strong", {}, label), el("span", { class: "value" }, value));
}
