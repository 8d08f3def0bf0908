// A menu closes when one follows a link in it: the page changes without being loaded anew, so nothing else would close it.
const close = event => event.target.closest?.('[popover]')?.hidePopover();
document.addEventListener('click', event => { if (event.target.closest?.('[popover] a')) close(event); });
document.addEventListener('submit', close);
