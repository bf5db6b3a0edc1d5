// Vite loads what comes later through a helper that also fetches style sheets beforehand: a kilobyte in each page's first
// load, for style sheets that no later part has. The browser's own import does.
import type { Plugin } from 'vite';

export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
