/* Rows of a form are added, moved and removed without a new page. The server does it just as it does without
   JavaScript; here its answer only takes the place of the form. */

const FORM = "form[data-steps]";
let chosenIn = ""; // the select whose choice pressed a button by itself

document.addEventListener("submit", async (event) => {
  const form = event.target.closest(FORM);
  const button = event.submitter;
  if (!form || !button || !button.hasAttribute("data-step")) return;
  event.preventDefault();
  const stay = chosenIn;
  chosenIn = "";
  const typed = new URLSearchParams(new FormData(form));
  const said = String(typed);
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
  if (stay && String(new URLSearchParams(new FormData(form))) !== said) return; // something was typed meanwhile
  const openBefore = [...form.querySelectorAll("details")].map((part) => part.open);
  const parts = [...fresh.querySelectorAll("details")];
  if (parts.length === openBefore.length) parts.forEach((part, number) => (part.open ||= openBefore[number]));
  form.replaceWith(document.adoptNode(fresh));
  document.getElementById(stay || fresh.dataset.focus)?.focus();
});

/* What a condition asks depends on the item chosen: it shows at once, and the focus stays where it is. */
document.addEventListener("change", ({ target }) => {
  const button = target.matches(`${FORM} select[name$=".item"]`) && document.getElementById(target.name.replace(/item$/, "look"));
  if (!button) return;
  chosenIn = target.id;
  target.form.requestSubmit(button);
});
