// Writes dist/web/_headers: files below /assets come without the app on Workers, and get the headers that it would set.
import { Hono } from 'hono';
import type { Plugin } from 'vite';
import { assetHeaders, pageHeaders } from '../../api/headers.ts';

export function headersFile(): Plugin {
  return {
    name: 'headers-file',
    async generateBundle() {
      const app = new Hono().use(pageHeaders).get('*', (c) => c.body(null, 200, assetHeaders(c.req.path)));
      const { headers } = await app.request('/assets/any.js');
      const lines = [...headers].map(([name, value]) => `  ${name}: ${value}\n`);
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/assets/*\n${lines.join('')}` });
    },
  };
}
