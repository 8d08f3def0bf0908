/** Scrolls the page so that a line of the list stands below the bars at the top. The list is as high as it will be once it knows how many lines it has. */
export async function scrollToLine(list, line, height) {
  for (let frame = 0; frame < 600 && list.offsetHeight < line * height; frame++) await new Promise(requestAnimationFrame);
  if (!list.isConnected) return;
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  window.scrollTo({ top: list.getBoundingClientRect().top + window.scrollY + line * height - bar, behavior: 'instant' });
}
