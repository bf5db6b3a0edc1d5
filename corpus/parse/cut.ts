// The lines of a reply's body and its inquiry → questions and answers. The rules cut first (segment.ts); where anything
// speaks against what they make of it, a linear chain learned from many layouts labels the lines instead, with the
// rules' opinion as one of the things it goes by.
import { isDoubtful } from './doubts.ts';
import { featuresOf } from './features.ts';
import { fromLabels } from './from-labels.ts';
import { labelsOf, rowsOf } from './labelling.ts';
import type { Line } from './lines.ts';
import { type Segments, segment } from './segment.ts';
import weights from './segmenter-weights.json' with { type: 'json' };
import { toLabels } from './to-labels.ts';
import { askedIn, inquiryLetters, unitsOf } from './units.ts';

const rows = rowsOf(weights);

/** @param asked the inquiry's questions @param inquiry its text; both empty where it is not known */
export function cut(body: Line[], asked: readonly string[], inquiry: string): Segments {
  if (body.length === 0) return { pairs: [], preamble: null };
  const rules = segment(body, asked.length);
  const units = unitsOf(body);
  const states = askedIn(units, asked, inquiryLetters(inquiry));
  const labels = toLabels(units, rules);
  if (!isDoubtful(units, states, labels)) return rules;
  return fromLabels(units, labelsOf(featuresOf(units, states, labels), rows));
}
