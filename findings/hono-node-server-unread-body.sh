#!/usr/bin/env bash
# @hono/node-server 2.1.9: an app that answers 413 before it has read the upload (as hono's own bodyLimit does from the
# content-length) says `connection: keep-alive` in its answer and tears the connection down all the same: a client that
# keeps connections alive has to open a second one (or, where it is quicker, meets a reset). A node:http server that
# swallows what is left of the body keeps its one connection.
# Guessed: an answer that comes early leaves the connection as it is, or says that it will be closed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error hono@4.13.19 @hono/node-server@2.1.9
cat >try.mjs <<'JS'
import http from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
const app = new Hono();
app.post('/', bodyLimit({ maxSize: 1000, onError: (c) => c.text('too large', 413) }), (c) => c.text('ok'));
app.get('/', (c) => c.text('ok'));
const plain = http.createServer((request, response) => {
  if (request.method === 'POST') response.writeHead(413);
  request.resume();
  response.end('too large');
});
async function ask(port) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set();
  const once = (method, body) =>
    new Promise((resolve) => {
      const request = http.request({ port, method, agent, headers: body ? { 'content-length': body.length } : {} }, (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode, connection: response.headers.connection ?? null }));
        response.on('error', (error) => resolve({ error: error.code }));
      });
      request.on('socket', (socket) => sockets.add(socket));
      request.on('error', (error) => resolve({ error: error.code }));
      request.end(body);
    });
  const first = await once('POST', Buffer.alloc(8_000_000, 97));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const second = await once('GET');
  agent.destroy();
  return { first, second, connections: sockets.size };
}
const server = serve({ fetch: app.fetch, port: 0 }, async ({ port }) => {
  const hono = await ask(port);
  plain.listen(0, async () => {
    const node = await ask(plain.address().port);
    console.log(JSON.stringify({ hono, node }));
    process.exit(0);
  });
});
JS
out=$(timeout 60 node try.mjs)
echo "@hono/node-server $(node -p "JSON.parse(require('fs').readFileSync('node_modules/@hono/node-server/package.json')).version"): $out"
node -e '
  const { hono, node } = JSON.parse(process.argv[1]);
  const torn = hono.connections === 2 || hono.first.error !== undefined || hono.second.error !== undefined;
  process.exit(torn && hono.first.connection !== "close" && node.connections === 1 && node.first.status === 413 ? 0 : 1);
' "$out" || { echo "changed"; exit 1; }
