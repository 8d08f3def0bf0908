// Rows that are wider than the window show what is chosen in their middle.
export function reveal(root) {
  for (const current of root?.querySelectorAll("[aria-current]") ?? []) {
    const row = current.parentElement;
    row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.clientWidth) / 2;
  }
}
