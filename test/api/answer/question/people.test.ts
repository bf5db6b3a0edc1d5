import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offPurpose } from '../../../../api/answer/question/purpose.ts';
import { textsOf } from '../../../../api/answer/texts.ts';
import { readWordings, residentsAsk } from '../../../../scripts/people/read-wordings.ts';
import { ask } from '../ask.ts';
import { pool } from '../documents.ts';
import { smallIndex } from '../small-index.ts';

const EVAL = '../shared/eval';

describe('what people say that is no question', () => {
  it.each(Object.entries(Object.groupBy(readWordings(), ({ kind }) => kind)))(
    'is met as what it is in 95 of 100 wordings: %s',
    (kind, wordings) => {
      const missed = wordings!.filter(({ text }) => offPurpose(text) !== kind);
      expect(missed.length / wordings!.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.05);
    },
  );

  it.each(residentsAsk())('is not what a citizen asks of the city: %s', (question) => {
    expect(offPurpose(question)).toBeNull();
  });

  it.skipIf(!existsSync(EVAL))('is none of the questions that the papers answer', () => {
    const lines = (file: string) =>
      readFileSync(`${EVAL}/${file}`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const questions: string[] = [
      ...lines('train.jsonl').flatMap(({ questions, en }) => [...questions, ...(en ? [en] : [])]),
      ...lines('short-dev.jsonl').map(({ question }) => question),
      ...lines('dev.jsonl').flatMap(({ question, gold }) => (gold.length > 0 ? [question] : [])),
    ];
    expect(questions.filter((question) => offPurpose(question) !== null)).toEqual([]);
  });

  it.each(['de', 'en'] as const)('is told whom to call when somebody is in need (%s)', (lang) => {
    const { declined } = textsOf(lang);
    expect(declined('emergency')).toMatch(/112.*110/u);
    expect(declined('despair')).toMatch(/Telefonseelsorge.*0800 1110111.*116123.*112/u);
    expect(declined('illness')).toMatch(/116117.*112/u);
  });

  it.each(['insult', 'hateful'] as const)('is never repeated: %s', async (kind) => {
    const lines = readWordings().filter((wording) => wording.kind === kind);
    for (const { text: line } of lines.slice(0, 20)) {
      const { answer, sources } = await ask(line, smallIndex([pool]));
      expect(sources).toEqual([]);
      expect(answer).not.toContain(line.replace(/[.!?]$/u, ''));
    }
  });

  it.each([
    ['ich will nciht mehr leben', 'despair'],
    ['hilfe es brent', 'emergency'],
    ['vielen dnak', 'thanks'],
  ])('is recognised in spite of slips of the finger: %s', (line, kind) => {
    expect(offPurpose(line)).toBe(kind);
  });

  it('is answered to who needs help, before anything else is said', () => {
    expect(offPurpose('Danke für nichts, ich will nicht mehr leben')).toBe('despair');
    expect(offPurpose('Hallo, mein Mann ist bewusstlos')).toBe('emergency');
  });
});
