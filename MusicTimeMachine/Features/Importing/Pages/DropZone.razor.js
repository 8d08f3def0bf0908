// Takes files that are dropped or chosen and sends them. What the person sees of it is drawn by the component.
export function attach(component, zone, settings) {
  const input = zone.querySelector('input');
  const stop = new AbortController();
  let request = null;
  let inside = 0;

  const tell = (...call) => component.invokeMethodAsync(...call).catch(() => { });
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: stop.signal });
  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  const highlight = change => {
    inside = change === 0 ? 0 : inside + change;
    zone.toggleAttribute('data-over', inside > 0 && !request);
  };

  on(zone, 'dragenter', event => { if (hasFiles(event)) highlight(1); });
  on(zone, 'dragleave', event => { if (hasFiles(event)) highlight(-1); });
  on(zone, 'drop', async event => {
    event.preventDefault();
    highlight(0);
    send(await filesOf(event.dataTransfer));
  });
  on(input, 'change', () => {
    send([...input.files]);
    input.value = ''; // The same file may be chosen again.
  });

  // A file that misses the zone would otherwise open in the page's place.
  on(window, 'dragover', event => { if (hasFiles(event)) event.preventDefault(); });
  on(window, 'drop', event => { if (hasFiles(event)) event.preventDefault(); });

  function send(files) {
    if (request || files.length === 0) return;
    const total = files.reduce((sum, file) => sum + file.size, 0);
    if (total > settings.most) {
      tell('Fail', settings.tooLarge);
      return;
    }

    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    let told = 0;
    request = new XMLHttpRequest();
    request.open('POST', settings.address);
    request.responseType = 'json';
    request.setRequestHeader(settings.tokenHeader, settings.token ?? '');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest'); // A lost session is answered as such, not with the sign-in page.
    request.upload.addEventListener('progress', event => {
      if (event.timeStamp - told < 200 && event.loaded < event.total) return;
      told = event.timeStamp;
      tell('Report', Math.floor(total * (event.total ? event.loaded / event.total : 0)));
    });
    request.addEventListener('load', finished);
    request.addEventListener('error', () => failed('The connection to the server broke off during the upload. Nothing was imported; try again.'));
    request.addEventListener('abort', () => failed(null));
    tell('Begin', files.map(file => file.name), total);
    request.send(form);
  }

  function finished() {
    const { status, response } = request;
    if (status === 200 && response?.id) {
      request = null;
      // Without a circuit the browser finds the way by itself.
      component.invokeMethodAsync('Finish', response.id).catch(() => location.assign(`/imports/${response.id}`));
    } else {
      failed(response?.detail ?? (status === 401 || status === 403
        ? 'You have been signed out meanwhile. Sign in again, then upload again.'
        : 'The server could not take the files. Try again; if it goes on, its log says why.'));
    }
  }

  function failed(sentence) {
    request = null;
    tell('Fail', sentence);
  }

  return {
    cancel: () => request?.abort(),
    detach: () => {
      stop.abort();
      request?.abort();
    },
  };
}

// Files that were dropped, and those in dropped folders as far as they can be histories.
async function filesOf(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.());
  if (!entries.some(entry => entry?.isDirectory)) return [...transfer.files];
  const files = [];
  for (const entry of entries) if (entry) await collect(entry, files, true);
  return files;
}

async function collect(entry, files, dropped) {
  if (entry.isFile) {
    if (dropped || /\.(json|zip)$/i.test(entry.name)) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  const reader = entry.createReader();
  for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0;) {
    for (const inner of some) await collect(inner, files, false);
  }
}
