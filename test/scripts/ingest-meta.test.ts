import { describe, expect, it } from 'vitest';
import { parseMetaFile } from '../../scripts/ingest/meta-file.ts';

const meta = (value: unknown) => parseMetaFile(JSON.stringify(value));

describe('NAME.meta.json', () => {
  it.each([
    [
      { title: ' Titel ', reference: '1/2024' },
      { title: 'Titel', reference: '1/2024' },
    ],
    [{ date: '2021-05-27' }, { date: '2021-05-27' }],
    [{ date: '27.5.2021' }, { date: '2021-05-27' }],
    [{ askedBy: 'Fraktion' }, { askedBy: ['Fraktion'] }],
    [
      { askedBy: ['A', 'B'], public: true },
      { askedBy: ['A', 'B'], public: true },
    ],
    [{ agendaItem: 12, committee: null }, { agendaItem: '12' }],
    [{ url: 'https://ris.example.org/1.pdf' }, { url: 'https://ris.example.org/1.pdf' }],
  ])('%j says %j', (given, said) => {
    expect(meta(given)).toEqual({ ok: true, value: { meta: said, unknownFields: [] } });
  });

  it.each([
    ['an impossible date', { date: '2021-02-31' }, 'date'],
    ['a date in words', { date: 'Mai 2021' }, 'date'],
    ['a URL that would run a script', { url: 'javascript:alert(1)' }, 'url'],
    ['public as a word', { public: 'nein' }, 'public'],
    ['a misspelled public, which must publish nothing', { publik: false }, 'publik'],
    ['a list', ['title'], 'Datei'],
  ])('refuses %s and names the field', (_name, given, field) => {
    const parsed = meta(given);
    expect(parsed.ok ? '' : parsed.error).toContain(field);
  });

  it('refuses what is no JSON', () => {
    expect(parseMetaFile('{title: "x"}').ok).toBe(false);
  });

  it('names fields that it does not know and goes on', () => {
    expect(meta({ title: 'T', comment: 'x' })).toEqual({
      ok: true,
      value: { meta: { title: 'T' }, unknownFields: ['comment'] },
    });
  });
});
