// The lines of a reply's body and its inquiry → questions and answers. The rules cut first (segment.ts); where anything
// speaks against what they make of it, a linear chain learned from many layouts labels the lines instead, with the
// rules' opinion as one of the things it goes by.
import { covered } from './covered.ts';
import { isAnsweredTwice, isDoubtful } from './doubts.ts';
import { featuresOf } from './features.ts';
import { fromLabels } from './from-labels.ts';
import { labelsOf, rowsOf } from './labelling.ts';
import type { Line } from './lines.ts';
import { type Segments, segment } from './segment.ts';
import weights from './segmenter-weights.json' with { type: 'json' };
import { withoutTaken } from './taken.ts';
import { toLabels } from './to-labels.ts';
import { trimmed } from './trimmed.ts';
import { type Asked, askedIn, inquiryLetters, type Unit, unitsOf } from './units.ts';

const rows = rowsOf(weights);

/** @param asked the inquiry's questions @param inquiry its text; both empty where it is not known */
export function cut(body: Line[], asked: readonly string[], inquiry: string): Segments {
  if (body.length === 0) return { pairs: [], preamble: null };
  const rules = segment(body, asked.length);
  const units = unitsOf(body);
  const letters = inquiryLetters(inquiry);
  const states = askedIn(units, asked, letters);
  const labels = toLabels(units, rules);
  const isSure = !isDoubtful(units, states, labels) && !isAnsweredTwice(rules);
  const found = isSure ? rules : learned(units, states, labels, letters);
  return { ...trimmed(body, withoutTaken(body, found), letters), asked: unitsAsked(units, states) };
}

function learned(units: Unit[], states: Asked[] | null, rules: number[], inquiry: string): Segments {
  const labels = labelsOf(featuresOf(units, states, rules), rows);
  return fromLabels(units, covered(units, labels, states, inquiry !== '' && states !== null));
}

/** Shorter ones may stand in both papers by chance. */
const MIN_CHARACTERS = 15;

const unitsAsked = (units: readonly Unit[], states: readonly Asked[] | null): NonNullable<Segments['asked']> =>
  units.flatMap(({ line, start, end }, i) => {
    const isAsked = states?.[i] === 'begins' || states?.[i] === 'inside';
    return isAsked && end - start >= MIN_CHARACTERS ? [{ line, start, end }] : [];
  });
