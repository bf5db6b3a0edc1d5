// KERN UX (Germany's design system for public services, EUPL-1.2) into the few tokens that our CSS names:
// `var(--kern-x)` becomes the value itself, so that no `:root` of theirs reaches a host page, nor a host page's ours.
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

function value(name: string, light: Tokens, dark: Tokens): string {
  const own = literal(name, light);
  const other = literal(name, dark);
  return own === other ? own : `light-dark(${own}, ${other})`;
}

function literal(name: string, tokens: Tokens): string {
  return resolve(name, tokens)
    .replace(/([\d.]+)rem(?![a-z])/g, '$1em')
    .replace(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g, (_, l, c, h) => hex(Number(l) / 100, Number(c), Number(h)));
}

/** OKLCH → `#rrggbb`, a quarter of the bytes: https://bottosson.github.io/posts/oklab/ (public domain matrices). */
function hex(lightness: number, chroma: number, hueDegrees: number): string {
  const hue = (hueDegrees * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channels = linear.map((value) => {
    const gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, gamma)) * 255);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
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
