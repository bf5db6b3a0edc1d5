// Topics are learnt from titles and what their papers speak of. All texts are invented.
import { expect, test } from 'vitest';
import { topicsOf as papersOfTopics, topicLearner } from '../../../api/index/topics.ts';
import { topicsPage } from '../../../api/pages/topics.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../../corpus/city.ts';
import { documentOf } from '../answer/small-index.ts';

const WORDS = new Set(['freibad', 'eintritt', 'baum', 'schutz', 'fällung', 'kasse']);
const speaking = (word: string) => `${word} ist gemeint. Zur Sache: ${word}. Noch einmal ${word}.`;

function topicsOf(...papers: [title: string, text: string, rest?: object][]) {
  const learner = topicLearner((word) => WORDS.has(word));
  const known = (word: string) => WORDS.has(word);
  const documents = papers.map(([title, text, rest], i) =>
    documentOf(`p${i}`, text, [], { title, date: `2024-01-${String(i + 1).padStart(2, '0')}`, ...rest }),
  );
  for (const document of documents) learner.add(document);
  return papersOfTopics(
    learner.topics(() => 1),
    documents,
    known,
  );
}

test('a noun that titles bring up and papers speak of is a topic, with its newest papers first', () => {
  const topics = topicsOf(
    ['Freibad am Anger', speaking('Freibad')],
    ['Öffnung im Freibad', speaking('Freibad')],
    ['Freibad: neue Rutsche', speaking('Freibad')],
    ['Straßenlampen', 'Sie leuchten.'],
  );
  expect(topics).toEqual([{ name: 'Freibad', also: [], papers: 3, newest: ['p2', 'p1', 'p0'] }]);
});

test.each([
  ['its paper does not speak of', ['Sachstand Lampen', 'Sachstand Brunnen', 'Sachstand Bänke'], 'Sie stehen.', {}],
  [
    'leads to the topic',
    ['Sanierung der Lampen', 'Sanierung des Brunnens', 'Sanierung der Bänke'],
    speaking('Sanierung'),
    {},
  ],
  [
    'is who asked',
    ['Muster fragt nach Lampen', 'Muster zum Brunnen', 'Bänke (Muster)'],
    speaking('Muster'),
    { askedBy: ['Erika Muster'] },
  ],
  [
    'is the district of its own council',
    ['Lampen in Musterheim', 'Musterheim, Brunnen', 'Bänke in Musterheim'],
    speaking('Musterheim'),
    { committee: 'Ortschaftsrat Musterheim' },
  ],
])('a noun that %s is no topic', (_name, titles, text, rest) => {
  expect(topicsOf(...titles.map((title): [string, string, object] => [title, text, rest]))).toEqual([]);
});

test('a compound counts for its parts, and a noun whose papers speak of the topic joins it', () => {
  const both = `${speaking('Baum')} ${speaking('Fällung')}`;
  const topics = topicsOf(
    ['Baum am Markt', speaking('Baum')],
    ['Baum im Park', speaking('Baum')],
    ['Baum vor dem Rathaus', speaking('Baum')],
    ['Baumschutz', speaking('Baum')],
    ['Fällung am Ring', both],
    ['Fällung im Hof', both],
    ['Fällung im Wald', both],
    // Papers of other matters: a noun of half of all papers is no topic.
    ...Array.from({ length: 9 }, (): [string, string] => ['Lampen', 'Sie leuchten.']),
  );
  expect(topics.map(({ name, also, papers }) => [name, also, papers])).toEqual([['Baum', ['Fällung'], 7]]);
});

test('the page links each topic to its search and its feed, and titles stay text', () => {
  const city = readCity(cityFacts);
  if (!city.ok) throw new Error('city.json');
  const head = documentOf('p1', 'x', [], { title: 'Freibad <neu>', date: '2024-01-02' });
  const { main } = topicsPage(
    { city: city.value, lang: 'en', path: '/themen' },
    { topics: [{ name: 'Freibad & Bad', also: ['Eintritt'], papers: 3, newest: [head] }], newest: [head] },
  ).fills;
  expect(main.markup).toContain('href="/suche?q=Freibad+%26+Bad&amp;lang=en"');
  expect(main.markup).toContain('href="/feed.atom?q=Freibad+%26+Bad"');
  expect(main.markup).toContain('<a href="/dokument/p1?lang=en">Freibad &lt;neu&gt;</a> <span class="hint">');
});
