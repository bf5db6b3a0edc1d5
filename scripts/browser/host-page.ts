// A city's website as badly as it comes, on an origin of its own: a stylesheet that resets everything with !important,
// a root font size of 10px, and a strict content security policy with Trusted Types. The widget must not care.
import { createServer } from 'node:http';

export interface HostPage {
  url: string;
  /** What the pages hold where the widget goes; may be changed before a page is opened. */
  body: string;
  /** Content-Security-Policy that is sent; null: none. May be changed as well. */
  policy: string | null;
  /** Scripts of the page's own, by path. */
  scripts: Record<string, string>;
  close(): Promise<void>;
}

const STYLESHEET = `
  * { all: unset !important; font-family: cursive !important; }
  html { font-size: 10px !important; display: block !important; }
  head, script, style, link, title { display: none !important; }
  body { display: block !important; line-height: 3 !important; letter-spacing: .3em !important;
         text-transform: uppercase !important; text-align: center !important; color: #f0f !important; direction: rtl !important; }
  main, p, h1 { display: block !important; padding: 20px !important; }
  button, input, textarea, dialog, section, div { display: none !important; color: lime !important; }
`;

/**
 * @param service scheme and host of the service whose widget the page embeds
 * @param port chosen before, because the service wants to know its guests (ALLOWED_ORIGINS)
 */
export async function startHostPage(service: string, port: number, body: string): Promise<HostPage> {
  const policy = [
    "default-src 'none'",
    `script-src ${service}`,
    "style-src 'self'",
    `connect-src ${service}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const page: HostPage = { url: `http://127.0.0.1:${port}`, body, policy, scripts: {}, close };
  const server = createServer((request, response) => {
    if (request.url === '/site.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(STYLESHEET);
      return;
    }
    const script = page.scripts[request.url ?? ''];
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    // An optimiser has copied the script to the page's own host.
    if (request.url === '/cache/widget.js') {
      void fetch(`${service}/widget.js`)
        .then((file) => file.text())
        .then((script) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(script));
      return;
    }
    if (request.url?.startsWith('/api/')) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
      return;
    }
    const policy = page.policy === null ? {} : { 'content-security-policy': page.policy };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
    response.end(`<!doctype html><html lang="de"><head><title>Stadt Erfunden</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/site.css"></head>
      <body><main><h1>Stadt Erfunden</h1><p>Eine erfundene Seite einer erfundenen Stadt.</p>${page.body}</main></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return page;

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
