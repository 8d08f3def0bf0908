// The buttons of the reconnect dialog. Blazor's script sets the dialog's state as a class on it.
const dialog = document.getElementById('components-reconnect-modal');
const is = state => dialog.classList.contains(`components-reconnect-${state}`);

async function retry() {
  try {
    // False: the server answered, yet it has forgotten this page.
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    // Still out of reach: the dialog stays as it is.
  }
}

dialog.addEventListener('click', event => {
  const action = event.target.closest('[data-reconnect]')?.dataset.reconnect;
  if (action === 'retry') retry();
  if (action === 'reload') location.reload();
});

// A rejected circuit cannot be had back; a page that holds no typing is loaded anew at once.
new MutationObserver(() => {
  if (is('rejected') && !document.querySelector('[data-unsaved]')) location.reload();
  if (is('failed')) dialog.querySelector('[data-reconnect="retry"]').focus();
}).observe(dialog, { attributes: true, attributeFilter: ['class'] });

// A phone that wakes up, a laptop that is opened: do not wait for a click.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && is('failed')) retry();
});
