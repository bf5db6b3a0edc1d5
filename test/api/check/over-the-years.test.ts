// Earlier and later answers to a document's questions, in order of time. All texts are invented.
import { expect, test } from 'vitest';
import { overTheYears } from '../../../api/check/over-the-years.ts';
import { documentOf, smallIndex } from '../answer/small-index.ts';

const asks = (question: string, answer: string) => ({
  text: `${question}\n\n${answer}`,
  marks: [{ question, answer }],
});
const paper = (id: string, date: string | null, { text, marks }: ReturnType<typeof asks>, rest = {}) =>
  documentOf(id, text, marks, { title: 'Bänke im Stadtgarten', date, ...rest });

const question = 'Wie viele Bänke aus Holz stehen im Stadtgarten am Musterweg?';
const here = paper('b', '2022-05-01', asks(question, 'Zwölf.'), { aliases: [{ reference: null, file: 'copy' }] });
const index = smallIndex([
  here,
  paper('c', '2024-05-01', asks(question, 'Vierzehn.')),
  paper('a', '2019-05-01', asks(question, 'Neun.')),
  paper('d', null, asks(question, 'Elf.')),
  paper('e', '2022-05-01', asks(question, 'Zwölf.'), { file: 'copy' }),
  paper('f', '2020-01-01', asks('Wann fährt die Seilbahn?', 'Nie.'), { title: 'Seilbahn' }),
]);

test('stand in order of time, undated ones last, without the document, its copies and other matters', async () => {
  const { same } = await overTheYears(here, index, 'https://rat.example');
  expect(same.map(({ source }) => source.documentId)).toEqual(['a', 'c', 'd']);
  expect(same[0]).toMatchObject({
    question,
    source: { url: expect.stringContaining('https://rat.example/dokument/a#z=') },
  });
});

test('are found by the title where no question is known', async () => {
  const unknown = { ...here, pairs: here.pairs.map((pair) => ({ ...pair, questionText: null })) };
  const { same, alike } = await overTheYears(unknown, index, 'https://rat.example');
  const found = [...same.map(({ source }) => source), ...alike].map((source) => source.documentId);
  expect(found).toContain('a');
  expect(found).not.toContain('f');
});
