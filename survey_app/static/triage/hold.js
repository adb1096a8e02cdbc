/* While somebody is at work, what is on the screen and what comes next stay held for this person; who is away lets
   go of them after a while, and who closes the window lets go of the next one at once. */

import { find } from "./screen.js";

const LOOK_EVERY = 30_000; // milliseconds
const HOLD_AGAIN_AFTER = 3 * 60_000; // the server holds for ten minutes

/* `pages()` gives the pages that are held, `lost(page)` is told of one that somebody else has by now. */
export function keepHolding(pages, lost) {
  let lastSeen = Date.now();
  for (const kind of ["keydown", "pointerdown", "scroll"]) {
    document.addEventListener(kind, () => (lastSeen = Date.now()), { passive: true });
  }
  setInterval(() => {
    const held = pages().filter((page) => lastSeen > page.heldAt && Date.now() - page.heldAt > HOLD_AGAIN_AFTER);
    held.forEach((page) => hold(page, lost));
  }, LOOK_EVERY);
  window.addEventListener("pagehide", () => {
    const form = pages()[1] && find(pages()[1], "[data-leave]");
    if (form) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
  });
}

async function hold(page, lost) {
  const form = find(page, "[data-hold]");
  if (!form) return;
  page.heldAt = Date.now();
  const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value });
  const answer = await fetch(form.dataset.hold, { method: "POST", body }).catch(() => null);
  if (answer?.status === 409) lost(page);
}
