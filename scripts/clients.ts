// Clients that others generate from our OpenAPI document: made anew by the generators people use, compiled strictly, and
// asked one question with each. Needs the npm registry; everything happens in a folder of its own.
// Run with: npm run clients [-- --url http://localhost:8787]
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf } from './arguments.ts';
import { startService } from './browser/service.ts';
import { fail } from './fault.ts';

const PACKAGES = ['orval@8.38.0', 'openapi-typescript@7.13.0', 'openapi-fetch@0.15.0', 'typescript@5.9.3'];
const STRICT = ['--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler'];

const USES = (url: string) => ({
  // Types alone: a request needs nothing but its messages, and an id of a message is allowed.
  'types.ts': `import createClient from 'openapi-fetch';
import type { paths } from './api.js';
const client = createClient<paths>({ baseUrl: '${url}' });
const headers = { accept: 'application/json' };
const messages = [{ role: 'user' as const, content: 'Wie viele Bänke gibt es?' }];
const { data } = await client.POST('/api/chat', { headers, body: { messages } });
await client.POST('/api/chat', { headers, body: { messages: [{ id: 'a', role: 'user', parts: [{ type: 'text', text: 'Bänke?' }] }] } });
const found = await client.GET('/api/search', { params: { query: { q: 'Integration' } } });
console.log(JSON.stringify({ kind: typeof data === 'object' ? data.kind : null, total: found.data?.total }));
`,
  'functions.ts': `import { askAQuestion, checkANewInquiry } from './client.js';
const messages = [{ role: 'user' as const, content: 'Wie viele Bänke gibt es?' }];
const { data, status } = await askAQuestion({ messages }, { headers: { accept: 'application/json' } });
const checked = await checkANewInquiry({ text: '1. Wie viele Bänke gibt es?' });
console.log(JSON.stringify({ kind: status === 200 && typeof data === 'object' ? data.kind : null, checked: checked.status }));
`,
});

const { url: given } = optionsOf({ url: { type: 'string' } }, 'npm run clients [-- --url http://localhost:8787]');

await main().catch((error: Error) => fail(error));

async function main(): Promise<void> {
  const service = given ? { url: given.replace(/\/$/, ''), stop: async () => {} } : await startService();
  const dir = await mkdtemp(join(tmpdir(), 'ra-clients-'));
  const run = (file: string, ...args: string[]) =>
    execFileSync(file, args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const document = await fetch(`${service.url}/api/openapi.json`).then((response) => response.text());
    await writeFile(join(dir, 'package.json'), '{"type":"module"}');
    await writeFile(join(dir, 'api.json'), document);
    const output = { target: './client.ts', client: 'fetch', baseUrl: service.url };
    const config = { ours: { input: './api.json', output } };
    await writeFile(join(dir, 'orval.config.mjs'), `export default ${JSON.stringify(config)};`);
    run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES);
    const bin = (name: string) => join(dir, 'node_modules/.bin', name);
    run(bin('orval'), '--config', 'orval.config.mjs');
    run(bin('openapi-typescript'), 'api.json', '-o', 'api.d.ts');
    for (const [name, text] of Object.entries(USES(service.url))) {
      await writeFile(join(dir, name), text);
      run(bin('tsc'), ...STRICT, '--lib', 'es2022,dom,dom.iterable', name);
      const said = run(process.execPath, name.replace('.ts', '.js')).trim();
      console.log(`${name.padEnd(14)} ${said}`);
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
    await service.stop();
  }
}
