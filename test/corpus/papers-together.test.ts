// Which papers belong together. All invented.
import { expect, test } from 'vitest';
import { papersTogether } from '../../corpus/papers-together.ts';
import { documentOf } from '../api/answer/small-index.ts';

const paper = (id: string, reference: string | null, text: string, date = '2024-01-01') =>
  documentOf(id, text, [], { reference, date, title: `Titel ${id}` });

function together(...documents: ReturnType<typeof paper>[]) {
  const papers = papersTogether();
  for (const document of documents) papers.add(document);
  return Object.fromEntries(documents.map((document) => [document.id, papers.of(document).map(({ id }) => id)]));
}

test('a paper that names another belongs to it, in both directions, however the reference is written', () => {
  expect(
    together(
      paper('a', '2024/0016', 'Wir verweisen auf die Vorlage 2023-0400.'),
      paper('b', '2023/0400', 'Zwölf Bänke.'),
      paper('c', '2024/0017', 'Nichts davon.'),
    ),
  ).toEqual({ a: ['b'], b: ['a'], c: [] });
});

test('two answers of one paper belong together, the newest first', () => {
  expect(
    together(
      paper('a', '2024/0016', 'x', '2024-03-01'),
      paper('b', '2024/0016', 'y', '2024-01-01'),
      paper('c', '2024/0016', 'z', '2024-05-01'),
    ),
  ).toEqual({ a: ['c', 'b'], b: ['c', 'a'], c: ['a', 'b'] });
});

test('dates, amounts and a plan that everybody names join nothing', () => {
  const many = Array.from({ length: 20 }, (_, i) => paper(`m${i}`, `2022/${100 + i}`, 'Siehe Vorlage 2020/0001.'));
  const found = together(paper('plan', '2020/0001', 'Am 10/2023 kosten 12345 Teile 2022/23 Geld.'), ...many);
  expect(found.plan).toEqual([]);
  expect(found.m3).toEqual(['plan']);
});
