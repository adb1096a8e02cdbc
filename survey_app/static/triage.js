// Single-key shortcuts for triage. The page works the same without them.
// WCAG 2.2, 2.1.4: they can be switched off, and they sleep while somebody types.

const REMEMBERED_AS = "ohlas-triage-shortcuts";
const KINDS = { p: "praise", s: "complaint", d: "suggestion", q: "question" };
const VERDICTS = { r: "relevant", n: "irrelevant" };

const form = document.querySelector("[data-triage]");
const undo = document.querySelector("[data-undo]");
const box = document.querySelector("[data-shortcuts]");
const use = document.querySelector("[data-use-shortcuts]");

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED_AS) !== "off";
  } catch {
    return true; // a browser that remembers nothing
  }
}

function remember(on) {
  try {
    localStorage.setItem(REMEMBERED_AS, on ? "on" : "off");
  } catch {
    // then it holds until the next page
  }
}

function showReasons() {
  const part = form.querySelector("[data-if-irrelevant]");
  const relevant = form.querySelector(`[name=verdict][value=${VERDICTS.r}]`).checked;
  part.hidden = relevant && !part.querySelector(".govuk-error-message");
}

function choose(name, value) {
  const option = form.querySelector(`[name="${name}"][value="${value}"]`);
  option.click();
  option.focus();
}

function toggleGroup(number) {
  const group = form.querySelectorAll("[name=target_groups]")[number];
  if (group) {
    group.click();
    group.focus();
  }
}

function isTyping(target) {
  return target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])") !== null;
}

function press(event) {
  if (!use.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key in VERDICTS) {
    choose("verdict", VERDICTS[key]);
  } else if (key in KINDS) {
    choose("kind", KINDS[key]);
  } else if (/^[0-9]$/.test(key)) {
    toggleGroup((Number(key) + 9) % 10);
  } else if (key === "u" && undo) {
    undo.requestSubmit();
  } else if (key === "enter" && event.target.closest("a, button, summary") === null) {
    form.requestSubmit();
  } else {
    return;
  }
  event.preventDefault();
}

if (form) {
  showReasons();
  form.addEventListener("change", showReasons);
  box.hidden = false;
  use.checked = remembered();
  use.addEventListener("change", () => remember(use.checked));
  document.addEventListener("keydown", press);
}
