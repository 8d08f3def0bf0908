/** Opens a dialog of the browser's own. Whether it closes is for its owner to say; what is returned closes it and gives the focus back. */
export function attach(owner, dialog) {
  const opener = document.activeElement;
  const ask = event => {
    if (event.target !== dialog) return;
    event.preventDefault();
    owner.invokeMethodAsync('CloseAsync');
  };
  // A browser lets a dialog refuse Escape once, and then closes it all the same.
  const again = event => { if (event.target === dialog && dialog.isConnected) { dialog.showModal(); owner.invokeMethodAsync('CloseAsync'); } };
  dialog.addEventListener('cancel', ask);
  dialog.addEventListener('close', again);
  if (dialog.isConnected) dialog.showModal();
  return {
    detach() {
      dialog.removeEventListener('close', again);
      if (dialog.open) dialog.close();
      if (opener?.isConnected && (!document.activeElement || document.activeElement === document.body)) opener.focus({ preventScroll: true });
    },
  };
}
