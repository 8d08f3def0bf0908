// Chooses the browser's time zone where nothing was chosen yet. Browsers may say an old name ("Asia/Calcutta") that is not
// in the list: it is added as it is, and the server knows what it is called today.
const select = document.querySelector('select[data-browser-time-zone]');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (select && zone) {
  if (![...select.options].some(option => option.value === zone)) select.add(new Option(zone, zone));
  select.value = zone;
}
