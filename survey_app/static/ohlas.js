/* Improves forms where JavaScript runs; every form works without it, and the server decides everything again.
   Knows the markup of templates/macros/items.html and fields.html, nothing else. */

const RELATIONS = {
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
};

/* The same operators as forms/expressions; `chosen(item)` gives the values of an item, [] where it is unanswered. */
const OPERATORS = {
  and: ({ of }, chosen) => of.every((part) => holds(part, chosen)),
  or: ({ of }, chosen) => of.some((part) => holds(part, chosen)),
  not: ({ of }, chosen) => !holds(of, chosen),
  answered: ({ item }, chosen) => chosen(item).length > 0,
  in: ({ item, options }, chosen) => chosen(item).some((value) => options.includes(value)),
  count: ({ item, relation, value }, chosen) => RELATIONS[relation](chosen(item).length, value),
  compare: ({ item, relation, value }, chosen) => {
    const [answer] = chosen(item);
    if (answer === undefined) return false;
    const compared = typeof value === "number" ? numberIn(answer) : answer;
    return !Number.isNaN(compared) && RELATIONS[relation](compared, value);
  },
};

export function holds(expression, chosen) {
  return OPERATORS[expression.op](expression, chosen);
}

function numberIn(text) {
  return Number(text.replace(/\s/g, "").replace(",", ".").replace("−", "-"));
}

/* What an item's inputs say now: codes of options, or the one thing typed; a date as ISO text. */
function valuesOf(item) {
  const code = item.dataset.item;
  const inputs = [...item.querySelectorAll("input, textarea, select")];
  const part = (name) => inputs.find((input) => input.name === `${code}.${name}`)?.value.trim();
  if (part("year") !== undefined) {
    const [year, month, day] = [part("year"), part("month"), part("day")];
    return year && month && day ? [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`] : [];
  }
  return inputs
    .filter((input) => input.name === code && (input.checked || !/^(radio|checkbox)$/.test(input.type)))
    .map((input) => ("places" in item.dataset ? input.value.split(":").slice(1).join(":") : input.value.trim()))
    .filter((value) => value !== "");
}

/* Items in the order of the page; an item hidden counts as unanswered for those after it, as on the server. */
function showWhatIsAsked(items) {
  const hidden = new Set();
  const byCode = new Map(items.map((item) => [item.dataset.item, item]));
  const chosen = (code) => (hidden.has(code) || !byCode.has(code) ? [] : valuesOf(byCode.get(code)));
  for (const item of items) {
    if (!item.dataset.visibleIf) continue;
    item.hidden = !holds(JSON.parse(item.dataset.visibleIf), chosen);
    if (item.hidden) hidden.add(item.dataset.item);
  }
  for (const section of document.querySelectorAll("[data-section]")) {
    section.hidden = [...section.querySelectorAll("[data-item]")].every((item) => item.hidden);
  }
}

/* A write-in input shows under its option; hidden it is not sent, or its words would look like an answer. */
function showWriteIns() {
  for (const option of document.querySelectorAll("[data-reveals]")) {
    const input = document.getElementById(option.dataset.reveals);
    const chosen = option.matches("select") ? option.value !== "" : option.checked;
    input.disabled = !chosen;
    input.parentElement.hidden = !chosen;
  }
}

/* "None of these" and the other options undo each other. */
function keepExclusive(changed) {
  const chosen = changed.matches("select") ? changed.value !== "" : changed.type === "checkbox" && changed.checked;
  if (!chosen) return;
  const siblings = changed.closest("fieldset")?.querySelectorAll("input[type=checkbox], select") ?? [];
  for (const other of siblings) {
    const undone = "exclusive" in changed.dataset || "exclusive" in other.dataset;
    if (other === changed || other.name !== changed.name || !undone) continue;
    if (other.matches("select")) other.value = "";
    else other.checked = false;
  }
}

/* Counts as the server does: characters, and a line break is one. */
function countCharacters(frame) {
  const text = frame.querySelector("textarea");
  const visible = frame.querySelector(".govuk-character-count__message");
  const limit = Number(frame.dataset.characterCount);
  const spoken = document.createElement("div");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  frame.append(spoken);
  let pause;
  const show = () => {
    const left = limit - [...text.value].length;
    const words = (left < 0 ? visible.dataset.over : visible.dataset.left).replace("{count}", Math.abs(left));
    visible.textContent = words;
    visible.classList.toggle("govuk-error-message", left < 0);
    visible.classList.toggle("govuk-hint", left >= 0);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = words;
    }, 1000);
  };
  text.addEventListener("input", show);
  if (text.value) show();
}

/* Says once that words are not saved yet; never stands in the way of leaving. */
function noteUnsaved(form) {
  const note = form.querySelector("[data-unsaved]");
  form.addEventListener("input", ({ target }) => {
    if (note && "keepsText" in target.dataset) note.textContent = note.dataset.unsaved;
  });
}

/* A link of the error summary leads to the question, not only to its input, so that the question stays in sight. */
function followErrorLinks(summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const input = document.getElementById(event.target.closest("a")?.hash.slice(1));
    if (!input) return;
    event.preventDefault();
    (input.closest("fieldset, .govuk-form-group") ?? input).scrollIntoView();
    input.focus({ preventScroll: true });
  });
}

function update() {
  showWriteIns();
  showWhatIsAsked(items);
}

/* Makes what has come to the page better, once. */
export function improve(part) {
  part.querySelectorAll("[data-character-count]").forEach(countCharacters);
  part.querySelectorAll("form").forEach(noteUnsaved);
  part.querySelectorAll("[data-error-summary]").forEach(followErrorLinks);
}

const items = [...document.querySelectorAll("[data-item]")];
improve(document);
for (const item of items) {
  item.querySelector(".ohlas-item__condition")?.setAttribute("hidden", "");
}
document.addEventListener("input", ({ target }) => {
  keepExclusive(target);
  update();
});
window.addEventListener("pageshow", update); // also when the browser brings a page back with its answers
update();
