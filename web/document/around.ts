// Takes the section over from the page of the answers around this one, once the browser is idle. Read as a document by
// XMLHttpRequest: no string becomes markup here, so Trusted Types have nothing to refuse.

const TIMEOUT_MS = 20_000;

export function showAround(place: HTMLElement): void {
  const from = place.dataset.from;
  if (!from) return;
  const start = () => load(from, (section) => place.replaceChildren(...section));
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 500);
}

/** When it fails, the link that stood there stays. */
function load(address: string, show: (content: Node[]) => void): void {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.timeout = TIMEOUT_MS;
  request.addEventListener('load', () => {
    const section = request.status === 200 ? request.responseXML?.querySelector('.around') : null;
    if (section) show([...section.childNodes].map((node) => document.importNode(node, true)));
  });
  request.send();
}
