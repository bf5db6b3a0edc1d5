// The snippet maker: lines that can be pasted, and a colour's contrast.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embedPage } from '../../api/pages/embed.ts';
import cityFacts from '../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../corpus/city.ts';
import { contrast } from '../../web/embed/contrast.ts';
import { snippets, type WidgetSettings } from '../../web/embed/snippets.ts';

const file = { origin: 'https://rat.example', path: '/widget/1a2b/widget.js', integrity: 'sha384-x' };
const plain: WidgetSettings = {
  variant: 'floating',
  lang: '',
  heading: '',
  placeholder: '',
  committee: '',
  colour: null,
};

describe('snippets', () => {
  test('two lines are enough, and readers without JavaScript get a link', () => {
    expect(snippets(plain, file, 'Ratsauskunft').plain).toBe(
      '<script type="module" src="https://rat.example/widget.js"></script>\n' +
        '<ratsauskunft-chat api="https://rat.example"><a href="https://rat.example/suche">Ratsauskunft</a></ratsauskunft-chat>',
    );
  });

  test('the pinned version carries its checksum and asks for it with CORS', () => {
    const { pinned } = snippets(plain, file, 'Ratsauskunft');
    expect(pinned).toContain(
      'src="https://rat.example/widget/1a2b/widget.js" integrity="sha384-x" crossorigin="anonymous"',
    );
  });

  test('what someone types cannot leave its attribute', () => {
    const { plain: line } = snippets({ ...plain, heading: '"><script>alert(1)</script>' }, file, 'R');
    expect(line).toContain('heading="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  test.each(['de', 'en'])('a chosen language holds on pages in any language: %s', (lang) => {
    expect(snippets({ ...plain, lang }, file, 'R').plain).toContain(
      `<ratsauskunft-chat api="https://rat.example" lang="${lang}">`,
    );
  });

  test('a colour goes into a stylesheet, never into a style attribute', () => {
    const made = snippets({ ...plain, colour: '#aa0000' }, file, 'R');
    expect(made.css).toContain('--ra-accent: #aa0000');
    expect(made.plain).not.toContain('style');
  });
});

test('every variable of the stylesheets is explained on the page, and no other', () => {
  const named = (text: string) => [...new Set(text.match(/--ra-[a-z-]+/g))].sort();
  const css = ['look/tokens.css', 'look/controls.css', 'look/chat.css', 'look/sources.css', 'widget/widget.css'].map(
    (name) => readFileSync(new URL(`../../web/${name}`, import.meta.url), 'utf8'),
  );
  const context = {
    city: (readCity(cityFacts) as Extract<ReturnType<typeof readCity>, { ok: true }>).value,
    path: '/',
  };
  const widget = { path: file.path, integrity: file.integrity };
  const { fills } = embedPage(
    { ...context, lang: 'de' },
    { origin: file.origin, widget, committees: [], allowed: [], checked: null },
  );
  expect(named(fills.main.markup)).toEqual(named(css.join()));
  for (const name of [
    'api',
    'lang',
    'variant',
    'heading',
    'placeholder',
    'committee',
    'ra-answer',
    'ra-open',
    'ra-close',
    'open()',
    'close()',
    'ask(text)',
  ]) {
    expect(fills.main.markup).toContain(`<code>${name}</code>`);
  }
});

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#2044aa', '#ffffff', 8.53],
])('contrast of %s and %s is %d', (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 1);
});
