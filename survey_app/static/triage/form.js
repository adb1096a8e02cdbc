/* The form of a decision: what a key chooses in it, which key is shown beside what, and whether it is whole. */

const GENERAL = "general"; // it stands alone, as the server says, too
const IRRELEVANT = "irrelevant";
const PARTS = ["verdict", "reason", "kind", "target_groups"]; // of a decision
const NAMES = { group: "target_groups", reason: "reason", kind: "kind" };

export const decision = (part = document) => part.querySelector("form[data-triage]");
const option = (form, name, value) => form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`);
const isIrrelevant = (form) => option(form, "verdict", IRRELEVANT).checked;

/* The control that an action is about: an option of the form, a button, a link. */
export function controlOf(action) {
  const form = decision();
  const [part, value] = action.split(":");
  if (value !== undefined) return form && option(form, NAMES[part], value);
  const single = {
    accept: () => document.querySelector("button[name=accept]"),
    save: () => form?.querySelector("button:not([name])"),
    relevant: () => form && option(form, "verdict", "relevant"),
    irrelevant: () => form && option(form, "verdict", IRRELEVANT),
    note: () => form?.querySelector("textarea[name=note]"),
    skip: () => document.querySelector("[data-skip] button"),
    leave: () => document.querySelector("[data-leave] button"),
    flag: () => document.querySelector("[data-flag]")?.closest("details").querySelector("summary"),
    undo: () => document.querySelector("[data-undo] button"),
    similar: () => document.querySelector("[data-similar] input"),
    ask: () => document.querySelector("[data-flag] button"),
    help: () => document.querySelector("[data-help]"),
  };
  return single[part]?.() ?? null;
}

/* A key of the form chooses; whether a reason or a group is meant depends on the verdict. */
export function isAsked(action) {
  const [part] = action.split(":");
  if (part !== "reason" && part !== "group") return true;
  const form = decision();
  return form !== null && isIrrelevant(form) === (part === "reason");
}

/* What a form sends: of a decision only what is on the screen, no reason of a relevant comment and no groups of an
   irrelevant one. */
export function contents(form) {
  const said = new URLSearchParams(new FormData(form));
  const unasked = { relevant: "reason", [IRRELEVANT]: "target_groups" }[said.get("verdict")];
  if (unasked) said.delete(unasked);
  return said;
}

/* Whether the form still says what the machine suggests. */
function isAsSuggested(form, suggested) {
  const [own, offered] = [contents(form), new URLSearchParams(suggested)];
  return PARTS.every((name) => String(own.getAll(name).sort()) === String(offered.getAll(name).sort()));
}

/* Whether the server will find nothing missing, so that the next comment may be shown before it has answered. */
export const isWhole = (form) => !form.matches("[data-triage]") || (hasVerdict(form) && !missing(form));

/* The first field that something is missing in; "" for none. Where the machine is sure that the comment is relevant,
   and only the rest is missing, that is asked for: who chooses it has said that the comment is relevant. */
export function missing(form) {
  const said = new FormData(form);
  if (isIrrelevant(form)) return said.has("reason") ? "" : "reason";
  const isBegun = said.has("verdict") || form.dataset.says === "relevant";
  const gap = ["kind", "target_groups"].find((name) => !said.has(name)) ?? "";
  return (isBegun && gap) || said.has("verdict") ? gap : "verdict";
}

/* Whether the person is to decide without a suggestion. */
export const isUnaided = () => decision()?.hasAttribute("data-unaided") ?? false;

export const hasVerdict = (form) => new FormData(form).has("verdict");
export const isCalledFor = (form) => form?.matches("[data-triage], [data-skip], [data-flag]") ?? false;

const wordsOf = (control) => control.labels[0].firstChild.textContent.trim();

/* The words of what is about to be sent; the same as the server says afterwards. */
export function decisionOf(form) {
  const said = contents(form);
  if (isIrrelevant(form)) said.delete("kind");
  return PARTS.flatMap((name) => said.getAll(name).map((value) => wordsOf(option(form, name, value)))).join(" · ");
}

/* Make a form that has come to the page ready for keys. `keys`: action → key; `tellUnticked` is told the words of
   groups that another one has unticked. */
export function prepare(keys, tellUnticked) {
  const form = decision();
  if (form) {
    const general = option(form, "target_groups", GENERAL);
    if (general) general.dataset.exclusive = "";
    moveToSuggestion(form.querySelector("[data-offered]"));
    watchGroups(form, tellUnticked);
    form.addEventListener("change", ({ target }) => {
      if (["kind", "target_groups"].includes(target.name) && target.checked && !hasVerdict(form)) {
        option(form, "verdict", "relevant").checked = true; // who names what it is about has said so
      }
      showWhatIsAsked(form, keys);
    });
    showWhatIsAsked(form, keys);
  }
  showKeys(keys);
}

/* What accepts the suggestion stands beside the comment. It submits no more by itself, or Enter in a field would
   press it. */
function moveToSuggestion(offered) {
  if (!offered) return;
  offered.querySelector("button").type = "button";
  document.getElementById("suggestion").after(offered);
}

/* The general group and the others untick each other (ohlas.js), which nobody who looks elsewhere would notice.
   What was ticked is taken down at the click, before they do, and compared once all is done. */
function watchGroups(form, tellUnticked) {
  const groups = [...form.querySelectorAll('[name="target_groups"]')];
  form.addEventListener("click", ({ target }) => {
    if (!groups.includes(target)) return; // a label passes its click on
    const ticked = groups.filter((group) => group.checked && group !== target);
    setTimeout(() => {
      const gone = ticked.filter((group) => !group.checked);
      if (gone.length) tellUnticked(gone.map(wordsOf).join(", "));
    });
  });
}

function showWhatIsAsked(form, keys) {
  const accept = controlOf("accept");
  if (accept) accept.hidden = !isAsSuggested(form, accept.value); // what is on the screen is what is saved
  const part = form.querySelector("[data-if-irrelevant]");
  part.hidden = !isIrrelevant(form) && !part.querySelector(".govuk-error-message");
  form.querySelector("[data-if-relevant]").hidden = isIrrelevant(form);
  showKeys(Object.fromEntries(Object.entries(keys).filter(([action]) => /^(reason|group):/.test(action))));
}

/* Beside each control its key, for eyes and for screen readers. */
export function showKeys(keys) {
  for (const [action, key] of Object.entries(keys)) {
    const control = controlOf(action);
    if (!control) continue;
    const place = control.labels?.[0] ?? control;
    place.querySelector("kbd")?.remove();
    control.removeAttribute("aria-keyshortcuts");
    if (!key || !isAsked(action)) continue;
    const hint = document.createElement("kbd");
    hint.textContent = key.length === 1 ? key.toUpperCase() : key;
    hint.setAttribute("aria-hidden", "true");
    place.append(hint);
    control.setAttribute("aria-keyshortcuts", hint.textContent.replace("Ctrl", "Control"));
  }
}
