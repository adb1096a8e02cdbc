/* Which key was pressed, where it may mean something (WCAG 2.2, 2.1.4): never while somebody types, never together
   with another key, once for each press. Digits count by their place, because a Czech keyboard writes ěščřžýáíé
   there; letters by what is written, and by their place on keyboards of other alphabets. */

const TYPED_INTO = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";
const PRESSED = "a, button, summary"; // they have an Enter of their own
const CHOSEN_WITH_ARROWS = "input[type=radio]";
const NAMED = { Enter: PRESSED, ArrowRight: CHOSEN_WITH_ARROWS };

/* Return the key: a letter, a digit, "?", "Enter" or "ArrowRight"; "" where the press is none of our business. */
export function keyOf(event) {
  const together = event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph");
  if (together || event.repeat || event.isComposing || event.target.closest(TYPED_INTO)) return "";
  if (document.querySelector("dialog[open]")) return "";
  if (event.key === "?") return "?";
  if (event.key in NAMED) return event.shiftKey || event.target.closest(NAMED[event.key]) ? "" : event.key;
  return writtenBy(event);
}

function writtenBy({ key, code, shiftKey }) {
  if ([...key].length !== 1) return ""; // a key without a sign, such as End on the number pad
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shiftKey && key !== digit ? "" : digit; // a Czech keyboard needs Shift for a digit
  if (shiftKey) return "";
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isOfAnotherAlphabet = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  return (isOfAnotherAlphabet && /^Key([A-Z])$/.exec(code)?.[1].toLowerCase()) || "";
}
