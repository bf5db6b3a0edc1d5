// The answer's plain text → paragraphs, lists and markers, at every point of the stream.
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../api/events.ts';
import { answerBlocks, type Block, type Segment } from '../../web/chat/answer-blocks.ts';

function cite(text: string, n: number, quote: string, from = 0): Citation {
  const at = text.indexOf(`[${n}]`, from);
  return { n, at, source: n - 1, quote, start: 0, end: quote.length, page: null, url: `https://x/#${n}` };
}

const shown = (segments: Segment[]) =>
  segments
    .map((s) => (s.type === 'marker' ? `<${s.citation.n}>` : s.type === 'verbatim' ? `»${s.text}«` : s.text))
    .join('');

const outline = (blocks: Block[]) =>
  blocks.map((block) =>
    block.type === 'list'
      ? block.items.map((item) => `* ${shown(item)}`)
      : block.type === 'table'
        ? [`# ${block.caption}`, ...block.rows.map((row) => row.join(' | '))]
        : shown(block.segments),
  );

describe('answerBlocks', () => {
  const text = 'Dazu heißt es:\n\n„Es sind 12 Plätze. [1] Mehr sind geplant. [2]“\n\nDas heißt:\n- eins [1]\n- zwei';
  const second = text.lastIndexOf('[1]');
  const citations = [
    cite(text, 1, 'Es sind 12 Plätze.'),
    cite(text, 2, 'Mehr sind\ngeplant.'),
    cite(text, 1, 'eins', second - 1),
  ];

  test('separates paragraphs, list items, markers and the quoted words before them', () => {
    expect(outline(answerBlocks(text, citations))).toEqual([
      'Dazu heißt es:',
      '„»Es sind 12 Plätze.« <1> »Mehr sind geplant.« <2>“',
      'Das heißt:',
      ['* »eins« <1>', '* zwei'],
    ]);
  });

  test('never shows a torn marker, and nothing that was shown moves, wherever the stream is', () => {
    const plain = (length: number) => {
      // A citation comes before the text that brings its marker.
      const known = citations.filter(({ at }) => at <= length);
      return outline(answerBlocks(text.slice(0, length), known))
        .flat()
        .join('\n')
        .replace(/[»«]/g, '')
        .trim();
    };
    for (let length = 0; length <= text.length; length++) {
      expect(plain(length)).not.toContain('[');
      expect(plain(text.length).startsWith(plain(length)), plain(length)).toBe(true);
    }
  });

  test.each([
    [
      'years with figures, the line above as caption',
      'Antwort:\n\n„Entwicklung der Fälle\n2016 – 512\n2017 – 1.111\n2018 – 980“ [1]',
      ['Antwort:', ['# Entwicklung der Fälle', '2016 | 512', '2017 | 1.111', '2018 | 980'], '<1>'],
    ],
    [
      'rows of two figures and units below a sentence',
      '„Es gibt Plätze.\nKita Süd 12 34 %\nKita Nord am Markt 7 8,5 %\nKita West – 3 %\nMehr nicht.“ [1]',
      [
        '„»Es gibt Plätze.«',
        ['# null', 'Kita Süd | 12 | 34 %', 'Kita Nord am Markt | 7 | 8,5 %', 'Kita West | – | 3 %'],
        '»Mehr nicht.«“ <1>',
      ],
    ],
    ['two rows are no table', '2016 512\n2017 513', ['2016 512\n2017 513']],
    [
      'lines of prose that end in a year are no table',
      'Das war so. Im Jahr 2016\nUnd es kam anders. Im Jahr 2017\nUnd noch einmal. Im Jahr 2018',
      ['Das war so. Im Jahr 2016\nUnd es kam anders. Im Jahr 2017\nUnd noch einmal. Im Jahr 2018'],
    ],
  ])('%s', (_name, answer, expected) => {
    const quote = /„(.*)“/su.exec(answer)?.[1];
    expect(outline(answerBlocks(answer, quote ? [cite(answer, 1, quote)] : []))).toEqual(expected);
  });

  test('shows brackets that are no citation as they are', () => {
    expect(outline(answerBlocks('Siehe [3] und *Stern* <b>', []))).toEqual(['Siehe [3] und *Stern* <b>']);
  });

  test('a dash inside of a paragraph is no list', () => {
    expect(outline(answerBlocks('Das war - so die Stadt - alles.', []))).toEqual(['Das war - so die Stadt - alles.']);
  });
});
