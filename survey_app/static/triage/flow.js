/* From comment to comment without waiting. The next comment is fetched, and held for this person, while this one is
   read; it is shown the moment a decision is sent. One decision at most is on its way, and one comment at most is
   ready: who is faster than the server waits for it, and sees that. What could not be saved comes back to the screen
   with everything typed and the reason. */

import { contents, decisionOf, isWhole, prepare, showKeys } from "./form.js";
import { find, isTyped, pageIn, show } from "./screen.js";
import { fetched, send } from "./server.js";
import { further, offerNothing, offerUndo, say, undone, whole } from "./strip.js";

const FRESH = 5 * 60_000; // milliseconds; the server holds a comment for ten minutes
const TOO_SOON = 300; // milliseconds in which nobody reads a comment: a key was pressed twice

let words, keys; // the sentences to say; action → key
let current; // the page on the screen
let ahead = null; // the one to come
let underway = null; // the save that the server has not answered yet: a promise of whether it has worked
let isBusy = false;
let isLeaving = false;
let shownAt = -TOO_SOON;
const aside = new Map(); // pages with something typed that left the screen without being sent: comment → page
const later = new Map(); // the same of comments that were put off, or that a colleague was asked about

export const pages = () => [current, ahead].filter(Boolean);
export const isUnsaved = () => !isLeaving && (underway !== null || aside.size > 0 || pages().some(isTyped));
export const isTooSoon = () => performance.now() - shownAt < TOO_SOON;
export const forget = (page) => {
  if (page === ahead) ahead = null;
};

/* Begin with the page that the browser has loaded. */
export function begin(settings, ownKeys) {
  [words, keys] = [settings, ownKeys];
  current = pageIn(document, location.href);
  current.isImproved = true; // by ohlas.js
  prepare(keys, tellUnticked);
  offer(document, current.notice);
  if (current.notice) say(whole(current.notice), "saved");
  fetchAhead();
}

/* Send a form after which the next comment comes. */
export const leave = (form) => alone(() => sendAndGoOn(form));

/* Take back what was saved last, and show that comment. `form` is looked for when its turn has come. */
export const undo = (form) => alone(() => takeBack(form()));

/* Show the comment that the browser went back or forward to. */
export function follow(address) {
  if (isBusy) setTimeout(follow, 100, address);
  else alone(() => load(address));
}

/* One thing at a time; what is on its way is waited for first, and where it has failed, nothing else happens. */
async function alone(work) {
  if (isBusy) return;
  isBusy = true;
  try {
    if (underway) say(words.waiting, "saving");
    if (await (underway ?? true)) await work();
  } finally {
    isBusy = false;
  }
  if (!ahead) fetchAhead();
}

async function sendAndGoOn(form) {
  const left = current;
  if (left.isOld) await renewToken(form);
  const done = doneWith(form);
  const next = isWhole(form) && mayFollow(ahead, form) ? ahead : null;
  const address = new URL(form.action);
  if (next) address.searchParams.set("after", next.id);
  const answer = send(address, contents(form), words.signIn);
  say(words.saving.replace("{what}", done), "saving");
  offerNothing();
  ahead = null;
  if (!next) {
    settle(await answer, left, done);
    return;
  }
  underway = answer.then((known) => settle(known, left, done));
  underway.finally(() => (underway = null)).then(() => ahead || fetchAhead());
  put(next);
}

/* Whether a page may be shown after a form: it is still held, and not decided along with it. */
function mayFollow(page, form) {
  const together = new FormData(form).getAll("together").map((ticked) => ticked.split(":")[0]);
  return page !== null && Date.now() - page.heldAt < FRESH && !together.includes(page.id);
}

/* Take in what the server said about what was sent from the page `left`; return whether that was saved. */
function settle(answer, left, done) {
  if (!answer.saved) return bringBack(answer, left);
  aside.delete(left.id);
  if (isTyped(left) && [words.putOff, words.asked].includes(done)) later.set(left.id, left);
  if (current !== left) {
    if (answer.page && answer.page.id !== current.id) ahead = answer.page;
  } else if (answer.page) {
    put(answer.page);
  } else {
    isLeaving = true;
    location.assign(answer.address);
    return true;
  }
  history.replaceState(null, "", new URL(current.address).pathname + new URL(answer.address).search);
  offer(answer.source, answer.notice);
  count(answer.source);
  say([words.saved.replace("{what}", done), further(answer.notice)].join(" "), "saved");
  return true;
}

function bringBack(answer, left) {
  const isElsewhere = current !== left;
  if (isElsewhere) ahead = current;
  const page = answer.page ?? left;
  page.address = left.address;
  page.begun = null; // it is not saved, whatever it holds
  page.isOld = !answer.page;
  put(page, isElsewhere);
  if (!answer.page) explain(answer.why);
  offer(document, null);
  say([words.notSaved, ...focusOnTheOnlyGap()].join(" "), "trouble");
  return false;
}

/* Where one thing alone is wrong, the focus goes there, and the sentence is said; several are read one by one. */
function focusOnTheOnlyGap() {
  const links = [...document.querySelectorAll("[data-error-summary] a[href^='#']")];
  if (links.length !== 1) return [];
  document.getElementById(links[0].hash.slice(1)).focus();
  return [links[0].textContent];
}

async function takeBack(form) {
  if (!form) {
    say(words.nothingToUndo, "trouble");
    return;
  }
  const answer = await send(form.action, contents(form), words.signIn);
  if (!answer.page) {
    say(words.notTakenBack, "trouble");
    return;
  }
  setAside(current);
  ahead = answer.saved && current.id !== answer.page.id ? current : null;
  put(answer.page);
  offer(answer.source, answer.notice);
  count(answer.source);
  say(answer.saved ? undone(answer.notice) : words.notSaved, answer.saved ? "saved" : "trouble");
}

async function load(address) {
  const found = await fetched(address);
  const page = found && pageIn(found.source, found.address);
  if (!page) {
    location.reload();
    return;
  }
  setAside(current);
  put(page, false);
  offer(found.source, page.notice);
}

function put(page, isNew = true) {
  current = aside.get(page.id) ?? later.get(page.id) ?? page;
  [aside, later].forEach((pages) => pages.delete(page.id));
  show(current);
  shownAt = performance.now();
  prepare(keys, tellUnticked);
  if (isNew) history.pushState(null, "", current.address);
}

function offer(source, notice) {
  offerUndo(source, notice);
  if (keys.undo) showKeys({ undo: keys.undo });
}

function setAside(page) {
  if (isTyped(page)) aside.set(page.id, page);
}

async function fetchAhead() {
  const reading = current;
  const link = underway === null && find(reading, "[data-next]");
  const found = link && (await fetched(link.href));
  const page = found && pageIn(found.source, found.address);
  if (current === reading && !ahead && !isBusy && page && page.id !== current.id) ahead = page;
}

/* How many wait is newer in an answer than on a page that was fetched before. */
function count(source) {
  const [shown, newer] = [document, source].map((each) => each.querySelector("[data-count]"));
  if (shown && newer) shown.textContent = newer.textContent;
}

const tellUnticked = (groups) => say(words.unticked.replace("{what}", groups), "told");

function doneWith(form) {
  if (form.matches("[data-skip]")) return words.putOff;
  return form.matches("[data-flag]") ? words.asked : decisionOf(form);
}

/* Above the comment that has come back stands why. */
function explain(why) {
  const summary = document.querySelector("template[data-failure]").content.firstElementChild.cloneNode(true);
  summary.querySelector("[data-why]").textContent = words[why] ?? words.failed;
  if (why !== "signedOut" && why !== "expired") summary.querySelector("[data-sign-in]").remove();
  const isExplanation = (node) => node.matches?.("[data-error-summary]");
  current.nodes.filter(isExplanation).forEach((node) => node.remove());
  current.nodes[0].before(summary);
  current.nodes = [summary, ...current.nodes.filter((node) => !isExplanation(node))];
  summary.focus();
}

/* Who has signed in anew has a new token. */
async function renewToken(form) {
  const page = await fetched(current.address);
  const token = page?.source.querySelector("main input[name=csrf_token]")?.value;
  if (token) form.elements.csrf_token.value = token;
}
