// What stands around each unit of a body: whether anything asks from it on, the heading above, the end of its sentence,
// its number's place among the others; and what kind of document it all is.
import { rankOf } from './candidates.ts';
import { type Code, codeOf } from './feature-numbers.ts';
import { ASKS_END, type Look, NONE, OPEN, STOP, TEXT } from './looks.ts';
import type { Unit } from './units.ts';

/** All is asked first, in a list; below it each number stands again, in order, and asks nothing: its answers. */
export function answersBelowList(units: readonly Unit[], looks: readonly Look[]): Set<number> {
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

/** Whether anything asks from a unit on, up to the next number or, without one, to the end of its sentence. */
export function showsAsking(units: readonly Unit[], looks: readonly Look[], ends: readonly Code[]): boolean[] {
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
export const hasNoMarks = (units: readonly Unit[], looks: readonly Look[]): boolean =>
  !units.some(({ text }) => text.includes('?')) &&
  units.filter(({ marker }, i) => marker !== null && looks[i]!.begins.name === 'word').length > 1;

/** A question is not longer, in lines. */
const REACH = 14;

const ANSWER_NUMBER = codeOf('answer number');
const NUMBER = codeOf('number');

/** The last heading, label or announcement above, as far as no number stands between. */
export function headingsAbove(units: readonly Unit[], looks: readonly Look[]): Code[] {
  let last = NONE;
  return units.map(({ marker }, i) => {
    const above = last;
    const { kind } = looks[i]!;
    if (kind !== TEXT) last = kind;
    else if (marker !== null && marker.style !== 'letter') last = marker.says === 'answer' ? ANSWER_NUMBER : NUMBER;
    return above;
  });
}

/** How the sentence that a unit begins or goes on with ends. */
export function sentenceEnds(units: readonly Unit[], looks: readonly Look[]): Code[] {
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
export function markerPlaces(units: readonly Unit[]): Code[] {
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

export const NUMBERED = 'document numbered';

/** What kind of document it is. */
export function documentFacts(units: readonly Unit[], looks: readonly Look[]): Code[] {
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
