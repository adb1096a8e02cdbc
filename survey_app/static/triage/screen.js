/* The page of one comment as a thing: read out of an answer, kept aside with all that is typed, put on the screen. */

import { improve } from "../ohlas.js";

const main = document.getElementById("main");
const TOLD = ["previous", "together", "left_out", "put_off", "asked", "undone", "before"];

/* The line above the comment that says what becomes of what was sent. It stays while comments come and go, or
   screen readers would not hear it. */
export const strip = document.createElement("div");

/* Return the page of a comment in a document; null where it holds none. `address`: where it came from. */
export function pageIn(source, address) {
  const heading = source.querySelector("[data-comment]");
  if (!heading) return null;
  const plain = new URL(address, location.href);
  TOLD.forEach((name) => plain.searchParams.delete(name));
  const notice = source.querySelector(".ohlas-saved"); // about another comment: the strip says it
  notice?.remove();
  const nodes = [...source.getElementById("main").childNodes].filter((node) => node !== strip);
  const page = { id: heading.dataset.comment, title: source.title, address: plain.href, nodes, notice };
  page.languages = source.querySelector(".ohlas-languages");
  page.heldAt = Date.now();
  page.begun = said(page);
  return page;
}

export const find = (page, selector) =>
  page.nodes.flatMap((node) => (node.matches?.(selector) ? [node] : [...(node.querySelectorAll?.(selector) ?? [])]))[0];

/* Whether something was typed or chosen that is not sent. */
export const isTyped = (page) => said(page) !== page.begun;

function said(page) {
  const forms = page.nodes.flatMap((node) => [...(node.querySelectorAll?.("form[data-triage], form[data-flag]") ?? [])]);
  return forms.map((form) => String(new URLSearchParams(new FormData(form)))).join("\n");
}

/* Put a page on the screen instead of the one that is there, and the focus on its heading or its errors. Where the
   head of the page fills a small screen, it is scrolled away: it is the same as before. */
export function show(page) {
  [...main.childNodes].filter((node) => node !== strip).forEach((node) => node.remove());
  strip.after(...page.nodes);
  document.title = page.title;
  if (page.languages) document.querySelector(".ohlas-languages")?.replaceWith(page.languages);
  window.scrollTo(0, 0);
  if (!page.isImproved) improve(main);
  page.isImproved = true;
  const start = main.querySelector("[data-error-summary], [data-comment]");
  if (start.getBoundingClientRect().top > window.innerHeight / 2) strip.scrollIntoView();
  focusOn(start);
}

export function focusOn(target) {
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: target.matches("[data-comment]") });
}
