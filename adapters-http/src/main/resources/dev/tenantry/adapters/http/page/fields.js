import { choice, describe, json, numeral, text, toggle } from "./controls.js";
import { el } from "./dom.js";
import { member } from "./json.js";
import { Leaf } from "./leaf.js";
import { list } from "./list.js";
import { chain, itemsOf, kindOf, unite } from "./schema.js";
import { secret } from "./secret.js";
import { say } from "./texts.js";

/**
 * Makes the field of a value by its schema.
 *
 * @param place {name, pointer, schema, root, isRequired, isThere, above}; isThere() tells whether the object that it lies
 *     in is stored or will be; above are the schemas that this one lies in, none united with another: one that lies in
 *     itself has no end
 */
export function makeField(place, stored) {
  const schemas = chain(place.schema, place.root);
  const schema = unite(schemas);
  const isEndless = schemas.some(one => place.above.includes(one));
  const kind = isEndless ? "json" : kindOf(schema, place.root, stored);
  const resolved = { ...place, schema, above: [...place.above, ...schemas] };
  if (kind === "group") {
    return new Group(resolved, stored);
  }
  const label = member(schema, "title") ?? place.name;
  return new Leaf({ ...resolved, label, hint: hintOf(schema, kind) }, kind, control(kind, label, resolved, stored), stored);
}

function control(kind, label, { schema, root, isRequired }, stored) {
  switch (kind) {
    case "text": return text(schema, isRequired, stored);
    case "number": return numeral(schema);
    case "switch": return toggle(schema);
    case "choice": return choice(schema);
    case "secret": return secret();
    case "list": return list(label, node => item(itemsOf(schema, root), root, node));
    default: return json();
  }
}

/** An entry of a list is always a value: an empty text is one. */
function item(schema, root, stored) {
  return control(kindOf(schema, root, undefined), "", { schema, root, isRequired: true }, stored);
}

function hintOf(schema, kind) {
  const usual = member(schema, "default");
  const isOptionalText = usual !== undefined && kind !== "switch" && kind !== "json";
  return [
    member(schema, "description"),
    kind === "json" ? say("jsonHint") : undefined,
    isOptionalText ? say("usual", { value: describe(usual) }) : undefined,
  ].filter(part => part !== undefined).join(" ");
}

function placeIn({ pointer, schema, root, above }, isThere, name) {
  return {
    name,
    pointer: `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    schema: schema.properties[name],
    root,
    isRequired: (member(schema, "required") ?? []).includes(name),
    isThere,
    above,
  };
}

/** An object whose members have fields. Members that the schema does not name are never touched. */
class Group {
  #stored;
  #isDue;
  #names;
  #fields;

  constructor(place, stored) {
    this.pointer = place.pointer;
    this.#stored = stored;
    this.#isDue = () => place.isRequired && place.isThere();
    this.#names = Object.keys(place.schema.properties);
    const isThere = () => stored !== undefined || this.isChanged() || this.#isDue();
    this.#fields = this.#names.map(name => makeField(placeIn(place, isThere, name), member(stored, name)));
    this.element = this.#build(place);
  }

  #build({ schema, name }) {
    const others = Object.keys(this.#stored ?? {}).filter(key => !this.#names.includes(key));
    const kept = others.length === 0 ? undefined : el("p", { class: "hint" }, say("kept", { names: others.join(", ") }));
    const content = [...this.#fields.map(field => field.element), kept];
    if (this.pointer === "") {
      return el("div", { class: "fields" }, ...content);
    }
    const hint = schema.description === undefined ? undefined : el("p", { class: "hint" }, schema.description);
    return el("fieldset", { class: "group fields" }, el("legend", {}, schema.title ?? name), hint, ...content);
  }

  get stored() {
    return this.#stored;
  }

  isChanged() {
    return this.#fields.some(field => field.isChanged());
  }

  /** Returns the whole object, or undefined if there is none and no member was set. */
  value() {
    const members = this.#fields.map((field, index) => [this.#names[index], field.value()]);
    const set = members.filter(([, value]) => value !== undefined);
    if (this.#stored === undefined && set.length === 0) {
      return undefined;
    }
    const gone = members.filter(([, value]) => value === undefined).map(([name]) => name);
    const kept = Object.entries(this.#stored ?? {}).filter(([name]) => !gone.includes(name));
    return Object.fromEntries([...kept, ...set]);
  }

  operations() {
    const changes = this.#fields.flatMap(field => field.operations());
    const isNew = this.#stored === undefined && changes.length > 0;
    return isNew ? [{ op: "add", path: this.pointer, value: {} }, ...changes] : changes;
  }

  leaves() {
    return this.#fields.flatMap(field => field.leaves());
  }
}
