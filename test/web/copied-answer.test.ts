// What an answer is on the clipboard: text for mails, HTML for Word.
import { describe, expect, test } from 'vitest';
import type { Source } from '../../api/events.ts';
import { copiedAnswer, copiedPair } from '../../web/chat/copied-answer.ts';
import { newTurn, type Turn } from '../../web/chat/turn.ts';
import { de } from '../../web/texts.de.ts';

const SERIES = 'Kosten je Jahr\n2020 – 512\n2021 – 640\n2022 – 700';
/** Invented. */
const source: Source = {
  ...{ id: 'a.1', documentId: 'a', pair: 1, title: 'Bänke & <Parks>', reference: '2025/0016', date: '2025-03-26' },
  ...{ committee: 'Gemeinderat', department: null, number: '3', question: 'Was kosten Bänke?', kind: 'answered' },
  ...{ text: SERIES, page: 1, url: 'https://x/dokument/a#z=0-47', originalUrl: null, file: null },
  ...{ ocr: false, image: null },
};
const opening = 'Die Verwaltung antwortete:\n\n„';
const turn: Turn = {
  ...newTurn('Was kosten <b>Bänke</b>?'),
  state: 'done',
  sources: [source],
  text: `${opening}${SERIES}“ [1]`,
  citations: [
    {
      ...{ n: 1, source: 0, quote: SERIES, start: 0, end: SERIES.length, page: 2, url: source.url },
      at: opening.length + SERIES.length + 2,
    },
  ],
};

describe('a copied answer', () => {
  const { text, html } = copiedAnswer(turn, de);

  test('names its source in the form of the house, with the page of the quotation', () => {
    const reference = 'Vorlage 2025/0016, Antwort zu Frage 3, S. 2, Gemeinderat, 26.03.2025: Bänke & <Parks>';
    expect(text).toContain(`[1] ${reference}\nhttps://x/dokument/a#z=0-47`);
    expect(html).toContain(
      `<p>[1] <a href="https://x/dokument/a#z=0-47">${reference.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</a></p>`,
    );
  });

  test('gives Word a table with its caption', () => {
    expect(html).toContain('<caption>Kosten je Jahr</caption><tr><td>2020</td><td align="right">512</td></tr>');
  });

  test('lets no word become markup', () => {
    expect(html).toContain('Was kosten &lt;b&gt;Bänke&lt;/b&gt;?');
    expect(html).not.toMatch(/<b>|<Parks>/);
  });

  test('without a reference goes by its title alone', () => {
    const untold = { ...turn, sources: [{ ...source, reference: null }] };
    expect(copiedAnswer(untold, de).text).toContain('[1] Bänke & <Parks>, Antwort zu Frage 3, S. 2');
  });
});

test('an opened answer of a choice is copied whole, under its own question', () => {
  const { text, html } = copiedPair(source, 'Eins.\n\nZwei.', 'https://x/dokument/a#z=0-99', de);
  expect(text).toMatch(
    /^Ihre Frage: Was kosten Bänke\?\n\nEins\.\n\nZwei\.\n\nQuelle:\n\nVorlage 2025\/0016, .*\nhttps/,
  );
  expect(html).toContain('<p>Eins.</p>\n<p>Zwei.</p>');
});
