// The citizens' side: web/<page>/index.html → dist/web/<page>/index.html with hashed assets, and the widget as one
// file. The build stops when corpus/city.json is not valid.
import { defineConfig, type Plugin } from 'vite';
import cityFacts from './corpus/city.json' with { type: 'json' };
import { readCity } from './corpus/city.ts';
import { headersFile } from './web/build/headers-file.ts';
import { kernTokens } from './web/build/kern-tokens.ts';
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
  plugins: [checkCity(), headersFile(), buildWidget(), copyTemplates()],
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

function checkCity(): Plugin {
  return {
    name: 'check-city',
    buildStart() {
      const city = readCity(cityFacts);
      if (!city.ok) this.error(`corpus/city.json is not valid:\n${city.error.map((line) => `  ${line}`).join('\n')}`);
    },
  };
}
