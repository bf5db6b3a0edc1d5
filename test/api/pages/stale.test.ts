// Who asks is told when nothing new has come for longer than the city lets stand without a word.
import { expect, test } from 'vitest';
import { chatPage } from '../../../api/pages/chat.ts';
import { searchPage } from '../../../api/pages/search.ts';
import { staleSince } from '../../../api/pages/stale.ts';
import { searchQuerySchema } from '../../../api/schemas.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../../corpus/city.ts';
import { readSettings } from '../../../scripts/start/settings.ts';

const city = readCity(cityFacts);
if (!city.ok) throw new Error(city.error.join('\n'));

const BUILT = '2026-11-01T03:00:00Z';

test.each([
  ['no days are set', undefined, '2030-01-01T00:00:00Z', null],
  ['days are empty', '', '2030-01-01T00:00:00Z', null],
  ['the last change is as old as allowed', '7', '2026-11-08T03:00:00Z', null],
  ['it is older', '7', '2026-11-08T03:00:01Z', BUILT],
])('when %s', (_what, days, now, since) => {
  expect(staleSince(BUILT, days, new Date(now))).toBe(since);
  expect(staleSince(undefined, days, new Date(now))).toBeNull();
});

test.each([
  ['de', 'Seit dem 01.11.2026 sind keine neuen Antworten hinzugekommen.'],
  ['en', 'No new answers have come since '],
] as const)('chat and search page say so (%s), and nothing without reason', (lang, sentence) => {
  const context = { city: city.value, lang, path: '/' } as const;
  const query = searchQuerySchema.parse({});
  const pagesSince = (since: string | null) => [
    chatPage(context, { info: null, examples: [], chatOff: false, staleSince: since }),
    searchPage(context, { query, misread: false, result: null, staleSince: since }),
  ];
  for (const page of pagesSince(BUILT)) expect(page.fills.main.markup).toContain(sentence);
  for (const page of pagesSince(null)) expect(page.fills.main.markup).not.toContain(sentence);
});

test.each(['0', 'zwei', '1.5', '-3'])('STALE_AFTER_DAYS=%s stops the start with a sentence', (days) => {
  expect(readSettings({ STALE_AFTER_DAYS: days })).toEqual({
    ok: false,
    error: expect.stringContaining(`STALE_AFTER_DAYS=${days} ist keine Zahl von Tagen.`),
  });
});
