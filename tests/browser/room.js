/* What has no room on the page: it is wider than the screen, cut off, or covered by what never scrolls away. */
() => {
  const said = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  const root = document.documentElement;
  const found = [];
  const wider = root.scrollWidth - root.clientWidth;
  if (wider > 0) found.push(`is ${wider} px wider than the screen`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility()) continue;
    const { position, overflowX, overflowY } = getComputedStyle(element);
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (["fixed", "sticky"].includes(position) && element.offsetHeight > innerHeight / 3) found.push(`${said(element)} covers the screen`);
    if (width <= 1 || height <= 1) continue; // for the ear alone
    if (element.matches("input, select")) continue; // what is typed scrolls in them
    const cuts = (how) => how === "hidden" || how === "clip";
    if (cuts(overflowX) && element.scrollWidth > width + 1) found.push(`${said(element)} cuts off its right`);
    if (cuts(overflowY) && element.scrollHeight > height + 1) found.push(`${said(element)} cuts off its end`);
  }
  return found;
}
