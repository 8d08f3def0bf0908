// Lets a rectangle be drawn over the plot with mouse, pen or finger. What it means is up to the component.
export function attach(component, plot) {
  const stop = new AbortController();
  const drawn = plot.querySelector('.drawn');
  let start = null;

  const on = (type, handler) => plot.addEventListener(type, handler, { signal: stop.signal });
  const within = share => Math.min(1, Math.max(0, share));
  const place = event => {
    const box = plot.getBoundingClientRect();
    return { x: within((event.clientX - box.left) / box.width), y: within((box.bottom - event.clientY) / box.height) };
  };
  const end = () => {
    start = null;
    drawn.hidden = true;
  };

  on('pointerdown', event => {
    if (event.button === 0 && event.isPrimary) start = { ...place(event), event };
  });
  on('pointermove', event => {
    if (!start || event.pointerId !== start.event.pointerId) return;
    // A hand that trembles still clicks.
    if (drawn.hidden && Math.hypot(event.clientX - start.event.clientX, event.clientY - start.event.clientY) < 6) return;
    if (drawn.hidden) plot.setPointerCapture(event.pointerId);
    drawn.hidden = false;
    const { x, y } = place(event);
    drawn.style.left = `${100 * Math.min(x, start.x)}%`;
    drawn.style.right = `${100 * (1 - Math.max(x, start.x))}%`;
    drawn.style.bottom = `${100 * Math.min(y, start.y)}%`;
    drawn.style.top = `${100 * (1 - Math.max(y, start.y))}%`;
  });
  on('pointerup', event => {
    if (!start || event.pointerId !== start.event.pointerId) return;
    const from = start;
    const chosen = !drawn.hidden;
    end();
    const { x, y } = place(event);
    if (chosen) component.invokeMethodAsync('Select', from.x, from.y, x, y).catch(() => { });
  });
  on('pointercancel', end);

  return { detach: () => stop.abort() };
}
