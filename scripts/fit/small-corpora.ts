// Papers and questions → small corpora drawn from them, each with questions on its papers and on others. What is learnt
// has to hold for a town of 15 papers as for a city of thousands: there a word is rare by chance, a title says more, and
// most questions have no answer.
import type { ReplyDocument } from '../../corpus/types.ts';
import { type Collected, collect } from './collect.ts';
import { openCorpus } from './corpus.ts';
import { randomNumbers } from './grow-trees.ts';
import type { JudgedQuestion } from './questions.ts';

/** How many such corpora there are, of how many papers, and how many questions are asked of each. */
const SIZES = [
  { papers: 15, corpora: 24, answerable: 60, others: 40 },
  { papers: 100, corpora: 5, answerable: 150, others: 100 },
  { papers: 500, corpora: 1, answerable: 300, others: 150 },
];

/** The same draws in every run. Half of the papers of each corpus are such that questions were written on. */
export async function collectSmall(questions: JudgedQuestion[], papers: ReplyDocument[]): Promise<Collected[]> {
  const random = randomNumbers(7);
  const some = <T>(list: T[], count: number) => shuffled(list, random).slice(0, count);
  const asked = new Set(questions.flatMap((question) => question.papers));
  const [ofQuestions, others] = [true, false].map((is) => papers.filter((paper) => asked.has(fileOf(paper)) === is));
  const collected: Collected[] = [];
  for (const size of SIZES) {
    for (let i = 0; i < size.corpora; i++) {
      const chosen = [...some(ofQuestions!, size.papers / 2), ...some(others!, size.papers / 2)];
      const files = new Set(chosen.map(fileOf));
      const isOn = ({ papers }: JudgedQuestion) => papers.some((file) => files.has(file));
      const own = some(questions.filter(isOn), size.answerable);
      const foreign = some(
        questions.filter((question) => !isOn(question)),
        size.others,
      );
      const { parts, documents, close } = await openCorpus(shuffled(chosen, random));
      for (const one of await collect([...own, ...foreign], documents, parts, false)) {
        const style = one.isAnswerable ? `of ${size.papers} papers` : `without, of ${size.papers} papers`;
        collected.push({ ...one, id: `${one.id} of ${size.papers}.${i}`, style, isInSmall: true });
      }
      close();
    }
  }
  return collected;
}

const fileOf = ({ file }: ReplyDocument): string => file.split('/').at(-1) ?? file;

function shuffled<T>(list: T[], random: () => number): T[] {
  const keyed = list.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
