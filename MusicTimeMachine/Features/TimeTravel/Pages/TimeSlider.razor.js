// The handles follow the hand at once; the page is asked when the hand has come to rest.
const rest = 350;
const name = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export function attach(page, root) {
  const [first, last] = root.querySelectorAll("input");
  const pane = root.querySelector(".window");
  const stage = root.querySelector(".stage");
  const [year, month] = root.dataset.first.split("-").map(Number);
  const count = () => Number(last.max);
  const monthName = index => name.format(Date.UTC(year, month - 1 + index));
  let timer;

  const place = (from, to) => {
    first.value = from;
    last.value = to;
    show();
  };

  const show = () => {
    root.style.setProperty("--from", first.value);
    root.style.setProperty("--to", last.value);
    first.setAttribute("aria-valuetext", monthName(Number(first.value)));
    last.setAttribute("aria-valuetext", monthName(Number(last.value) - 1));
    const [from, to] = [monthName(Number(first.value)), monthName(Number(last.value) - 1)];
    pane.dataset.label = from === to ? from : `${from} – ${to}`;
  };

  const travel = wait => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      root.removeAttribute("data-moving");
      page.invokeMethodAsync("Travel", Number(first.value), Number(last.value)).catch(() => { });
    }, wait);
  };

  first.addEventListener("input", () => {
    root.setAttribute("data-moving", "");
    first.value = Math.min(Number(first.value), Number(last.value) - 1);
    show();
  });
  last.addEventListener("input", () => {
    root.setAttribute("data-moving", "");
    last.value = Math.max(Number(last.value), Number(first.value) + 1);
    show();
  });
  for (const input of [first, last]) input.addEventListener("change", () => travel(rest));

  // What lies between the handles is pushed along; a touch that stays where it was chooses the month beneath.
  pane.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    const [from, length] = [Number(first.value), Number(last.value) - Number(first.value)];
    const width = stage.getBoundingClientRect().width / count();
    let moved = false;
    pane.setPointerCapture(event.pointerId);
    const move = next => {
      const months = Math.round((next.clientX - event.clientX) / width);
      if (!moved && Math.abs(next.clientX - event.clientX) < 6) return;
      moved = true;
      root.setAttribute("data-moving", "");
      const begin = Math.min(Math.max(0, from + months), count() - length);
      place(begin, begin + length);
    };
    const end = next => {
      pane.removeEventListener("pointermove", move);
      pane.removeEventListener("pointerup", end);
      pane.removeEventListener("pointercancel", end);
      if (moved) travel(0);
      else if (next.type === "pointerup") root.querySelectorAll(".months a")[Math.floor((next.clientX - stage.getBoundingClientRect().left) / width)]?.click();
    };
    pane.addEventListener("pointermove", move);
    pane.addEventListener("pointerup", end);
    pane.addEventListener("pointercancel", end);
  });

  show();
  return {
    place: (from, to) => { if (!root.hasAttribute("data-moving")) place(from, to); },
    detach: () => clearTimeout(timer),
  };
}
