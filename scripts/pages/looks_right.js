// What is wrong with the page as it looks now: a list of sentences. Evaluated in the page.
//
// `width` is the window's. `window.innerWidth` is not asked: a phone zooms out until all of a page that
// is too wide can be seen, and then has a window that is wide enough.
((width) => {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > width) {
    found.push(`is ${root.scrollWidth} wide in a window of ${width}`);
  }

  const shown = (element) => element.getClientRects().length > 0;
  const name = (element) => `"${element.textContent.trim().slice(0, 40)}"`;

  // Nothing but a table's own scroller hides what is too wide for it.
  for (const element of document.querySelectorAll("body *")) {
    if (!shown(element) || element.closest(".scroller, .skip, svg")) continue;
    if (element.getBoundingClientRect().right > width + 0.5) {
      found.push(`${name(element)} reaches out of the window`);
    }
  }

  // Text and what is below it, as WCAG 2.2 measures them: 1.4.3, level AA.
  const channels = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return { values: [red, green, blue], alpha };
  };
  const luminance = (values) => {
    const [red, green, blue] = values.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const below = (element) => {
    const box = element.closest("svg g.box");
    if (box) return channels(getComputedStyle(box.querySelector("rect")).fill).values;
    for (let place = element; place; place = place.parentElement) {
      const color = channels(getComputedStyle(place).backgroundColor);
      if (color.alpha > 0) return color.values;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || seen.has(element)) continue;
    seen.add(element);
    if (!shown(element) || element.closest("svg > title, svg > desc")) continue;
    const style = getComputedStyle(element);
    const color = element.closest("svg") ? style.fill : style.color;
    const ratio = contrast(channels(color).values, below(element));
    if (ratio < 4.5) found.push(`${name(element)} has a contrast of ${ratio.toFixed(2)}`);
  }

  // Text of a drawing stays in its box.
  for (const box of document.querySelectorAll("svg g.box")) {
    const frame = box.querySelector("rect").getBoundingClientRect();
    for (const text of box.querySelectorAll("text")) {
      const own = text.getBoundingClientRect();
      if (own.right > frame.right + 0.5 || own.bottom > frame.bottom + 0.5) {
        found.push(`${name(text)} reaches out of its box`);
      }
    }
  }

  // A finger finds links of a list: 24 pixels, WCAG 2.2, 2.5.8, level AA.
  for (const link of document.querySelectorAll("nav a, .index a")) {
    if (shown(link) && link.getBoundingClientRect().height < 24) {
      found.push(`the link ${name(link)} is too low for a finger`);
    }
  }
  return found;
})
