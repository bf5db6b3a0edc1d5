// The citizens' side: web/<page>/index.html → dist/web/<page>/index.html with hashed assets, and the widget as one
// file. The build stops when the city's file is not valid.
import { defineConfig } from 'vite';
import { checkCity, cityInScripts } from './web/build/city-file.ts';
import { headersFile } from './web/build/headers-file.ts';
import { kernTokens } from './web/build/kern-tokens.ts';
import { plainImports } from './web/build/plain-imports.ts';
import { copyTemplates } from './web/build/templates.ts';
import { buildWidget } from './web/build/widget-file.ts';

const PAGES = ['chat', 'search', 'check', 'document', 'embed', 'text'];

const BROWSERS = ['chrome111', 'edge111', 'firefox121', 'safari17'];
/** What CSS need not be rewritten for: light-dark() stands behind @supports, older browsers get light colours. */
const CSS_BROWSERS = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

export default defineConfig({
  root: 'web',
  appType: 'mpa',
  publicDir: false,
  plugins: [checkCity(), cityInScripts(), headersFile(), buildWidget(), copyTemplates(), plainImports()],
  css: { postcss: { plugins: [kernTokens()] } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: BROWSERS,
    cssTarget: CSS_BROWSERS,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: PAGES.map((page) => `web/${page}/index.html`) },
  },
});
