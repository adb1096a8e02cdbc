/* Reading comments with the keyboard, and without waiting for the server. The pages work the same without it.
   WCAG 2.2, 2.1.4: each key can be changed and all can be switched off (`data-keys` is empty then). */

import { begin, follow, forget, isTooSoon, isUnsaved, leave, pages, undo } from "./triage/flow.js";
import { controlOf, decision, hasVerdict, isAsked, isCalledFor, isUnaided, missing, showKeys } from "./triage/form.js";
import { keepHolding } from "./triage/hold.js";
import { keyOf } from "./triage/keys.js";
import { focusOn, strip } from "./triage/screen.js";
import { say, undoForm, unsay } from "./triage/strip.js";

const settings = document.querySelector("[data-keyboard]");
const words = { ...settings.dataset };
const own = JSON.parse(words.keys);
const isSwitchedOn = Object.keys(own).length > 0;
const keys = isSwitchedOn ? { ...own, save: "Enter" } : {};
const WRITTEN = { note: "save", question: "ask" }; // fields of several lines, and what sends each
let asked = ""; // what was last said to be chosen
const isOnComment = document.querySelector("[data-comment]") !== null;

const DEEDS = {
  accept: () => accept(),
  save: () => save(),
  skip: () => press(controlOf("skip") ?? document.querySelector("[data-next]")),
  leave: () => press(controlOf("leave")),
  undo: () => (isOnComment ? undo(undoForm) : controlOf("undo")?.click()),
  help: () => openHelp(),
  note: () => controlOf("note")?.focus(),
  similar: () => controlOf("similar")?.focus(),
  flag: () => {
    controlOf("flag").parentElement.open = true;
    document.querySelector("[data-flag] textarea").focus();
  },
};

function press(button) {
  if (button && !isTooSoon()) button.click();
}

/* Who expects a suggestion where there is to be none is told so, and saves nothing by mistake. */
function accept() {
  if (!isUnaided()) {
    save(controlOf("accept") ? [] : [words.noSuggestion]);
  } else if (!isTooSoon()) {
    askFor(words.unaided, "told");
    strip.scrollIntoView({ block: "nearest" });
  }
}

/* Save what is on the screen, which is the suggestion until somebody changes it; where something is missing, go
   there, and say what stands `before`. */
function save(before = []) {
  const form = decision();
  if (!form || isTooSoon()) return;
  const gap = missing(form);
  if (gap) pointAt(gap, before);
  else controlOf("save").click();
}

/* Say what is to be chosen; that holds until something is. */
function askFor(sentence, state) {
  say(sentence, state);
  asked = sentence;
}

/* Say what is missing, and put the focus there. */
function pointAt(name, before) {
  askFor([...before, JSON.parse(words.missing)[name]].join(" "), "trouble");
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

document.addEventListener("change", ({ target }) => {
  if (asked && target.matches("[data-triage] :is([type=radio], [type=checkbox])")) unsay(asked);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("button[name=accept]")) save();
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
    else leave(event.target);
  });
  window.addEventListener("popstate", () => follow(location.href));
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
  });
} else {
  showKeys(keys);
}
