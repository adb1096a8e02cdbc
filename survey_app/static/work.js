// Keeps the counts of pages about background work fresh, and says when more than counts has changed.
// Without it the pages have a link that loads them again.

const PAUSE = 5000;
const page = document.querySelector("[data-work-state]");

async function refresh() {
  try {
    const answer = await fetch(page.dataset.workState, { headers: { Accept: "application/json" } });
    if (answer.ok && !answer.redirected) {
      const state = await answer.json();
      for (const place of page.querySelectorAll("[data-count]")) {
        const count = String(state[place.dataset.count]);
        if (place.textContent !== count) {
          place.textContent = count;
        }
      }
      const bar = page.querySelector("progress");
      if (bar) {
        bar.max = Math.max(state.total, 1);
        bar.value = state.coded;
      }
      const stale = page.querySelector("[data-stale]");
      if (stale) {
        stale.hidden = state.stamp === page.dataset.stamp;
      }
    }
  } catch {
    // the network is away; the next turn may be luckier
  }
  setTimeout(refresh, PAUSE);
}

if (page) {
  setTimeout(refresh, PAUSE);
}
