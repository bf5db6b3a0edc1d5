// Learns anew what is no question to the city (api/answer/question/people/learnt.json): greetings, thanks, need, insults,
// private affairs, hatred, from invented wordings and from questions that people do ask of a city, and says what it is
// worth on wordings of another hand and on questions that it was not learnt from.
// Run with: npm run fit:people -- --questions FILE.jsonl… [--dry-run]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS, featuresOf } from '../api/answer/question/people/features.ts';
import { likenessOf, sharesOf, speaksOfCity, type Weights } from '../api/answer/question/people/likeness.ts';
import { byRule } from '../api/answer/question/purpose.ts';
import { optionsOf } from './arguments.ts';
import { seeded } from './claims/boost.ts';
import { readWordings, residentsAsk, type Wording } from './people/read-wordings.ts';

const SEED = 1;
const ROUNDS = 12;
const RATE = 0.5;
const DECAY = 2e-7;
/** A wording counts as much as three questions, of which there are many more. */
const WORDING_WEIGHT = 3;
/** Of the questions kept apart, at most this share may be taken for none; with a city's words in them and without. */
const ALARMS = { ofCity: 0.001, other: 0.003 };
/** The same of what residents say in few words, of which there are few and which looks most like it. */
const RESIDENTS_ALARMS = 0.03;
const QUESTION_PARTS = 5;
/** A byte a weight, in coarse steps: the file is packed with the program, and most bytes are then the same. */
const STEPS = 15;
const LEARNT = join(import.meta.dirname, '../api/answer/question/people/learnt.json');

interface Example {
  kind: number;
  text: string;
  features: Map<number, number>;
  part: string;
  /** As many questions as it counts. */
  weight: number;
}

const usage = 'npm run fit:people -- --questions FILE.jsonl… [--dry-run]';
const values = optionsOf(
  { questions: { type: 'string', multiple: true, default: [] }, 'dry-run': { type: 'boolean', default: false } },
  usage,
);
if (values.questions.length === 0) {
  console.error(`Es fehlt --questions. (Missing.)\nAufruf (usage): ${usage}`);
  process.exit(2);
}
const wordings = readWordings();
const kinds = ['question', ...new Set(wordings.map(({ kind }) => kind))];
const examples = [...wordings.map(exampleOf), ...values.questions.flatMap(questionsIn).map(questionOf)];
examples.push(...residentsAsk().map((text, i) => ({ ...questionOf(text, i), weight: WORDING_WEIGHT })));
report();

function exampleOf({ hand, kind, text }: Wording): Example {
  return { kind: kinds.indexOf(kind), text, features: featuresOf(text), part: hand, weight: WORDING_WEIGHT };
}

function questionOf(text: string, i: number): Example {
  return { kind: 0, text, features: featuresOf(text), part: `questions ${i % QUESTION_PARTS}`, weight: 1 };
}

/** dev.jsonl, short-dev.jsonl and train.jsonl: what the papers answer, or a city could. */
function questionsIn(file: string): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ style }) => style !== 'offtopic' && style !== 'attack')
    .flatMap(({ question, questions, en }) => [
      ...(question ? [question] : []),
      ...(questions ?? []),
      ...(en ? [en] : []),
    ]);
}

/** By hand and by part of the questions; then from all. */
function report(): void {
  const hands = [...new Set(wordings.map(({ hand }) => hand))];
  const apart: { example: Example; kind: string; sure: number }[] = [];
  for (let fold = 0; fold < Math.max(hands.length, QUESTION_PARTS); fold++) {
    const left = new Set([hands[fold], `questions ${fold}`]);
    const model = learn(examples.filter(({ part }) => !left.has(part)));
    for (const example of examples) {
      if (left.has(example.part)) apart.push({ example, ...likenessOf(example.text, model) });
    }
  }
  const questions = apart.filter(({ example }) => example.kind === 0);
  const thresholdOf = (isOfCity: boolean) => {
    const of = questions.filter(({ example }) => speaksOfCity(example.text) === isOfCity);
    const exceededBy = (some: typeof of, share: number) =>
      some.map(({ sure }) => sure).sort((a, b) => b - a)[Math.floor(share * some.length)] ?? 0;
    const residents = of.filter(({ example }) => example.weight > 1);
    const least = Math.max(
      exceededBy(of, isOfCity ? ALARMS.ofCity : ALARMS.other),
      exceededBy(residents, RESIDENTS_ALARMS),
    );
    return Math.ceil(1000 * least) / 1000;
  };
  const thresholds = { ofCity: thresholdOf(true), other: thresholdOf(false) };
  const isMet = ({ example, sure }: (typeof apart)[number]) =>
    sure >= (speaksOfCity(example.text) ? thresholds.ofCity : thresholds.other);
  for (const hand of hands) {
    const of = apart.filter(({ example }) => example.part === hand);
    const met = of.filter((one) => isMet(one) && one.kind === kinds[one.example.kind]);
    const ruled = of.filter(
      (one) => (byRule(one.example.text) ?? (isMet(one) ? one.kind : null)) === kinds[one.example.kind],
    );
    console.log(JSON.stringify({ hand, wordings: of.length, withRules: shareOf(ruled, of), met: shareOf(met, of) }));
  }
  console.log(
    JSON.stringify({
      thresholds,
      questions: questions.length,
      alarms: questions.filter(isMet).map(({ example }) => example.text),
    }),
  );
  if (!values['dry-run']) writeFileSync(LEARNT, `${JSON.stringify({ thresholds, ...written(learn(examples)) })}\n`);
}

function shareOf(some: unknown[], all: unknown[]): number {
  return Math.round((1000 * some.length) / all.length) / 1000;
}

/** Softmax regression, one example after the other, each weight with its own rate (AdaGrad). */
function learn(from: Example[]): Weights {
  const weights = new Float32Array(kinds.length * DIMENSIONS);
  const seen = new Float32Array(weights.length).fill(1e-4);
  const bias = kinds.map(() => 0);
  const random = seeded(SEED);
  const order = from.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const { kind, features, weight } = from[i]!;
      const shares = sharesOf(features, { kinds, bias, weights });
      for (let k = 0; k < kinds.length; k++) {
        const off = weight * (shares[k]! - (k === kind ? 1 : 0));
        if (Math.abs(off) < 1e-4) continue;
        bias[k]! -= 0.01 * off;
        for (const [at, value] of features) {
          const w = k * DIMENSIONS + at;
          const slope = off * value + DECAY * weights[w]!;
          seen[w]! += slope * slope;
          weights[w]! -= (RATE * slope) / Math.sqrt(seen[w]!);
        }
      }
    }
  }
  return { kinds, bias, weights };
}

function written({ bias, weights }: Weights) {
  const highest = Array.from(weights).reduce((high, weight) => Math.max(high, Math.abs(weight)), 0);
  const step = highest / STEPS;
  const bytes = Uint8Array.from(weights, (weight) => Math.round(weight / step) & 0xff);
  return {
    kinds,
    bias: bias.map((value) => Math.round(1e4 * value) / 1e4),
    step,
    weights: Buffer.from(bytes).toString('base64'),
  };
}
