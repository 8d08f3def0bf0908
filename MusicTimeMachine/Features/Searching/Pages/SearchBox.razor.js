// The arrow keys go through the suggestions, so they do not move the caret; Escape closes these first, and empties the box
// only when it is pressed again; and "/" leads to the box from anywhere, where nothing is being typed.
const typing = element => element?.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element?.tagName);

function press(event) {
  const box = document.getElementById('top-search');
  if (!box) return;
  const open = event.target === box && box.getAttribute('aria-expanded') === 'true';
  if (open && ['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) event.preventDefault();
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(document.activeElement)) return;
  event.preventDefault();
  box.focus();
  box.select();
}

export const attach = () => document.addEventListener('keydown', press);
export const detach = () => document.removeEventListener('keydown', press);
