// Labelled units → whether anything speaks against the labels: questions of the inquiry or lines that ask inside answers,
// the asker's words in an answer, sentences that nobody says, prose taken for a question.
import { isFormula } from './formula.ts';
import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON, OTHER } from './labelling.ts';
import { beginsAsQuestion, beginsWithQuestionWord, endsAsQuestion, isSupplement } from './questions.ts';
import { LINK, type Segments } from './segment.ts';
import type { Asked, Unit } from './units.ts';
import { ASKERS_HEADING, ASKERS_WORDS } from './voices.ts';

/** Below it the administration speaks, whoever spoke before. */
const OWN_HEADING =
  /^(?:Vorbemerkung(?:en)? (?:der|des) (?!Frage|Anfrage|Kleinen|Großen|Abgeordnete|Fraktion|Antragstell|Ausschuss)\p{L}.{1,50}|Einleitung für die Antworten?|Allgemeine (?:Vorb|B)emerkungen?)\s*:?$/iu;

/** Shorter lines are titles and names. */
const SENTENCE_CHARACTERS = 60;

export function isDoubtful(units: readonly Unit[], asked: readonly Asked[] | null, labels: readonly number[]): boolean {
  return units.some((unit, i) => {
    const label = labels[i]!;
    const state = asked?.[i] ?? null;
    const above = units[i - 1];
    if (label === ANSWERS && LINK.test(unit.text)) return true;
    if (label === ANSWERS || label === ANSWERS_ON) return isAsked(state) || asksIn(unit, above) || saysAsker(unit);
    if (label === ASKS || label === ASKS_ON) {
      if (state === 'begins') return label === ASKS_ON && above?.rest !== '';
      return label === ASKS_ON && state === null && isProse(unit, above);
    }
    if (state === 'begins' || state === 'part') return true;
    if (label === OTHER && isLetteredQuestion(unit)) return true;
    if (label !== OTHER || state !== null) return false;
    const isWrapped = asked !== null && above !== undefined && labels[i - 1] === OTHER && asked[i - 1] === null;
    return isSaid(unit) || OWN_HEADING.test(unit.text) || (isWrapped && isSaidOn(unit, above));
  });
}

/** A number has two answers: one of its own, and another that only stood below its question. */
export function isAnsweredTwice({ pairs }: Segments): boolean {
  const numbered = pairs.filter(({ number }) => number !== null);
  return new Set(numbered.map(({ number }) => number)).size < numbered.length;
}

const isAsked = (state: Asked): boolean => state === 'begins' || state === 'part' || state === 'theirs';

/** A line that asks, or one that a bare number or capital before a question word makes one. */
function asksIn({ marker, rest, text, start }: Unit, above: Unit | undefined): boolean {
  if (/^[„"]/.test(rest)) return false;
  if (beginsAsQuestion(rest) && endsAsQuestion(rest)) return true;
  if (marker !== null && marker.says !== 'answer' && beginsWithQuestionWord(rest)) return true;
  const isNew = above === undefined || /[.?!:]["“”»)]*$/.test(above.text);
  return start === 0 && isNew && beginsWithQuestionWord(text) && !/[.,;:]/.test(text);
}

const saysAsker = ({ text }: Unit): boolean =>
  ASKERS_HEADING.test(text) || (ASKERS_WORDS.test(text) && !/[„"]/.test(text));

/** A sentence without a question's marks right behind one. */
const isProse = ({ rest, text, marker }: Unit, above: Unit | undefined): boolean =>
  marker === null &&
  (/\?["“”»)]*$/.test(above?.text ?? '') || (/[.)]$/.test(above?.text ?? '') && isSupplement(above!.rest))) &&
  /[.:]$/.test(text) &&
  /^\p{Lu}/u.test(rest) &&
  !beginsAsQuestion(rest) &&
  !isSupplement(rest);

const isSaid = ({ text }: Unit): boolean =>
  text.length > SENTENCE_CHARACTERS &&
  (/[.!]$/.test(text) || (/:$/.test(text) && /\p{Ll}{2}[.!] \p{Lu}/u.test(text))) &&
  !isFormula(text) &&
  !ASKERS_WORDS.test(text);

/** The end of a sentence that the line above began. */
const isSaidOn = ({ text, gap }: Unit, above: Unit): boolean =>
  !gap &&
  above.text.length > SENTENCE_CHARACTERS &&
  !/[.:?!]$/.test(above.text) &&
  /[.!]$/.test(text) &&
  !isFormula(`${above.text} ${text}`) &&
  !ASKERS_WORDS.test(`${above.text} ${text}`);

/** "a) die Öffnungszeiten für ausreichend?" in nobody's words. */
const isLetteredQuestion = ({ marker, text }: Unit): boolean => marker?.style === 'letter' && endsAsQuestion(text);
