// A reply and its inquiry → units with their features and labels, as it is printed and laid out anew; none where the
// rules and the inquiry do not agree on what is asked in it.
import { featuresOf } from '../../corpus/parse/features.ts';
import { headerOf } from '../../corpus/parse/header.ts';
import { readInquiry } from '../../corpus/parse/inquiry-text.ts';
import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON } from '../../corpus/parse/labelling.ts';
import { linesOf } from '../../corpus/parse/lines.ts';
import { segment } from '../../corpus/parse/segment.ts';
import { signatureOf } from '../../corpus/parse/signature.ts';
import { toLabels } from '../../corpus/parse/to-labels.ts';
import { askedIn, inquiryLetters, unitsOf } from '../../corpus/parse/units.ts';
import { profileFor } from '../../corpus/profiles/known.ts';
import { anew, type Laid, withTopics } from './layout.ts';
import type { Example } from './perceptron.ts';
import { randomFrom } from './random.ts';

const LAYOUTS = 4;

export function examplesOf(text: string, inquiryText: string, seed: number): Example[] {
  const lines = linesOf([{ number: 1, text }], profileFor(text));
  if (lines.length === 0) return [];
  const { end } = headerOf(lines);
  const body = lines.slice(end, signatureOf(lines, end).start);
  const { asked, inquiry } = readInquiry(inquiryText);
  const questions = asked.map((question) => question.text);
  if (inquiry === null) return [];
  const segments = segment(body, questions.length);
  const units = unitsOf(body);
  // Prose without any question is prose, whatever lists and headings are in it.
  if (
    units.every(({ text }) => !text.includes('?')) &&
    segments.pairs.length === 1 &&
    segments.pairs[0]!.question === null
  ) {
    const prose = [body, withTopics(body, randomFrom(seed))];
    return prose.map((lines) =>
      exampleOf({ body: lines, labels: (i) => (i === 0 ? ANSWERS : ANSWERS_ON) }, questions, inquiry.text, false),
    );
  }
  if (questions.length < 2) return [];
  const labels = toLabels(units, segments);
  const states = askedIn(units, questions, inquiryLetters(inquiry.text));
  const isAgreed =
    states !== null &&
    states.filter((state) => state === 'begins').length === questions.length &&
    states.every(
      (state, i) => !/begins|part|inside/.test(state ?? '') || labels[i] === ASKS || labels[i] === ASKS_ON,
    ) &&
    segments.pairs.filter(({ question }) => question !== null).length === questions.length;
  if (!isAgreed) return [];
  const random = randomFrom(seed);
  const lead = inquiry.questions[0] ? inquiry.text.slice(0, inquiry.questions[0].start) : '';
  const laid: Laid[] = [{ body, labels: (i) => labels[i]! }];
  for (let n = 0; n < LAYOUTS; n++) laid.push(anew(body, segments, lead, random));
  return laid.map((one, n) =>
    exampleOf(one, n === 0 || random(10) < 6 ? questions : [], inquiry.text, n === 0 || random(2) === 0),
  );
}

function exampleOf({ body, labels }: Laid, questions: string[], inquiry: string, knowsRules: boolean): Example {
  const units = unitsOf(body);
  const rules = knowsRules ? toLabels(units, segment(body, questions.length)) : null;
  const states = askedIn(units, questions, inquiryLetters(inquiry));
  return { features: featuresOf(units, states, rules), labels: units.map((unit, i) => labels(i, unit)) };
}
