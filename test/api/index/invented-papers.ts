// Papers made up at random: titles, questions and answers of a few words each, some of which belong together.
import type { ReplyDocument } from '../../../corpus/types.ts';
import { documentOf } from '../answer/small-index.ts';

const NOUNS =
  'Freibad Lindenstraße Schule Baum Radweg Spielplatz Kita Parkplatz Bücherei Hallenbad Straßenbahn Laterne'.split(' ');
const OTHERS = 'Haushalt Sanierung Kosten Öffnung Bürger Stadt Verwaltung Ausbau Planung Gebühr Sicherheit Lärm'.split(
  ' ',
);
const VERBS = 'steht kostet öffnet fehlt wächst lärmt leuchtet wartet beginnt endet'.split(' ');
const COMMITTEES = ['Hauptausschuss', 'HA', 'Hauptausschuß', 'Sportausschuss', 'SPORTAUSSCHUSS', 'Umweltausschuss'];
const ASKERS = ['SPD', 'CDU', 'Erika Muster', 'erika muster', 'Grüne', 'GRÜNE'];

/** @returns whole numbers from 0 to below what is given, the same in every run (mulberry32) */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** @param word that stands in its answers */
export function inventedPaper(id: string, random: (below: number) => number, word?: string): ReplyDocument {
  const one = (words: readonly string[]) => words[random(words.length)]!;
  const rare = () => `${one(NOUNS)}${one(OTHERS).toLowerCase()}${'abcdefgh'[random(8)]}`;
  const noun = () => word ?? (random(4) === 0 ? rare() : one(random(2) === 0 ? NOUNS : OTHERS));
  const sentence = () => `${noun()} ${one(VERBS)} seit ${2015 + random(10)} bei ${noun()} und ${noun()}`;
  const marks: { question: string; answer: string }[] = [];
  let text = '';
  for (let i = 0; i <= random(3); i++) {
    const question = `Frage ${i + 1}: Wie ${one(VERBS)} ${noun()} ${random(1000)}?`;
    const related = random(3) === 0 ? ` Siehe Vorlage 2020/0${100 + random(90)}.` : '';
    const answer = `Antwort ${i + 1}: ${sentence()}.${related} ${sentence()}.`;
    text += `${question}\n\n${answer}\n\n`;
    marks.push({ question, answer });
  }
  const inquiry = random(2) === 0 ? { inquiry: { text: `${sentence()}? ${sentence()}.`, questions: [] } } : {};
  return documentOf(id, text.trimEnd(), marks, {
    title: `${noun()} und ${noun()}`,
    date: random(12) === 0 ? null : `20${15 + random(10)}-0${1 + random(9)}-1${random(9)}`,
    committee: random(8) === 0 ? null : one(COMMITTEES),
    department: random(2) === 0 ? null : one(['Bauamt', 'bauamt', 'Schulamt']),
    askedBy: [one(ASKERS)],
    reference: `2020/0${100 + random(90)}`,
    ...inquiry,
  });
}
