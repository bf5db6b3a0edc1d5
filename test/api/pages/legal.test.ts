// Imprint, privacy and accessibility: what the city has said is there, what it has not said is shown as missing.
import { describe, expect, test } from 'vitest';
import type { Health } from '../../../api/events.ts';
import { legalPage } from '../../../api/pages/legal.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { type City, readCity } from '../../../corpus/city.ts';

const read = readCity(cityFacts);
if (!read.ok) throw new Error(read.error.join('\n'));
const bare: City = read.value;
const filled: City = {
  ...bare,
  name: 'Erfundenstadt <b>',
  imprint: { ...bare.imprint, provider: 'Stadt Erfundenstadt', address: ['Marktplatz 1', '00000 Erfundenstadt'] },
  accessibility: { ...bare.accessibility, mail: 'barriere@erfunden.example', barriers: ['Ein Bild ist ohne Text.'] },
};
const health: Health = {
  status: 'ok',
  index: { version: 'x', builtAt: '2026-01-02T00:00:00Z', documents: 2209, passages: 1, newest: '2025-12-31' },
  engine: 'd1',
  model: 'off',
};
const main = (
  topic: 'barrierefreiheit' | 'datenschutz' | 'impressum',
  city: City,
  lang: 'de' | 'en' = 'de',
  state = health,
) => legalPage({ city, lang, path: `/${topic}` }, topic, state).fills.main.markup;

describe('the legal pages', () => {
  test.each(['barrierefreiheit', 'datenschutz', 'impressum'] as const)('/%s says what is missing', (topic) => {
    expect(main(topic, bare)).toContain('noch nicht eingetragen');
    expect(main(topic, bare, 'en')).toContain('not filled in yet');
    // And whoever runs the service reads where it is filled in.
    expect(main(topic, bare)).toContain('corpus/city.json');
  });

  test('name no file once all is said', () => {
    const said = {
      provider: 'Stadt',
      address: ['Markt 1'],
      representative: 'Wer',
      mail: 'a@b.example',
      phone: '+49 1',
    };
    expect(main('impressum', { ...bare, imprint: said })).not.toContain('city.json');
  });

  test('show what the city has said, as text', () => {
    expect(main('impressum', filled)).toContain('Marktplatz 1<br />00000 Erfundenstadt');
    const page = main('barrierefreiheit', filled);
    expect(page).toContain('mailto:barriere@erfunden.example');
    expect(page).toContain('Ein Bild ist ohne Text.');
    expect(page).toContain('Erfundenstadt &lt;b&gt;');
  });

  test('privacy names the model service only where one is switched on', () => {
    expect(main('datenschutz', bare)).toContain('geht an niemand anderen');
    expect(main('datenschutz', bare, 'de', { ...health, model: 'configured' })).toContain('Anthropic');
  });

  test('carry the state of the running system', () => {
    expect(main('datenschutz', bare)).toMatch(/2\.209[\s\S]*31\.12\.2025[\s\S]*02\.01\.2026/);
    expect(main('impressum', bare, 'de', { ...health, index: null })).toContain('noch nicht');
  });

  test.each(['barrierefreiheit', 'datenschutz', 'impressum'] as const)('/%s is written in short sentences', (topic) => {
    for (const lang of ['de', 'en'] as const) {
      const markup = main(topic, bare, lang, { ...health, model: 'configured' });
      const text = markup.replace(/<\/(?:p|li|h\d|d[dt])>/g, '. ').replace(/<[^>]+>/g, '');
      for (const sentence of text.split(/[.!?:](?:\s|$)/)) {
        expect(sentence.split(/\s+/).filter(Boolean).length, sentence).toBeLessThanOrEqual(15);
      }
    }
  });
});
