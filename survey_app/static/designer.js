/* Making questionnaires, where JavaScript runs; every form works without it. Rows of a form are added, moved and
   removed without a new page: the server does it just as it does without JavaScript, and its answer only takes the
   place of the form. Who leaves a form with unsaved changes is asked before. */

const FORM = "form[data-steps]";
const GUARDED = "form[data-guarded]";
let chosenIn = ""; // the select whose choice pressed a button by itself

document.documentElement.classList.add("ohlas-scripted"); // hides buttons that a script presses by itself

document.addEventListener("submit", async (event) => {
  const form = event.target.closest(FORM);
  const button = event.submitter;
  if (!form || !button || !button.hasAttribute("data-step")) return;
  event.preventDefault();
  const stay = chosenIn;
  chosenIn = "";
  const said = contents(form);
  const typed = new URLSearchParams(said);
  typed.append(button.name, button.value);
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: typed, headers: { Accept: "text/html" } });
  } catch {
    answer = null; // no connection: the ordinary way says so, and keeps what was typed
  }
  const page = answer?.status === 200 ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const fresh = page?.querySelector(FORM);
  if (!fresh) {
    button.removeAttribute("data-step");
    form.requestSubmit(button);
    return;
  }
  if (stay && contents(form) !== said) return; // something was typed meanwhile
  const openBefore = [...form.querySelectorAll("details")].map((part) => part.open);
  const parts = [...fresh.querySelectorAll("details")];
  if (parts.length === openBefore.length) parts.forEach((part, number) => (part.open ||= openBefore[number]));
  form.replaceWith(document.adoptNode(fresh));
  document.getElementById(stay || fresh.dataset.focus)?.focus();
});

/* Who follows a link to a field stands in it, though it may be folded up. */
function standAtTarget() {
  const field = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!field?.matches("input, textarea, select")) return;
  for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  field.focus();
}
standAtTarget();
window.addEventListener("hashchange", standAtTarget);

/* What a condition asks depends on the item chosen, and what an item has on its kind: it shows at once, and the focus
   stays where it is. */
document.addEventListener("change", ({ target }) => {
  if (!target.matches(`${FORM} select`)) return;
  const button = target.form.querySelector(`button[data-step][value="${target.name.replace(/\.item$/, ".look")}"]`);
  if (!button) return;
  chosenIn = target.id;
  target.form.requestSubmit(button);
});

/* Enter in an answer goes to the next one; below the last one it adds another. */
document.addEventListener("keydown", (event) => {
  const row = event.key === "Enter" && event.target.name?.match(/^(options|rows)\.(\d+)\.(labels|texts)\..+$/);
  if (!row || event.isComposing || !event.target.matches(`${FORM} input`)) return;
  event.preventDefault();
  const next = event.target.form.elements[event.target.name.replace(/\.\d+\./, `.${Number(row[2]) + 1}.`)];
  if (next) next.focus();
  else if (event.target.value.trim()) event.target.form.requestSubmit(document.getElementById(`${row[1]}.add`));
});

/* The main language is none of the further ones. */
function keepMainApart(select) {
  for (const box of select.form.querySelectorAll("input[name=languages]")) {
    box.closest(".govuk-checkboxes__item").hidden = box.value === select.value;
  }
}
for (const select of document.querySelectorAll("select[name=main_language]")) {
  select.addEventListener("change", () => keepMainApart(select));
  keepMainApart(select);
}

/* Whether something is typed into a form that is not saved: it differs from what the page came with, or the page came
   with what is not saved yet. */
const contents = (form) => String(new URLSearchParams(new FormData(form)));
const begun = new Map([...document.querySelectorAll(GUARDED)].map((form) => [form.id || form.action, contents(form)]));
const isChanged = (form) => "changed" in form.dataset || contents(form) !== begun.get(form.id || form.action);
const isUnsaved = (sent) => [...document.querySelectorAll(GUARDED)].some((form) => form !== sent && isChanged(form));

const dialog = document.getElementById("leave");
let leaves = false; // it was asked, or what was typed is on its way

function ask(leave) {
  dialog.returnValue = "stay";
  dialog.showModal();
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "leave") return;
    leaves = true;
    leave();
  }, { once: true });
}

if (dialog) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    if (leaves || !isUnsaved()) return;
    event.preventDefault();
    ask(() => link.click());
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method === "dialog") return;
    if (leaves || !isUnsaved(event.target)) {
      leaves = true;
      return;
    }
    event.preventDefault();
    ask(() => event.target.requestSubmit(event.submitter));
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaves && isUnsaved()) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    leaves = false;
  });
}
