// Keeps the counts of the background work page fresh. Without it the page has a link that loads it again.

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
      bar.max = Math.max(state.total, 1);
      bar.value = state.coded;
    }
  } catch {
    // the network is away; the next turn may be luckier
  }
  setTimeout(refresh, PAUSE);
}

if (page) {
  setTimeout(refresh, PAUSE);
}
