"use strict";

/** The host's side: its page around the frame, and what the app's page may ask of it through all.js. */
const frame = document.getElementById("frame");
const setting = id => document.getElementById(id);
const FLAG_TIME = 8000;

function load() {
  frame.src = `frame?as=${setting("as").value}&loc=${setting("loc").value}`;
}

function tellTheme() {
  const mode = setting("dark").checked ? "dark" : "light";
  document.documentElement.classList.toggle("dark", mode === "dark");
  frame.contentWindow?.postMessage({ theme: mode }, "*");
}

const answers = {
  getToken: async () => (await fetch(`token?as=${setting("as").value}`)).text(),
  getCurrentUser: async () => ({ atlassianAccountId: setting("as").value }),
  getLocale: async () => (setting("loc").value === "de" ? "de_DE" : "en_US"),
  createFlag: async options => showFlag(options),
  resize: async ([width, height]) => { Object.assign(frame.style, { width, height }); },
  initializeTheming: async () => tellTheme(),
};

function showFlag({ type, title, body }) {
  const flag = document.createElement("div");
  flag.className = `flag ${type}`;
  for (const text of [title, body]) {
    const line = document.createElement("p");
    line.textContent = text;
    flag.append(line);
  }
  document.getElementById("flags").append(flag);
  setTimeout(() => flag.remove(), FLAG_TIME);
}

addEventListener("message", async ({ source, data }) => {
  if (source === frame.contentWindow && Object.hasOwn(answers, data.call)) {
    source.postMessage({ id: data.id, answer: await answers[data.call](data.argument) }, "*");
  }
});
setting("as").addEventListener("change", load);
setting("loc").addEventListener("change", load);
setting("dark").addEventListener("change", tellTheme);
setting("narrow").addEventListener("change", event =>
  document.querySelector("main").classList.toggle("narrow", event.target.checked));
load();
