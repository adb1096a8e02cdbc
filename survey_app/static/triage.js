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
  const irrelevant = optionOf("verdict", VERDICTS.n).checked;
  part.hidden = !irrelevant && !part.querySelector(".govuk-error-message");
}

function optionOf(name, value) {
  return form.querySelector(`[name="${name}"][value="${value}"]`);
}

function groups() {
  return [...form.querySelectorAll("[name=target_groups]")];
}

function choose(name, value) {
  const option = optionOf(name, value);
  option.click();
  option.focus();
}

function toggleGroup(number) {
  const group = groups()[number];
  if (group) {
    group.click();
    group.focus();
  }
}

function isTyping(target) {
  return target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])") !== null;
}

function showKeys() {
  const keys = new Map();
  Object.entries(VERDICTS).forEach(([key, value]) => keys.set(optionOf("verdict", value), key));
  Object.entries(KINDS).forEach(([key, value]) => keys.set(optionOf("kind", value), key));
  groups().slice(0, 10).forEach((group, place) => keys.set(group, String((place + 1) % 10)));
  for (const [option, key] of keys) {
    const hint = document.createElement("kbd");
    hint.textContent = key.toUpperCase();
    hint.setAttribute("aria-hidden", "true");
    hint.hidden = !use.checked;
    option.labels[0].querySelector("kbd")?.remove();
    option.labels[0].append(hint);
  }
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
  showKeys();
  use.addEventListener("change", () => {
    remember(use.checked);
    showKeys();
  });
  document.addEventListener("keydown", press);
}
