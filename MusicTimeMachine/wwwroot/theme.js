// The theme: light, dark, or what the system says. Loaded blocking in the head, so that the first paint is right.
// The cookie lets the server draw the page in the right theme; localStorage remembers it when cookies are cleared.
(() => {
  const root = document.documentElement;
  const choices = ['light', 'dark', 'system'];

  const apply = choice => {
    root.dataset.theme = choice;
    document.cookie = `theme=${choice};path=/;max-age=31536000;samesite=lax`;
  };

  const markPressed = () => {
    for (const button of document.querySelectorAll('[data-theme-choice]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === root.dataset.theme));
  };

  let stored = null;
  try { stored = localStorage.getItem('theme'); } catch { /* storage is blocked: the cookie alone has to do */ }
  if (choices.includes(stored) && stored !== root.dataset.theme) apply(stored);

  // The switch is drawn by Blazor at any time, before or after its circuit: one listener for all of them.
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-theme-choice]');
    if (!button) return;
    apply(button.dataset.themeChoice);
    try { localStorage.setItem('theme', button.dataset.themeChoice); } catch { /* as above */ }
    markPressed();
  });

  // The switch stands in a popover: right before it shows is early enough.
  document.addEventListener('beforetoggle', markPressed, true);
  document.addEventListener('DOMContentLoaded', markPressed);
})();
