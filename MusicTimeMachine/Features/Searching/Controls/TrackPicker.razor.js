/** The arrow keys go through the suggestions, Enter takes one and sends no form, and Escape closes them and not the dialog around them. */
export function attach(input, focus) {
  input.addEventListener('keydown', event => {
    const open = input.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Enter' || (open && ['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key))) event.preventDefault();
  });
  if (focus) input.focus();
}
