// Drafts inside workerd, by the real SDK against a local Messages server: proven or not there at all.
import { describe, expect, inject, it } from 'vitest';
import type { Budget } from '../../../api/answer/model/budget.ts';
import { modelFrom } from '../../../api/answer/model/model.ts';
import { draftAnswer } from '../../../api/check/draft.ts';
import type { Seen } from '../../messages-server.ts';
import { NOW } from '../answer/ask.ts';
import { pool, seed } from '../answer/documents.ts';
import { smallIndex } from '../answer/small-index.ts';

const index = smallIndex([seed, pool]);
const QUESTION = 'Was kostet der Eintritt in das Freibad Musterwiese?';
const open: Budget = { reserve: async () => true, settle: async () => {} };
let tests = 0;

async function draft(fault: string, question = QUESTION, budget = open, pairs?: string[]) {
  tests += 1;
  const url = `${inject('messagesUrl')}/${fault}/draft${tests}`;
  const model = modelFrom({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: url })!;
  const signal = new AbortController().signal;
  const made = await draftAnswer(
    { question, about: '', pairs, lang: 'de' },
    { index, origin: 'https://rat.example', now: NOW, model, budget, signal },
  );
  return { made, seen: (await (await fetch(`${url}/log`)).json()) as Seen[] };
}

describe('a draft', () => {
  it('cites what stands in the documents, to the character', async () => {
    const { made, seen } = await draft('ok');
    expect(made.notice).toBeNull();
    expect(made.citations.length).toBeGreaterThan(0);
    for (const { source, start, end, quote, n, at } of made.citations) {
      const document = (await index.document(made.sources[source]!.documentId))!;
      expect(document.text.slice(start, end)).toBe(quote);
      expect(made.answer.slice(at)).toMatch(new RegExp(`^\\[${n}\\]`));
    }
    expect(JSON.stringify(seen[0]!.body)).toContain('Sachbearbeiterin');
    expect(JSON.stringify(seen[0]!.body.messages)).toContain(QUESTION);
  });

  it.each(['500', 'no-citations', 'invented-citations', 'refusal', 'empty'])(
    'is none when the service does this: %s',
    async (fault) => {
      const { made } = await draft(fault);
      expect([made.answer, made.citations]).toEqual(['', []]);
      expect(made.notice).toMatch(/\.$/);
    },
  );

  it('asks no model where nothing was found, or where the day is spent', async () => {
    const nothing = await draft('ok', 'Wann landet die Rakete am Nordpol?');
    expect([nothing.made.answer, nothing.seen]).toEqual(['', []]);
    const spent = await draft('ok', QUESTION, { ...open, reserve: async () => false });
    expect([spent.made.answer, spent.seen]).toEqual(['', []]);
    expect(spent.made.notice).toContain('Kontingent');
  });

  it('is made from the named pairs alone, with their text as the index has it', async () => {
    const { made, seen } = await draft('ok', QUESTION, open, ['erfunden-freibad#1', 'erfunden-freibad#99', 'nein#0']);
    expect(made.sources.map(({ documentId, number }) => [documentId, number])).toEqual([['erfunden-freibad', '2']]);
    const sent = JSON.stringify(seen[0]!.body.messages);
    expect(sent).toContain('81.300 Besuche');
    expect(sent).not.toContain('4,50 Euro');
  });

  it('asks no model when none of the named pairs exists', async () => {
    const { made, seen } = await draft('ok', QUESTION, open, ['nein#0']);
    expect([made.answer, seen]).toEqual(['', []]);
    expect(made.notice).toMatch(/\.$/);
  });
});
