"use strict";

/**
 * A stand-in for the script that hosts offer to pages in their frames: the parts of AP that a settings page uses. It asks
 * the page around the frame, as the real one does.
 */
(() => {
  const host = new URLSearchParams(location.search).get("xdm_e");
  const isBitbucket = document.currentScript.src.endsWith("/atlassian-connect/all.js");
  const waiting = new Map();
  let calls = 0;

  function ask(call, argument, callback) {
    calls += 1;
    parent.postMessage({ call, argument, id: calls }, host);
    return new Promise(resolve => waiting.set(calls, resolve)).then(answer => {
      callback?.(answer);
      return answer;
    });
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || origin !== host) {
      return;
    }
    if (data.theme !== undefined) {
      document.documentElement.dataset.colorMode = data.theme;
      document.documentElement.dataset.theme = "dark:dark light:light";
      return;
    }
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });

  globalThis.AP = {
    context: { getToken: callback => ask("getToken", undefined, callback) },
    user: {
      getCurrentUser: callback => ask("getCurrentUser", undefined, callback),
      getLocale: callback => ask("getLocale", undefined, callback),
    },
    flag: { create: options => { ask("createFlag", options); } },
    theming: { initializeTheming: () => ask("initializeTheming") },
    resize: (width, height) => { ask("resize", [width, height]); },
    sizeToParent: () => { ask("resize", ["100%", "100%"]); },
  };
  if (isBitbucket) {
    delete globalThis.AP.flag;
  }
})();
