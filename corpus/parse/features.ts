// Units of a reply's body → what of each of them speaks for a question, an answer or neither. Every feature is about
// marks, words of asking and place, none about a matter, a person or a city.
import { type Code, codeOf, Template } from './feature-numbers.ts';
import type { UnitFeatures } from './labelling.ts';
import { ASKS_END, type Look, lookOf, NONE, STOP, TEXT } from './looks.ts';
import { LINK } from './segment.ts';
import {
  answersBelowList,
  documentFacts,
  hasNoMarks,
  headingsAbove,
  markerPlaces,
  NUMBERED,
  sentenceEnds,
  showsAsking,
} from './surroundings.ts';
import type { Asked, Unit } from './units.ts';

const of = {
  bias: new Template('bias'),
  gap: new Template('gap'),
  gapAfter: new Template('gap after'),
  marker: new Template('marker'),
  markerPlace: new Template('marker place'),
  end: new Template('end'),
  above: new Template('above'),
  gapAbove: new Template('gap above'),
  begins: new Template('begins'),
  beginsSentence: new Template('begins sentence'),
  beginsGapAbove: new Template('begins gap above'),
  sentence: new Template('sentence'),
  kind: new Template('kind'),
  length: new Template('length'),
  first: new Template('first'),
  asked: new Template('asked'),
  askedAfter: new Template('asked after'),
  askedEnd: new Template('asked end'),
  askedGap: new Template('asked gap'),
  under: new Template('under'),
  underAsked: new Template('under asked'),
  nextEnd: new Template('next end'),
  nextMarker: new Template('next marker'),
  nextKind: new Template('next kind'),
  aboveKind: new Template('above kind'),
  nextBegins: new Template('next begins'),
  rules: new Template('rules'),
  rulesAfter: new Template('rules after'),
  rulesAsked: new Template('rules asked'),
  rulesEnd: new Template('rules end'),
  factMarker: new Template('fact marker'),
  factBegins: new Template('fact begins sentence'),
  factKind: new Template('fact kind'),
  factGap: new Template('fact gap above'),
  plain: new Template('plain'),
};
const [YES, NO, TOP, BOTTOM, OUTSIDE] = ['yes', 'no', 'top', 'bottom', 'outside'].map(codeOf) as [
  Code,
  Code,
  Code,
  Code,
  Code,
];
const GAPS = { gap: codeOf('gap'), line: codeOf('line'), midst: codeOf('midst') };
const RULES = ['0', '1', '2', '3', '4'].map(codeOf);

/** @param asked null where no question of an inquiry was found in the body @param rules what the rules make of each unit; null where they are not asked */
export function featuresOf(
  units: readonly Unit[],
  asked: readonly Asked[] | null,
  rules: readonly number[] | null,
): UnitFeatures[] {
  const looks = units.map(lookOf);
  const facts = documentFacts(units, looks);
  const places = markerPlaces(units);
  const ends = sentenceEnds(units, looks);
  const under = headingsAbove(units, looks);
  const shows = showsAsking(units, looks, ends);
  const states = units.map((_, i) => (asked === null ? NONE : asked[i] == null ? OUTSIDE : codeOf(asked[i])));
  const isMarkless = hasNoMarks(units, looks);
  const firstAsks = isMarkless
    ? looks.findIndex(({ begins }, i) => units[i]!.marker !== null && begins.name === 'word')
    : looks.findIndex(({ end }) => end === ASKS_END);
  const isDense =
    firstAsks >= 0 && units.slice(firstAsks + 1).filter(({ gap }) => gap).length * 12 <= units.length - firstAsks - 1;
  const isNumbered = facts.some(({ name }) => name === NUMBERED);
  const answered = answersBelowList(units, looks);
  return units.map((unit, i): UnitFeatures => {
    const look = looks[i]!;
    const { marker, begins, end, kind, length, first } = look;
    const isNew = unit.start === 0;
    const last = looks[i - 1];
    const next = looks[i + 1];
    const gapAfter = (units[i + 1]?.gap ?? true) ? YES : NO;
    const state = states[i]!;
    const above = last?.end ?? TOP;
    const gap = unit.gap ? GAPS.gap : unit.start === 0 ? GAPS.line : GAPS.midst;
    const sentence = ends[i]!;
    const own = [
      of.bias.number(NONE),
      of.gap.number(gap),
      of.gapAfter.number(gapAfter),
      of.marker.number(marker),
      of.markerPlace.number(marker, places[i]),
      of.end.number(end),
      of.above.number(above),
      of.gapAbove.number(gap, above),
      of.begins.number(begins),
      of.beginsSentence.number(begins, sentence),
      of.beginsGapAbove.number(begins, gap, above),
      of.sentence.number(sentence),
      of.kind.number(kind),
      of.length.number(length),
      of.first.number(first),
      of.asked.number(state),
      of.askedAfter.number(states[i - 1] ?? TOP, state),
      of.askedEnd.number(state, end),
      of.askedGap.number(state, gap),
      of.under.number(under[i]!),
      of.underAsked.number(under[i]!, state),
      of.nextEnd.number(next?.end ?? BOTTOM, gapAfter),
      of.nextMarker.number(next?.marker ?? BOTTOM),
      of.nextKind.number(next?.kind ?? BOTTOM),
      of.aboveKind.number(last?.kind ?? TOP),
      of.nextBegins.number(next?.begins ?? BOTTOM, gapAfter),
    ];
    if (rules !== null) {
      const rule = RULES[rules[i]!]!;
      own.push(
        of.rules.number(rule),
        of.rulesAfter.number(RULES[rules[i - 1] ?? -1] ?? TOP, rule),
        of.rulesAsked.number(rule, state),
        of.rulesEnd.number(rule, end),
      );
    }
    for (const fact of facts) {
      own.push(
        of.factMarker.number(fact, marker),
        of.factBegins.number(fact, begins, sentence),
        of.factKind.number(fact, kind),
        of.factGap.number(fact, gap, above),
      );
    }
    const isText = kind === TEXT;
    const isTheirs = state.name === 'begins' || state.name === 'part' || state.name === 'theirs';
    // What the inquiry asks, and what asks, is a question wherever it stands.
    const isAsked = isTheirs && isNew && sentence === ASKS_END && first.name !== 'quote';
    const isPlain = isText && marker === NONE && state.name !== 'theirs';
    return {
      own,
      step: [
        of.bias.number(NONE),
        of.gap.number(gap),
        of.above.number(above),
        of.marker.number(marker === NONE ? NO : YES),
        of.asked.number(state),
        of.kind.number(kind),
        of.under.number(under[i]!),
        of.plain.number(isPlain ? YES : NO, begins),
        of.sentence.number(sentence),
      ],
      bars: {
        asks:
          !isTheirs &&
          ((begins === NONE && kind.name !== 'question label' && !shows[i]) ||
            // Where questions are numbered, one in the midst of a line is the administration's own.
            (!isNew && isNumbered) ||
            (isAnswers(unit) && unit.marker!.numbers.length > 1 && unit.text.startsWith('Antwort')) ||
            // "Werden Schäden gemeldet, besteht die Möglichkeit …" asks nothing.
            (begins.name === 'verb' && sentence === STOP && marker === NONE)),
        // Without empty lines, a sentence that asks nothing behind one that asked begins the answer.
        asksOn:
          (!isNew && DASH.test(unit.text)) ||
          (isDense &&
            isNew &&
            (above === ASKS_END ||
              (isMarkless && first.name === 'starter') ||
              (above === STOP && SUPPLEMENTS.has(last?.begins.name ?? ''))) &&
            begins === NONE &&
            marker === NONE &&
            end === STOP &&
            (first.name === 'capital' || first.name === 'starter') &&
            (state === NONE || state === OUTSIDE)),
        // A numbered line that asks in its turn, or a whole question in a line of its own, is none of the answer's.
        answersOn:
          isNew &&
          first.name !== 'quote' &&
          (isAsked ||
            answered.has(i) ||
            (isNext(unit, places[i]!)
              ? begins.name === 'word' || begins.name === 'request'
              : isDense && asked === null && isWhole(look) && above === STOP)),
        answers:
          isAsked ||
          (isNext(unit, places[i]!) && (begins.name === 'request' || (begins.name === 'word' && shows[i]!))) ||
          (first.name === 'row' &&
            !(unit.gap || above.name === 'asks' || above.name === 'colon' || last?.kind.name === 'answer label')),
        anew: isText && marker === NONE,
        says: LINK.test(unit.text),
        // "Zu 3:" is an answer's, and so is what stands below it.
        other:
          answered.has(i) || isAnswers(unit) || (!unit.marker && i > 0 && isAnswers(units[i - 1]!) && kind === TEXT),
      },
    };
  });
}

/** The next number of its kind, no letter. */
const isNext = ({ marker }: Unit, place: Code): boolean =>
  marker !== null && marker.says === null && marker.style !== 'letter' && place.name.startsWith('next');

/** Behind a question mark in a line: "Wann? - Im Mai." */
const DASH = /^[-–—]\s+\S/;

const SUPPLEMENTS = new Set(['request', 'supplement']);

const isWhole = ({ begins, end }: Look): boolean =>
  end === ASKS_END && (begins.name === 'word' || begins.name === 'verb');

const isAnswers = ({ marker }: Unit): boolean => marker?.says === 'answer' && marker.length > 0;
