// Learns the weights of the segmenter (corpus/parse/labelling.ts) from replies in which the rules and the inquiry agree,
// each also laid out anew at random. The same weights every time: the seed is fixed.
// Run with: npm run train:segmenter [-- --data ../shared/data] [--folds 5]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { fileRole } from '../corpus/parse/classify.ts';
import { optionsOf } from './arguments.ts';
import { told } from './language.ts';
import { examplesOf } from './train/examples.ts';
import { type Example, learn, shareRight } from './train/perceptron.ts';

const SEED = 20_261_201;
const FILE = 'corpus/parse/segmenter-weights.json';

const values = optionsOf(
  {
    data: { type: 'string', default: '../shared/data' },
    /** Tell how well it does on documents that it has not seen. */
    validate: { type: 'boolean', default: false },
  },
  'npm run train:segmenter [-- --data ../shared/data] [--validate]',
);

interface DumpFile {
  id: string;
  name?: string;
  text?: string;
}

const data = `${values.data}/karlsruhe-answers.jsonl.zst`;
if (!existsSync(data)) {
  console.error(
    told(
      `In ${values.data} liegt kein karlsruhe-answers.jsonl.zst; --data nennt den Ordner. (There is no karlsruhe-answers.jsonl.zst in ${values.data}: name the folder by --data.)`,
    ),
  );
  process.exit(1);
}
const answerIds = new Set(
  (JSON.parse(readFileSync(`${values.data}/karlsruhe-answer-files.json`, 'utf8')) as string[]).map(lastSegment),
);
/** What the parser is measured by is not learnt from. */
const left = new Set([
  ...idsIn('test/evaluation/segmentation-truth.json'),
  ...idsIn(`${values.data}/../eval/segmentation-20.json`),
]);

const examples: Example[][] = [];
for (const { id, text, inquiry } of replies()) {
  if (left.has(id)) continue;
  const own = examplesOf(text, inquiry, SEED + Number(id.replace(/\D/g, '')));
  if (own.length > 0) examples.push(own);
}
console.log(`${examples.length} documents, ${examples.flat().length} layouts, ${examples.flat(2).length} examples`);
if (values.validate) {
  const unseen = examples.filter((_, i) => i % 5 === 0).flat();
  const weights = learn(examples.filter((_, i) => i % 5 !== 0).flat(), SEED);
  console.log(`labels right on unseen documents: ${shareRight(unseen, weights).toFixed(4)}`);
}
const weights = learn(examples.flat(), SEED);
const about =
  'Weights of a linear chain over features of lines: marks, words of asking, place. Learned by npm run train:segmenter from ' +
  `${examples.length} published answers of one city in which numbering and inquiry agree, laid out anew at random ` +
  `(averaged perceptron, seed ${SEED}). Holds no text.`;
writeFileSync(FILE, `${JSON.stringify({ about, ...weights })}\n`);
console.log(`${FILE}: ${Object.keys(weights.own).length + Object.keys(weights.step).length} features`);

function* replies(): Generator<{ id: string; text: string; inquiry: string }> {
  const bytes = zstdDecompressSync(readFileSync(data), { maxOutputLength: 2 ** 30 });
  for (const line of bytes.toString('utf8').split('\n')) {
    if (line === '') continue;
    const paper = JSON.parse(line) as { mainFile?: DumpFile; auxiliaryFile?: DumpFile[] };
    const files = [paper.mainFile, ...(paper.auxiliaryFile ?? [])].filter((file) => file?.text) as DumpFile[];
    const inquiry = files.find((file) => fileRole({ fileName: file.name ?? '' }, file.text!) === 'inquiry');
    for (const file of files) {
      const id = lastSegment(file.id);
      if (answerIds.has(id) && inquiry && inquiry !== file) yield { id, text: file.text!, inquiry: inquiry.text! };
    }
  }
}

function idsIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const truth = JSON.parse(readFileSync(path, 'utf8')) as { file: string }[] | { documents: { file: string }[] };
  return (Array.isArray(truth) ? truth : truth.documents).map(({ file }) => file);
}

function lastSegment(id: string): string {
  return id.split('/').at(-1)!;
}
