// What the answer form says of the inquiry: read from its head where it stands there, else a marked gap to fill in.
import type { InquiryFacts } from '../../api/check/inquiry-facts.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import { element, field } from './dom.ts';

export type Facts = InquiryFacts;

const NAMES = ['subject', 'askedBy', 'reference', 'date', 'committee'] as const satisfies (keyof Facts)[];

/** `facts` is changed as the clerk types. */
export function factsForm(facts: Facts, texts: PageTexts, onChange: () => void): HTMLElement {
  const words = texts.check;
  const details = element('details', '', { className: 'facts-form' });
  const summary = element('summary', words.facts);
  const fields = NAMES.map((name) => {
    const { block, input } = field(words.factNames[name], `fact-${name}`, element('input'));
    input.type = name === 'date' ? 'date' : 'text';
    input.lang = 'de';
    input.value = facts[name] ?? '';
    input.addEventListener('input', () => {
      facts[name] = input.value.trim() === '' ? null : input.value.trim();
      onChange();
    });
    return block;
  });
  details.append(summary, element('p', words.factsHint, { className: 'hint' }), ...fields);
  return details;
}
