import { Api } from "./api.js";
import { button, el, notice } from "./dom.js";
import { isPresent, settle } from "./host.js";
import { isSupported, parse } from "./json.js";
import { Section } from "./section.js";
import { say, speak } from "./texts.js";

const page = document.getElementById("page");
const messages = el("div", { class: "messages" });

/** May write, by the status of a write that changes nothing. */
const MAY_NOT = 403;
const MAY = 412;

/** Shows all settings, for reading only until it is known that the user may write. */
async function start({ api: base, definitions }) {
  const api = new Api(base);
  const sections = definitions.map(definition => new Section(definition, api, forbid));
  const [first] = definitions;

  function forbid() {
    sections.forEach(section => section.lock(true));
    messages.replaceChildren(notice("warning", say("readOnly")));
  }

  async function askWhetherMayWrite() {
    const status = await api.probe(first.key);
    sections.forEach(section => section.lock(status !== MAY));
    if (status === MAY) {
      messages.replaceChildren();
    } else if (status === MAY_NOT) {
      forbid();
    } else {
      messages.replaceChildren(notice("warning", say("unsure"), button(say("tryAgain"), askWhetherMayWrite)));
    }
  }

  page.append(...sections.map(section => section.element));
  warnOfUnsaved(sections);
  await Promise.all(sections.map(section => section.load()));
  await askWhetherMayWrite();
}

/** The browser asks the user in its own words. */
function warnOfUnsaved(sections) {
  addEventListener("beforeunload", event => {
    if (sections.some(section => section.isDirty())) {
      event.preventDefault();
    }
  });
}

async function main() {
  page.append(messages);
  if (!isSupported) {
    speak(JSON.parse(page.dataset.page).texts);
    messages.append(notice("danger", say("oldBrowser")));
    return;
  }
  const data = parse(page.dataset.page);
  speak(data.texts);
  if (!isPresent) {
    messages.append(notice("danger", say("noHost")));
    return;
  }
  settle(page);
  if (data.definitions.length === 0) {
    messages.append(notice("information", say("noSettings")));
    return;
  }
  await start(data);
}

await main();
document.getElementById("loading").remove();
page.dataset.state = "ready";
