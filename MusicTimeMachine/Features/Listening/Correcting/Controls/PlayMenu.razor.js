const openers = new WeakMap();
const closing = new WeakMap();

// A scroll that a click has begun may still be on its way: the menu stays while its button does.
const still = 8;

/** Shows the menu beside a button, above it where there is no room below, with the focus on its first entry. */
export function open(menu, buttonId) {
  const button = document.getElementById(buttonId);
  if (!button) return;
  if (!openers.has(menu)) prepare(menu);
  openers.set(menu, button);
  if (!menu.matches(':popover-open')) menu.showPopover();
  const [at, size] = [button.getBoundingClientRect(), menu.getBoundingClientRect()];
  const top = at.bottom + size.height + 8 < innerHeight ? at.bottom + 4 : Math.max(8, at.top - size.height - 4);
  Object.assign(menu.style, { top: `${top}px`, left: `${Math.max(8, Math.min(at.right - size.width, innerWidth - size.width - 8))}px` });
  button.setAttribute('aria-expanded', 'true');
  closing.get(menu)?.abort();
  const stop = new AbortController();
  closing.set(menu, stop);
  addEventListener('scroll', () => {
    if (!button.isConnected || Math.abs(button.getBoundingClientRect().top - at.top) > still) menu.hidePopover();
  }, { signal: stop.signal });
  entries(menu)[0].focus({ preventScroll: true });
}

const entries = menu => [...menu.querySelectorAll('[role="menuitem"]')];

function prepare(menu) {
  menu.addEventListener('keydown', event => {
    const all = entries(menu);
    const place = all.indexOf(document.activeElement);
    const next = { ArrowDown: place + 1, ArrowUp: place - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') menu.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    all[next % all.length].focus();
  });
  // Closed before the server answers: the focus is back at the button when a dialog opens, and returns there from it.
  menu.addEventListener('click', event => { if (event.target.closest('[role="menuitem"]')) menu.hidePopover(); });
  menu.addEventListener('beforetoggle', event => {
    if (event.newState !== 'closed') return;
    openers.get(menu).removeAttribute('aria-expanded');
    closing.get(menu).abort();
  });
}
