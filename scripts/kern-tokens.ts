// KERN UX (Germany's design system for public services, EUPL-1.2) into the few tokens that our CSS names:
// `var(--kern-x)` gets the value itself as its fallback, so that no `:root` of theirs reaches a host page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CSSOptions } from 'vite';

type Tokens = Map<string, string>;
type PostcssPlugin = Extract<
  NonNullable<Extract<CSSOptions['postcss'], object>['plugins']>[number],
  { postcssPlugin: string }
>;

const NESTING_LIMIT = 8;
const NAMED = /var\(--kern-([a-z0-9-]+)\)/g;

/**
 * PostCSS plugin. Colours become `light-dark(…)` and follow the page's colour scheme; browsers from before it (2024)
 * get the light values, because a panel without a background would be see-through. rem become em.
 */
export function kernTokens(): PostcssPlugin {
  const css = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8');
  const light = readTokens(css, 'light');
  const dark = readTokens(css, 'dark');
  return {
    postcssPlugin: 'kern-tokens',
    OnceExit(root, { AtRule }) {
      const modern = new AtRule({ name: 'supports', params: '(color: light-dark(red, red))' });
      root.walkRules((rule) => {
        const named = rule.nodes.filter((node) => node.type === 'decl' && node.value.includes('var(--kern-'));
        if (named.length === 0) return;
        const both = rule.clone({ nodes: [] });
        for (const node of named) {
          if (node.type !== 'decl') continue;
          const text = node.value;
          const fill = (other: Tokens) => text.replace(NAMED, (_, name: string) => value(name, light, other));
          if (fill(dark) !== fill(light)) both.append(node.clone({ value: fill(dark) }));
          node.value = fill(light);
        }
        if (both.nodes.length > 0) modern.append(both);
      });
      if (modern.nodes && modern.nodes.length > 0) root.append(modern);
    },
  };
}

/** A host page that uses KERN itself hands its own theme in: its custom property wins over the literal. */
function value(name: string, light: Tokens, dark: Tokens): string {
  const own = resolve(name, light);
  const other = resolve(name, dark);
  if (!name.startsWith('color-')) return own.replace(/([\d.]+)rem\b/g, '$1em');
  return `var(--kern-${name}, ${own === other ? own : `light-dark(${own}, ${other})`})`;
}

function resolve(name: string, tokens: Tokens): string {
  let current = tokens.get(name);
  for (let depth = 0; current?.includes('var(--kern-'); depth++) {
    if (depth === NESTING_LIMIT) throw new Error(`KERN token ${name} refers to itself`);
    current = current.replace(/var\(--kern-([a-z0-9-]+)\)/g, (_, inner: string) => tokens.get(inner) ?? missing(inner));
  }
  return current ?? missing(name);
}

function missing(name: string): never {
  throw new Error(`@kern-ux/native has no token --kern-${name}`);
}

/** Declarations of the rules on `:root` and of one theme, later ones winning; wide screens' values are left out. */
function readTokens(css: string, theme: 'light' | 'dark'): Tokens {
  const tokens: Tokens = new Map();
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
  for (const [, selector = '', body = ''] of plain.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    const applies = /^:root$/.test(selector.trim()) || selector.includes(`[data-kern-theme=${theme}],`);
    if (!applies) continue;
    for (const [, name = '', text = ''] of body.matchAll(/--kern-([a-z0-9-]+):\s*([^;]+)/g))
      tokens.set(name, text.trim());
  }
  return tokens;
}
