// Learns anew what the check of claims weighs (api/answer/model/entail/learnt.json), from claims with their quotations and
// from further ones made by rule, and says what it is worth on pairs that it was not learnt from. The same file and
// seed give the same trees.
// Run with: npm run fit:claims -- --claims FILE.jsonl [--dry-run]

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { featuresOf } from '../api/answer/model/entail/features.ts';
import { besideOf } from '../api/answer/model/entail/judge.ts';
import { refusedByRule } from '../api/answer/model/entail/rules.ts';
import { type Trees, voteOf, writeTrees } from '../api/answer/model/entail/trees.ts';
import { numbersProven } from '../api/answer/model/number-proof.ts';
import { compileLexicon, openLexicon } from '../api/index/lexicon.ts';
import { isLang } from '../api/languages.ts';
import { misunderstood, optionsOf } from './arguments.ts';
import { readLexicon } from './build-index.ts';
import { type BoostOptions, boost, type Row, seeded } from './claims/boost.ts';
import { type ClaimLine, evidenceOf, pairOf, readClaims } from './claims/claim-file.ts';
import { inventedClaims } from './claims/invent.ts';
import { fail } from './fault.ts';

const SEED = 1;
const OPTIONS = {
  rounds: 120,
  depth: 3,
  rate: 0.07,
  minLeaf: 6,
  rows: 0.7,
  features: 0.4,
  ridge: 2,
} satisfies Omit<BoostOptions, 'seed'>;
/** Forests of different seeds vote together: one alone depends on its seed by some .02. */
const FORESTS = 3;
const FOLDS = 10;
/** What a made claim weighs beside a written one. */
const MADE_WEIGHT = 0.25;
/** Of the true claims, measured on pairs kept apart, this share is shown. */
const SHOWN = 0.92;
/** From the vote on where this share is true no witness is asked. */
const CERTAIN = 0.95;
const LEARNT = join(import.meta.dirname, '../api/answer/model/entail/learnt.json');

interface Example {
  line: ClaimLine;
  features: Record<string, number>;
  made: boolean;
}

const usage = 'npm run fit:claims -- --claims FILE.jsonl [--dry-run]';
const values = optionsOf({ claims: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } }, usage);
await main().catch((error: Error) => fail(error));

async function main(): Promise<void> {
  if (values.claims === undefined)
    return misunderstood({ de: 'Es fehlt --claims.', en: '--claims is missing.' }, usage);
  const lexicon = openLexicon(compileLexicon(await readLexicon()));
  // Numbers are the rules' matter; other languages have no features.
  const lines = (await readClaims(values.claims)).filter(({ lang }) => isLang(lang));
  const examples = [...lines, ...inventedClaims(lines, SEED)].map((line): Example => {
    const english = line.lang.startsWith('en') ? 1 : 0;
    const made = line.kind?.startsWith('made') ?? false;
    return { line, features: { ...featuresOf(evidenceOf(line), lexicon), english }, made };
  });
  const apart = keptApart(examples).filter(({ example }) => !example.made);
  const ruled = apart.map(({ example, vote }) => ({
    truth: example.line.supported,
    vote: passesRules(example) ? vote : 0,
  }));
  const threshold = rounded(thresholdFor(ruled, SHOWN));
  const certain = rounded(certainFrom(ruled));
  const model = learn(examples, SEED);
  const share = (truth: boolean, from: number) => {
    const of = ruled.filter((claim) => claim.truth === truth);
    return rounded(of.filter(({ vote }) => vote >= from).length / of.length);
  };
  if (!values['dry-run']) {
    await writeFile(LEARNT, `${JSON.stringify({ threshold, certain, ...writeTrees(model) }, null, 2)}\n`);
  }
  console.log(
    JSON.stringify({
      claims: lines.length,
      made: examples.length - lines.length,
      threshold,
      certain,
      keptApart: { shown: share(true, threshold), unsupportedShown: share(false, threshold) },
      certainShare: { supported: share(true, certain), unsupported: share(false, certain) },
    }),
  );
}

/** Each example's vote by trees that were learnt without its pair. */
function keptApart(examples: Example[]): { example: Example; vote: number }[] {
  const random = seeded(SEED);
  const pairs = [...new Set(examples.map(({ line }) => pairOf(line)))];
  const fold = new Map(pairs.map((pair) => [pair, Math.floor(random() * FOLDS)]));
  return Array.from({ length: FOLDS }, (_, k) => k).flatMap((k) => {
    const inside = (example: Example) => fold.get(pairOf(example.line)) === k;
    const model = learn(
      examples.filter((example) => !inside(example)),
      SEED + 100 * (k + 1),
    );
    return examples.filter(inside).map((example) => ({ example, vote: voteOf(model, example.features) }));
  });
}

function learn(examples: Example[], seed: number): Trees {
  const features = Object.keys(examples[0]!.features);
  const rows = rowsOf(examples, features);
  const forests = Array.from({ length: FORESTS }, (_, k) => boost(rows, { ...OPTIONS, seed: seed + k }));
  const shared = forests.flatMap(({ trees }) => trees.map((tree) => scaled(tree)));
  return { features, start: rounded(forests[0]!.start), trees: shared };
}

/** Made claims are more often false: both truths weigh the same among them. */
function rowsOf(examples: Example[], features: string[]): Row[] {
  const made = examples.filter((example) => example.made);
  const madeTrue = made.filter(({ line }) => line.supported).length;
  const weightOf = ({ made: isMade, line }: Example) =>
    isMade ? (MADE_WEIGHT * made.length * 0.5) / (line.supported ? madeTrue : made.length - madeTrue) : 1;
  return examples.map((example) => ({
    values: features.map((name) => example.features[name] ?? 0),
    truth: example.line.supported ? 1 : 0,
    weight: weightOf(example),
  }));
}

/** A forest's part of the vote. */
function scaled(tree: Trees['trees'][number]): Trees['trees'][number] {
  return typeof tree === 'number' ? rounded(tree / FORESTS) : [tree[0], tree[1], scaled(tree[2]), scaled(tree[3])];
}

function passesRules({ line, features }: Example): boolean {
  if (refusedByRule(features) !== null) return false;
  return numbersProven(line.claim, line.quote.join('\n'), besideOf(evidenceOf(line)));
}

function thresholdFor(claims: { truth: boolean; vote: number }[], shown: number): number {
  const votes = claims.filter(({ truth }) => truth).map(({ vote }) => vote);
  return votes.sort((a, b) => b - a)[Math.ceil(shown * votes.length) - 1] ?? 0;
}

function certainFrom(claims: { truth: boolean; vote: number }[]): number {
  const sorted = [...claims].sort((a, b) => b.vote - a.vote);
  let [right, from] = [0, 1];
  for (const [i, { truth, vote }] of sorted.entries()) {
    if (truth) right++;
    if (right / (i + 1) >= CERTAIN) from = vote;
  }
  return from;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
