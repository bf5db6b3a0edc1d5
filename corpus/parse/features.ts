// Units of a reply's body → what of each of them speaks for a question, an answer or neither. Every feature is about
// marks, words of asking and place, none about a matter, a person or a city.
import { rankOf } from './candidates.ts';
import { type Code, codeOf, Template } from './feature-numbers.ts';
import { isFormula } from './formula.ts';
import type { UnitFeatures } from './labelling.ts';
import { ANSWER_LABEL, QUESTION_LABEL } from './labels.ts';
import { beginsAsClearRequest, beginsAsQuestion, beginsWithQuestionWord, isSupplement } from './questions.ts';
import { LINK } from './segment.ts';
import type { Asked, Unit } from './units.ts';
import { ADMINISTRATIONS_HEADING, ASKERS_HEADING, ASKERS_WORDS, QUESTIONS_HEADING } from './voices.ts';

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
const [YES, NO, NONE, TOP, BOTTOM, OUTSIDE] = ['yes', 'no', 'none', 'top', 'bottom', 'outside'].map(codeOf) as [
  Code,
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

const ASKS_END = codeOf('asks');
const STOP = codeOf('stop');

/** The next number of its kind, no letter. */
const isNext = ({ marker }: Unit, place: Code): boolean =>
  marker !== null && marker.says === null && marker.style !== 'letter' && place.name.startsWith('next');

/** Behind a question mark in a line: "Wann? - Im Mai." */
const DASH = /^[-–—]\s+\S/;

const SUPPLEMENTS = new Set(['request', 'supplement']);

/** All is asked first, in a list; below it each number stands again, in order, and asks nothing: its answers. */
function answersBelowList(units: readonly Unit[], looks: readonly Look[]): Set<number> {
  const asked = new Set<number>();
  const run: number[] = [];
  let last = 0;
  for (const [i, { marker }] of units.entries()) {
    if (marker?.says === 'answer') return new Set();
    if (marker === null || marker.style !== 'number' || marker.numbers.length !== 1) continue;
    const number = Number(marker.numbers[0]);
    const { begins, end } = looks[i]!;
    const asks = begins !== NONE || end === ASKS_END;
    if (asks && run.length === 0 && number === asked.size + 1) asked.add(number);
    else if (!asks && asked.size > 1 && (number === last + 1 || (number === last && marker.letter !== null))) {
      run.push(i);
      last = number;
    } else if (asks && run.length > 0) return new Set();
  }
  return last === asked.size ? new Set(run) : new Set();
}

const isWhole = ({ begins, end }: Look): boolean =>
  end === ASKS_END && (begins.name === 'word' || begins.name === 'verb');

const isAnswers = ({ marker }: Unit): boolean => marker?.says === 'answer' && marker.length > 0;

const TEXT = codeOf('text');

interface Look {
  marker: Code;
  begins: Code;
  /** How it ends: with a question mark, a stop and so on. */
  end: Code;
  /** What it says of what follows: a label, a heading, a formula. */
  kind: Code;
  length: Code;
  first: Code;
}

function lookOf(unit: Unit): Look {
  const { text, rest, marker } = unit;
  return {
    marker: marker === null ? NONE : codeOf(`${marker.says ?? marker.style}${rest === '' ? ' alone' : ''}`),
    begins: codeOf(beginningOf(rest)),
    end: codeOf(endOf(text)),
    kind: codeOf(kindOf(unit)),
    length: codeOf(text.length < 12 ? 'tiny' : text.length < 40 ? 'short' : text.length < 75 ? 'medium' : 'full'),
    first: codeOf(firstOf(unit)),
  };
}

function beginningOf(rest: string): string {
  if (beginsAsClearRequest(rest)) return 'request';
  if (beginsWithQuestionWord(rest)) return 'word';
  if (beginsAsQuestion(rest)) return 'verb';
  return isSupplement(rest) ? 'supplement' : 'none';
}

function endOf(text: string): string {
  const last = /([?.:,;!-])["“”»’)\]]*\.?$/.exec(text)?.[1];
  if (last === '?') return 'asks';
  if (last === '.' || last === '!') return 'stop';
  return last === ':' ? 'colon' : 'open';
}

function kindOf({ text, rest }: Unit): string {
  if (ANSWER_LABEL.test(rest))
    return rest.length < 60 && /:?$/.test(rest) && !/:\s+\S/.test(rest) ? 'answer label' : 'answer behind label';
  if (QUESTION_LABEL.test(rest)) return 'question label';
  if (ADMINISTRATIONS_HEADING.test(text)) return 'own heading';
  if (ASKERS_HEADING.test(text)) return 'asker heading';
  if (QUESTIONS_HEADING.test(text)) return 'questions heading';
  if (isFormula(text)) return 'formula';
  if (ASKERS_WORDS.test(text)) return 'asker';
  return 'text';
}

function firstOf({ text, rest, isRow }: Unit): string {
  if (isRow) return 'row';
  if (/^[•*–-]\s/.test(text)) return 'bullet';
  if (/^[„"“]/.test(rest)) return 'quote';
  if (/^\(/.test(rest)) return 'bracket';
  if (/^(?:Ja|Nein|Siehe)(?!\p{L})/u.test(rest)) return 'yes';
  if (/^\p{Ll}/u.test(rest)) return 'small';
  if (/^\d/.test(rest)) return 'digit';
  return STARTS_SENTENCE.test(rest) ? 'starter' : 'capital';
}

/** Words that are no nouns: with a capital they begin a sentence. */
const STARTS_SENTENCE =
  /^(?:D(?:er|ie|as|en|em|es|a|ort|ann|abei|afür|aher|amit|anach|arüber|avon|azu|urch|ies\p{L}*|eshalb|erzeit|eren)|E(?:in\p{L}{0,2}|s|r|benso|ntsprechend)|S(?:ie|o|omit|eit|ofern)|I(?:n|m|nsgesamt|hre?)|A(?:m|n|uf|us|ls|ber|uch|lle\p{L}{0,2}|ktuell|ufgrund|ußerdem)|B(?:ei|eim|is|isher|islang|ereits)|M(?:it|an)|N(?:ach|eben|ur|och)|F(?:ür|erner|olgende\p{L}?)|V(?:on|om|or)|Z(?:u|um|ur|udem|urzeit|usätzlich)|U(?:m|nter|nser\p{L}{0,2})|Kein\p{L}{0,2}|Hier\p{L}*|Gemäß|Laut|Ohne|Über)(?![\p{L}-])/u;

/** Whether anything asks from a unit on, up to the next number or, without one, to the end of its sentence. */
function showsAsking(units: readonly Unit[], looks: readonly Look[], ends: readonly Code[]): boolean[] {
  const isMarkless = hasNoMarks(units, looks);
  return units.map(({ marker }, i) => {
    if (ends[i]!.name === 'asks') return true;
    if (marker === null) return false;
    if (isMarkless && looks[i]!.begins.name === 'word') return true;
    if (marker.says === 'question') return true;
    for (let k = i; k < Math.min(units.length, i + REACH); k++) {
      if (k > i && units[k]!.marker !== null && units[k]!.marker!.style !== 'letter') return false;
      const { end, kind, begins } = looks[k]!;
      const isOwn = k === i + 1 && begins.name === 'word';
      if (end.name === 'asks' || begins.name === 'request' || kind.name === 'answer label' || isOwn) return true;
    }
    return false;
  });
}

/** Several numbered lines begin with a question's word, and nothing in the text has a question mark. */
const hasNoMarks = (units: readonly Unit[], looks: readonly Look[]): boolean =>
  !units.some(({ text }) => text.includes('?')) &&
  units.filter(({ marker }, i) => marker !== null && looks[i]!.begins.name === 'word').length > 1;

/** A question is not longer, in lines. */
const REACH = 14;

const ANSWER_NUMBER = codeOf('answer number');
const NUMBER = codeOf('number');

/** The last heading, label or announcement above, as far as no number stands between. */
function headingsAbove(units: readonly Unit[], looks: readonly Look[]): Code[] {
  let last = NONE;
  return units.map(({ marker }, i) => {
    const above = last;
    const { kind } = looks[i]!;
    if (kind !== TEXT) last = kind;
    else if (marker !== null && marker.style !== 'letter') last = marker.says === 'answer' ? ANSWER_NUMBER : NUMBER;
    return above;
  });
}

const OPEN = codeOf('open');

/** How the sentence that a unit begins or goes on with ends. */
function sentenceEnds(units: readonly Unit[], looks: readonly Look[]): Code[] {
  const ends: Code[] = [];
  for (let i = units.length - 1; i >= 0; i--) {
    const { end } = looks[i]!;
    const next = units[i + 1];
    const isOver =
      end !== OPEN ||
      next === undefined ||
      next.gap ||
      (next.marker !== null && units[i + 1]!.marker!.style !== 'letter');
    const hasStop = /\p{Ll}{3}[.!]\s+\p{Lu}/u.test(units[i]!.rest);
    ends[i] = hasStop ? STOP : isOver ? end : (ends[i + 1] ?? end);
  }
  return ends;
}

/** Whether a number follows the one of its kind before it, begins anew, or stands there again. */
function markerPlaces(units: readonly Unit[]): Code[] {
  const last = new Map<string, number>();
  const counts = new Map<string, number>();
  const keyOf = (unit: Unit) =>
    unit.marker === null ? '' : `${unit.marker.numbers[0] ?? ''}${unit.marker.letter ?? ''}`;
  for (const unit of units) if (unit.marker) counts.set(keyOf(unit), (counts.get(keyOf(unit)) ?? 0) + 1);
  const seen = new Set<string>();
  return units.map((unit) => {
    const { marker } = unit;
    if (marker === null) return NONE;
    const style = marker.style;
    const rank = style === 'letter' ? marker.letter!.charCodeAt(0) - 96 : rankOf(style, marker.numbers[0]!);
    const before = last.get(style) ?? 0;
    last.set(style, rank);
    const key = keyOf(unit);
    const times = style === 'letter' || (counts.get(key) ?? 0) < 2 ? 'once' : seen.has(key) ? 'again' : 'twice';
    seen.add(key);
    const place =
      rank === before + 1 ? 'next' : rank === 1 ? 'anew' : rank > before && rank <= before + 2 ? 'near' : 'off';
    return codeOf(`${place} ${times}`);
  });
}

const NUMBERED = 'document numbered';

/** What kind of document it is. */
function documentFacts(units: readonly Unit[], looks: readonly Look[]): Code[] {
  const count = (test: (unit: Unit, look: Look) => boolean) => units.filter((unit, i) => test(unit, looks[i]!)).length;
  const labels = count((_, { kind }) => kind.name === 'answer label' || kind.name === 'answer behind label');
  const answers = count(({ marker }) => marker?.says === 'answer');
  const numbered = count(({ marker }, { begins }) => marker !== null && marker.says !== 'answer' && begins !== NONE);
  const asks = count(({ marker }, { begins, end }) => marker === null && begins !== NONE && end.name === 'asks');
  const gaps = units.filter(({ gap }) => gap).length;
  return [
    `document labels ${labels > 1 ? 'many' : labels}`,
    `document answers ${answers > 1 ? 'many' : answers}`,
    numbered > 1 ? NUMBERED : `document ${asks > 0 ? 'asks' : 'plain'}`,
    `document gaps ${gaps * 12 > units.length ? 'yes' : 'no'}`,
  ].map(codeOf);
}
