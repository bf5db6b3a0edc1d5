// The questions and answers of one reply without their numbers and layout, regrouped at random before they are laid anew.
import type { Line } from '../../corpus/parse/lines.ts';
import { markerOf } from '../../corpus/parse/markers.ts';
import type { Segments } from '../../corpus/parse/segment.ts';
import type { Stretch } from '../../corpus/parse/split.ts';
import type { Random } from './random.ts';

export interface Told {
  questions: Line[][];
  answer: Line[];
  /** Asked below another question, without a number of its own. */
  isFollowUp?: boolean;
}

/** What was asked and answered, without numbers; questions that share an answer together. */
export function toldIn(body: readonly Line[], pairs: Segments['pairs']): Told[] {
  const told = new Map<string, Told>();
  for (const { question, answer } of pairs) {
    if (question === null) continue;
    const key = `${answer.from} ${answer.offset}`;
    const own = told.get(key) ?? { questions: [], answer: linesIn(body, answer) };
    own.questions.push(linesIn(body, question));
    told.set(key, own);
  }
  return [...told.values()].filter(
    ({ questions, answer }) => answer.length > 0 && questions.every((lines) => lines.length > 0),
  );
}

function linesIn(body: readonly Line[], { from, to, offset, until }: Stretch): Line[] {
  const lines = body.slice(from, to).map((line, i) => {
    const end = until !== null && i === to - from - 1 ? until : line.text.length;
    return { ...line, text: line.text.slice(i === 0 ? offset : 0, end).trim() };
  });
  // Of several numbers at its beginning only the first is the document's own.
  const marker = lines[0] && markerOf(lines[0].text);
  if (marker && lines[0] && marker.says !== null) lines[0].text = lines[0].text.slice(marker.length).trim();
  return lines.filter(({ text }) => text !== '');
}

export function joint(told: Told[], percent: number, random: Random): Told[] {
  return told.reduce<Told[]>((groups, one) => {
    const last = groups.at(-1);
    if (last && !last.isFollowUp && !one.isFollowUp && last.questions.length < 4 && random(100) < percent) {
      last.questions = [...last.questions, ...one.questions];
      last.answer = [...last.answer, ...one.answer];
    } else groups.push({ ...one, questions: [...one.questions], answer: [...one.answer] });
    return groups;
  }, []);
}

/** A question of two sentences and an answer of two paragraphs: the second is asked and answered below the first. */
export function partedTold(one: Told): Told[] {
  const [lines] = one.questions;
  const cut = one.answer.findIndex((line, i) => i > 0 && line.gap);
  const at = lines!.findIndex(({ text }, i) => i + 1 < lines!.length && /\?$/.test(text));
  if (one.questions.length !== 1 || cut <= 0 || at < 0) return [one];
  return [
    { questions: [lines!.slice(0, at + 1)], answer: one.answer.slice(0, cut) },
    { questions: [lines!.slice(at + 1)], answer: one.answer.slice(cut), isFollowUp: true },
  ];
}

/** The first paragraph of an answer of several becomes a remark in front. */
export function ownRemark(groups: Told[]): Line[] | null {
  for (const group of groups) {
    const cut = group.answer.findIndex((line, i) => i > 0 && line.gap);
    if (cut <= 0 || cut >= group.answer.length || /[:?]$/.test(group.answer[cut - 1]!.text)) continue;
    const remark = group.answer.slice(0, cut);
    group.answer = group.answer.slice(cut);
    return remark;
  }
  return null;
}
