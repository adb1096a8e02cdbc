/* Asking the server, and reading what its answer means. Nothing counts as saved before it has said so. */

import { pageIn } from "./screen.js";

const PATIENCE = 20_000; // milliseconds

/* Return the document at an address, or null. */
export async function fetched(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? { source: parsed(await response.text()), address: response.url } : null;
  } catch {
    return null;
  }
}

/* Send a form. Return what became of it:
   saved    the server has it; `source` is the document that it went on to, `page` the comment in that, `notice`
            what that says of the save
   page     where it is not saved: the comment with everything typed, and why
   else     `why`: unanswered, signedOut, expired, forbidden or failed */
export async function send(address, body, signIn) {
  let response, text;
  try {
    response = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "text/html" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await response.text();
  } catch {
    return { why: "unanswered" };
  }
  if (new URL(response.url).pathname === signIn) return { why: "signedOut" };
  const source = parsed(text);
  const page = pageIn(source, new URL(response.headers.get("Content-Location") ?? "", response.url).href);
  const notice = page?.notice ?? source.querySelector(".ohlas-saved");
  // What was saved goes on to another address, and what may fail there fails afterwards; only what leaves no trace
  // when it is taken back is shown at once, because nothing else could tell of it.
  if (response.redirected || (response.ok && page)) return { saved: true, source, page, notice, address: response.url };
  if (page && (response.status === 422 || response.status === 409)) return { saved: false, source, page, notice };
  return { why: { 400: "expired", 401: "signedOut", 403: "forbidden" }[response.status] ?? "failed" };
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}
