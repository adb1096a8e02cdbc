/* Reading comments with the keyboard, and without waiting for the server. The pages work the same without it.
   WCAG 2.2, 2.1.4: each key can be changed and all can be switched off (`data-keys` is empty then). */

import { begin, follow, forget, isTooSoon, isUnsaved, leave, pages, undo } from "./triage/flow.js";
import { controlOf, decision, hasVerdict, isAsked, isCalledFor, missing, showKeys } from "./triage/form.js";
import { keepHolding } from "./triage/hold.js";
import { keyOf } from "./triage/keys.js";
import { focusOn, strip } from "./triage/screen.js";
import { say, undoForm } from "./triage/strip.js";

const settings = document.querySelector("[data-keyboard]");
const words = { ...settings.dataset };
const own = JSON.parse(words.keys);
const isSwitchedOn = Object.keys(own).length > 0;
const keys = isSwitchedOn ? { ...own, save: "Enter" } : {};
const WRITTEN = { note: "save", question: "ask" }; // fields of several lines, and what sends each
const isOnComment = document.querySelector("[data-comment]") !== null;

const DEEDS = {
  accept: () => press(controlOf("accept"), words.noSuggestion),
  save,
  skip: () => press(controlOf("skip") ?? document.querySelector("[data-next]")),
  undo: () => (isOnComment ? undo(undoForm) : controlOf("undo")?.click()),
  help: () => openHelp(),
  note: () => controlOf("note")?.focus(),
  similar: () => controlOf("similar")?.focus(),
  flag: () => {
    controlOf("flag").parentElement.open = true;
    document.querySelector("[data-flag] textarea").focus();
  },
};

function press(button, ...otherwise) {
  if (isTooSoon()) return;
  if (button) button.click();
  else if (decision() && otherwise.length) pointAt(missing(decision()), otherwise);
}

/* Save what is chosen, or accept the suggestion where nothing is said yet; where something is missing, go there. */
function save() {
  const form = decision();
  if (!form || isTooSoon()) return;
  const button = controlOf(hasVerdict(form) ? "save" : "accept");
  const gap = hasVerdict(form) || !button ? missing(form) : "";
  if (gap) pointAt(gap);
  else button.click();
}

/* Say what is missing, and put the focus there. */
function pointAt(name, before = []) {
  say([...before, JSON.parse(words.missing)[name]].join(" "), "trouble");
  decision().querySelector(`[name="${name}"]`).focus();
}

/* Who names a kind or a group first has said that the comment is relevant. */
function choose(action) {
  if (/^(kind|group):/.test(action) && !hasVerdict(decision())) controlOf("relevant").click();
  const control = controlOf(action);
  control.click();
  control.focus();
}

function openHelp() {
  document.getElementById("keys").showModal();
  focusOn(document.getElementById("keys-title")); // not the button below the list
}

/* The action that a key asks for now; "" for none. */
function actionOf(key) {
  if (!isSwitchedOn || !key) return "";
  if (key.length > 1) return key === "Enter" ? "save" : "skip";
  return Object.keys(own).find((action) => own[action] === key && isAsked(action)) ?? "";
}

/* In a field of several lines Enter makes a new line, and only together with Ctrl it sends. It is no single key, so
   it works even where those are switched off; what is written beside the button is what works at the moment. */
function sendFrom(field) {
  if (field.name === "note") save();
  else press(controlOf("ask"));
}

for (const kind of ["focusin", "focusout"]) {
  document.addEventListener(kind, ({ type, target }) => {
    const action = isOnComment && target.matches("textarea") && WRITTEN[target.name];
    if (action) showKeys({ [action]: type === "focusin" ? "Ctrl+Enter" : (keys[action] ?? "") });
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && isOnComment && event.target.name in WRITTEN) {
    event.preventDefault();
    if (!event.repeat) sendFrom(event.target);
    return;
  }
  if (event.key === "Escape" && isOnComment && event.target.matches("[data-triage] textarea, [data-flag] textarea")) {
    focusOn(document.querySelector("[data-comment]"));
    return;
  }
  const action = actionOf(keyOf(event));
  if (!isOnComment && action !== "undo" && action !== "help") return;
  if (!action || (!(action in DEEDS) && !controlOf(action))) return;
  event.preventDefault();
  if (action in DEEDS) DEEDS[action]();
  else choose(action);
});

document.addEventListener("click", (event) => {
  const accept = event.target.closest("button[name=accept]");
  if (accept && isOnComment) leave(decision(), accept);
  if (!event.target.closest("[data-help]")) return;
  event.preventDefault();
  openHelp();
});

if (isOnComment) {
  document.getElementById("main").prepend(strip);
  begin(words, keys);
  keepHolding(pages, (page) => {
    forget(page);
    if (page === pages()[0]) say(words.taken, "trouble");
  });
  document.addEventListener("submit", (event) => {
    const isUndone = event.target.matches("[data-undo]");
    if (!isUndone && !isCalledFor(event.target)) return;
    event.preventDefault();
    if (isUndone) undo(() => (event.target.isConnected ? event.target : undoForm()));
    else leave(event.target, event.submitter);
  });
  window.addEventListener("popstate", () => follow(location.href));
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
  });
} else {
  showKeys(keys);
}
