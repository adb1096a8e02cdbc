/* Rows of a form are added, moved and removed without a new page. The server does it just as it does without
   JavaScript; here its answer only takes the place of the form. */

const FORM = "form[data-steps]";

document.addEventListener("submit", async (event) => {
  const form = event.target.closest(FORM);
  const button = event.submitter;
  if (!form || !button || !button.hasAttribute("data-step")) return;
  event.preventDefault();
  const typed = new URLSearchParams(new FormData(form));
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
  const openBefore = [...form.querySelectorAll("details")].map((part) => part.open);
  const parts = [...fresh.querySelectorAll("details")];
  if (parts.length === openBefore.length) parts.forEach((part, number) => (part.open ||= openBefore[number]));
  form.replaceWith(document.adoptNode(fresh));
  document.getElementById(fresh.dataset.focus)?.focus();
});
