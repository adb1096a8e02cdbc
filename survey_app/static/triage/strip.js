/* The line above the comment: what becomes of what was sent, and the way to undo it. */

import { strip } from "./screen.js";

const spoken = document.createElement("p"); // one element for good: screen readers hear what changes in it
spoken.setAttribute("role", "status");
spoken.className = "govuk-body";
const way = document.createElement("div");
strip.className = "ohlas-strip ohlas-unprinted";
strip.append(spoken, way);

/* Say a sentence. `state`: "saving", "saved", "trouble", or "told" of anything else. */
export function say(sentence, state) {
  strip.dataset.state = state;
  spoken.textContent = sentence;
}

/* Take back a sentence that does not hold any more; what was said since stays. */
export function unsay(sentence) {
  if (spoken.textContent === sentence) say("", "");
}

/* What a notice says: all of it, only what became of similar comments, or only what was taken back. */
export const whole = (notice) => plain(notice.querySelectorAll("h2, p"));
export const further = (notice) => plain(notice?.querySelectorAll("[data-further]") ?? []);
export const undone = (notice) => plain(notice?.querySelectorAll("[data-undone]") ?? []);

function plain(parts) {
  return [...parts].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(" ");
}

/* The form that takes back what was saved last; null while nothing can be taken back. */
export const undoForm = () => way.querySelector("form") ?? document.querySelector("[data-last-steps] form");

/* Offer to undo what a page says was saved last. `notice`: that of the page; its list of last decisions, where it is
   not on the screen already, replaces the one that is there. */
export function offerUndo(source, notice) {
  const [shown, newer] = [document, source].map((each) => each.querySelector("[data-last-steps]"));
  if (shown && newer && shown !== newer) shown.replaceWith(document.importNode(newer, true));
  const form = notice?.querySelector("form") ?? document.querySelector("[data-last-steps] form");
  way.replaceChildren(...(form ? [document.importNode(form, true)] : []));
}

/* While a save is on its way, the last one that could be undone is not the last one. */
export const offerNothing = () => way.replaceChildren();
