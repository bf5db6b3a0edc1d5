#!/usr/bin/env bash
# orval 8.38.0: an operation that takes JSON or a file (two media types of one request body, as OpenAPI 3.1 allows) gets a
# fetch function whose body is `Order | Blob` and goes to fetch as it is: TypeScript refuses the file, and where types are
# stripped the server is sent "[object Object]" as text/plain. With JSON alone the same schema is stringified and named.
# Guessed: what is no Blob is sent as JSON, for the document names that type first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --no-audit --no-fund --loglevel=error orval@8.38.0 typescript@5.9.3
cat >make.mjs <<'JS'
import { writeFileSync } from 'node:fs';
const json = { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } };
const file = { 'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } } };
const operation = (operationId, content) => ({
  post: { operationId, requestBody: { required: true, content }, responses: { 204: { description: 'taken' } } },
});
const document = {
  openapi: '3.1.0',
  info: { title: 'orders', version: '1' },
  paths: { '/either': operation('orderEither', { ...json, ...file }), '/json': operation('orderJson', json) },
  components: { schemas: { Order: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } } } },
};
writeFileSync('api.json', JSON.stringify(document));
JS
cat >orval.config.mjs <<'JS'
export default { orders: { input: './api.json', output: { target: './client.ts', client: 'fetch' } } };
JS
cat >try.mjs <<'JS'
const sent = {};
globalThis.fetch = async (path, init) => {
  const request = new Request(`http://localhost${path}`, init);
  sent[path] = { body: await request.text(), type: request.headers.get('content-type') };
  return new Response(null, { status: 204 });
};
const { orderEither, orderJson } = await import('./client.js');
await orderEither({ text: 'two' });
await orderJson({ text: 'two' });
console.log(JSON.stringify(sent));
JS
node make.mjs
npx orval --config orval.config.mjs >/dev/null
errors=$(npx tsc --strict --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom,dom.iterable client.ts | grep -o 'error TS[0-9]*' | sort | uniq -c | sed 's/^ *//' || true)
out=$(node try.mjs)
echo "orval $(node -p "JSON.parse(require('fs').readFileSync('node_modules/orval/package.json')).version"): tsc: ${errors:-nothing}; sent: $out"
node -e '
  const sent = JSON.parse(process.argv[1]);
  const either = sent["/either"].body === "[object Object]" && /^text\/plain/.test(sent["/either"].type);
  const json = sent["/json"].body === "{\"text\":\"two\"}" && sent["/json"].type === "application/json";
  process.exit(either && json && process.argv[2] === "1 error TS2322" ? 0 : 1);
' "$out" "$errors" || { echo "changed"; exit 1; }
