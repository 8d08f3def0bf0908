// Back, forward and reload lead to the place on the page where one was. The browser looks for it once, when the address
// changes; our pages are drawn a moment later, and long lists grow while they are read.
const patience = 5_000, settled = 1_500;
let returning = null;

// An entry of the history, as Blazor numbers them.
const key = () => `place:${history.state?._index ?? 0}:${location.pathname}${location.search}`;

const remember = () => {
  if (returning) return;
  try { sessionStorage.setItem(key(), String(Math.round(scrollY))); } catch { /* storage is blocked: then places are not kept */ }
};

const recall = () => {
  try { return Number(sessionStorage.getItem(key())) || 0; } catch { return 0; }
};

const comeBack = () => {
  if (location.hash) return; // The browser goes to what it names.
  const now = performance.now();
  returning = { top: recall(), until: now + patience, since: now };
  step();
};

// As long as the page is drawn anew, which may take it away again, and not against somebody's will.
const step = () => {
  if (!returning) return;
  const now = performance.now(), { top, until, since } = returning;
  const reachable = document.documentElement.scrollHeight - innerHeight >= top;
  if (Math.abs(scrollY - top) > 1) {
    if (reachable || now > until) scrollTo({ top, behavior: 'instant' });
    returning.since = now;
  }
  if (now > until || now - since > settled) returning = null;
  else requestAnimationFrame(step);
};

history.scrollRestoration = 'manual';
addEventListener('scroll', remember, { passive: true });
addEventListener('popstate', comeBack);
for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(act, () => { returning = null; }, { passive: true, capture: true });
if (['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type)) comeBack();
