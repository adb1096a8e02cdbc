/* What has the keyboard's focus, and what is wrong with it; see focus.py. */
() => {
  const KINDS = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]";
  const OF_PARTS = "input[type=date], input[type=time], input[type=datetime-local], iframe"; // Tab stops at each part
  const ENOUGH = 24; // pixels of a control that are in sight
  const visited = new Set();
  let last = null;

  const said = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  const isOneOfRadios = (element) => element.type === "radio" && element.name;
  const group = (element) => `${element.form?.id} ${element.form?.action} ${element.name}`;

  function reachable() {
    const all = [...document.querySelectorAll(KINDS)].filter(
      (element) => element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility({ visibilityProperty: true }),
    );
    const reached = new Set([...visited].filter(isOneOfRadios).map(group));
    return all.filter((element) => !(isOneOfRadios(element) && reached.has(group(element))));
  }

  /* The first of its boxes: the middle of a link on two lines may belong to none of them. */
  const box = (element) => [...element.getClientRects()].find((one) => one.width && one.height);

  /* The middle of what is in sight of it; a text field may be higher than a small screen. */
  function middle({ left, top, right, bottom }) {
    const { clientWidth, clientHeight } = document.documentElement;
    const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
    const [width, height] = [Math.min(right, clientWidth) - x, Math.min(bottom, clientHeight) - y];
    const enough = (seen, whole) => seen >= Math.min(ENOUGH, whole) - 1;
    return enough(width, right - left) && enough(height, bottom - top) ? [x + width / 2, y + height / 2] : null;
  }

  function trouble(element) {
    const found = [];
    const follows = !last || last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!follows) found.push("comes before what had the focus");
    const place = box(element);
    const point = place && middle(place);
    if (!point) return [...found, `is out of sight: ${JSON.stringify(place)}`];
    const hit = document.elementFromPoint(...point);
    const own = [element, ...(element.labels ?? [])];
    if (!own.some((one) => one.contains(hit))) found.push(`is beneath ${hit ? said(hit) : "nothing"}`);
    return found;
  }

  window.focusTour = {
    /* What has the focus now; null when the tour is over. */
    look() {
      const element = document.activeElement;
      const again = element === last && element.matches(OF_PARTS);
      if (!element || element === document.body || (visited.has(element) && !again)) return null;
      const troubles = (again ? [] : trouble(element)).map((words) => `${said(element)} ${words}`);
      visited.add(element);
      last = element;
      const place = box(element) ?? { x: 0, y: 0, width: 0, height: 0 };
      const isFrame = element.tagName === "IFRAME"; // what is in it shows the focus
      const kind = isFrame ? null : `${element.tagName} ${element.type ?? ""} ${element.className} ${element.parentElement.className}`;
      return { troubles, kind, x: place.x, y: place.y, width: place.width, height: place.height };
    },
    missed: () => reachable().filter((element) => !visited.has(element)).map((element) => `${said(element)} is not reached`),
    blur: () => document.activeElement.blur(),
  };
}
