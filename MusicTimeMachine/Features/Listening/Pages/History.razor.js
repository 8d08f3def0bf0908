/** Scrolls the page so that a line of the list stands below the bars at the top. */
export function scrollToLine(list, line, height) {
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  window.scrollTo({ top: list.getBoundingClientRect().top + window.scrollY + line * height - bar, behavior: 'instant' });
}
