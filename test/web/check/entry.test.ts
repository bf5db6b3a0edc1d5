// What a clerk's ticks and words make of a draft, and how long it is kept. Texts are invented.
import { describe, expect, test } from 'vitest';
import { answerHtml, answerMarkdown } from '../../../web/check/answer-text.ts';
import { quotationText, withoutQuotation, withQuotation } from '../../../web/check/entry.ts';
import { deleteDraft, type KeptDraft, keepDraft, keptDraft } from '../../../web/check/kept-draft.ts';

const FIRST = { reference: 'Vorlage 2025/0016, Antwort zu Frage 3', date: '2025-03-26', quote: 'Es gibt zwölf Bänke.' };
const SECOND = { reference: 'Vorlage 2022/0001, Antwort', date: null, quote: 'Es gab\n\nzehn Bänke.' };

describe('an earlier answer', () => {
  test('comes in whole, with where and when it was given', () => {
    expect(quotationText(FIRST)).toBe(
      'Die Verwaltung hat dazu am 26.03.2025 mitgeteilt (Vorlage 2025/0016, Antwort zu Frage 3):\n\n„Es gibt zwölf Bänke.“',
    );
  });

  test('stands behind what was written, and once', () => {
    const both = withQuotation(withQuotation('Eigener Satz.', FIRST), SECOND);
    expect(both.startsWith('Eigener Satz.\n\nDie Verwaltung')).toBe(true);
    expect(withQuotation(both, FIRST)).toBe(both);
    expect(both).toContain('„Es gab\n\nzehn Bänke.“');
  });

  test('goes out again, and leaves everything else', () => {
    const both = withQuotation(withQuotation('Davor.', FIRST), SECOND);
    expect(withoutQuotation(both, FIRST)).toBe(`Davor.\n\n${quotationText(SECOND)}`);
    expect(withoutQuotation(both.replace('zwölf', 'dreizehn'), FIRST)).toContain('dreizehn');
  });
});

describe('a kept draft', () => {
  const draft: KeptDraft = {
    questions: ['Wie viele Bänke?'],
    facts: { subject: 'Bänke', askedBy: null, reference: null, date: null, committee: null },
    entries: [{ text: 'Zwölf.', responsible: '' }],
  };
  const DAY = 86_400_000;

  function storage() {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
  }

  test.each([
    ['after 30 days it is still there', 30, draft],
    ['a day later it is gone', 31, null],
  ])('%s', (_, days, expected) => {
    const place = storage();
    expect(keepDraft(draft, place, 0)).toBe(true);
    expect(keptDraft(place, days * DAY)).toEqual(expected);
    expect(place.kept.size).toBe(expected === null ? 0 : 1);
  });

  test('what cannot be read is deleted, and a full browser is no accident', () => {
    const place = storage();
    place.kept.set('ratsauskunft-entwurf', '{kaputt');
    expect(keptDraft(place, 0)).toBeNull();
    expect(place.kept.size).toBe(0);
    const full = {
      ...place,
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(keepDraft(draft, full, 0)).toBe(false);
  });

  test('deleting leaves nothing', () => {
    const place = storage();
    keepDraft(draft, place, 0);
    deleteDraft(place);
    expect(place.kept.size).toBe(0);
  });
});

describe('the answer as text', () => {
  const form = {
    facts: {
      subject: 'Bänke *neu*',
      askedBy: 'Neue Mitte',
      reference: null,
      date: null,
      committee: null,
      today: '2025-04-01',
      city: 'Musterstadt',
    },
    questions: [
      { number: '1', question: 'Wie viele | Bänke?', answer: 'Jahr\tBänke\n2024\t<12>', responsible: 'Gartenbauamt' },
      { number: '2', question: 'Was kosten sie?', answer: '', responsible: '' },
    ],
  };

  test('in Markdown has tables, gaps and nothing of a paper as markup', () => {
    const text = answerMarkdown(form);
    expect(text).toContain('| Jahr | Bänke |\n| --- | --- |\n| 2024 | \\<12\\> |');
    expect(text).toContain('[Antwort ergänzen]');
    expect(text).toContain('Bänke \\*neu\\*');
    expect(text).toContain('Zu ergänzen durch: Gartenbauamt');
  });

  test('in HTML has a real table', () => {
    expect(answerHtml(form)).toContain('<tr><td>2024</td><td>&lt;12&gt;</td></tr>');
  });
});
