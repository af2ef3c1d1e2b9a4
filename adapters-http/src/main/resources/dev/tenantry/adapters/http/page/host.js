/** The host's own script, all.js. Bitbucket's lacks some of it; what is missing is done without. */
const host = globalThis.AP;

export const isPresent = host?.context?.getToken !== undefined;

/** Returns a fresh token for one call of our API: it lives for minutes, so none is kept. */
export function token() {
  return new Promise(resolve => host.context.getToken(resolve));
}

/** Returns whether the host showed a passing message. */
export function showFlag(type, title, body) {
  if (host?.flag?.create === undefined) {
    return false;
  }
  host.flag.create({ type, title, body, close: "auto" });
  return true;
}

/** Follows the host's theme and fits the frame to the page from now on. */
export function settle(page) {
  host.theming?.initializeTheming?.();
  const fit = () => host.resize?.("100%", `${Math.ceil(page.getBoundingClientRect().height)}px`);
  new ResizeObserver(fit).observe(page);
}
