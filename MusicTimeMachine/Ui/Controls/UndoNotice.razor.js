/** Takes the focus when the button that had it is gone: from here Tab leads on to the undo. */
export function catchFocus(notice) {
  if (notice?.isConnected && (!document.activeElement || document.activeElement === document.body)) notice.focus({ preventScroll: true });
}
