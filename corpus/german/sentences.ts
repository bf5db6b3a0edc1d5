// A span of German (or English) text → its sentences, the units of every quotation. A line that stands by itself
// (list item, table row, heading) is one too. Trimmed, in order, and together they have every word of the span.

import type { Span } from '../types.ts';
import { ITEM_MARK } from './list-marks.ts';

/** @param span of `text`; the offsets of the sentences are into `text` as well */
export function sentencesOf(text: string, span: Span): Span[] {
  const sentences = linesOf(text, span).flatMap((line) => splitLine(text, line));
  return withMarks(sentences, text);
}

/** The lines of a text as they were meant, each in one line. */
export function linesIn(text: string): string[] {
  return linesOf(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** Lines as they were meant: the document's text has a single line break only where the author broke the line. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(/\n+/gu)) {
    const at = start + index;
    if (!goesOn(text.slice(from, at), text.slice(at, end))) {
      lines.push({ start: from, end: at });
      from = at;
    }
  }
  return [...lines, { start: from, end }];
}

/** A break within a sentence: narrow columns and forms have them. Shorter lines are headings, rows and list items. */
function goesOn(line: string, rest: string): boolean {
  const next = rest.trimStart();
  if (rest.startsWith('\n\n') || ITEM_MARK.test(next) || /[.!?:;]["“”»)]*\s*$/u.test(line)) return false;
  if (/^\p{Ll}/u.test(next) || OPEN_END.test(line)) return true;
  return line.length - line.lastIndexOf('\n') > WRAPPED && !ITEM_MARK.test(line.trimStart());
}

/** From this many characters on, a line that ends without a stop was broken for want of room. */
const WRAPPED = 60;
/** What no line ends with that is complete. */
const OPEN_END =
  /(?:[,(/]|\p{L}-|(?<!\p{L})(?:und|oder|sowie|bzw\.|de[rnms]|die|das|ein(?:e[rnms]?)?|in|im|an|am|auf|aus|bei|mit|nach|von|vom|vor|zu[mr]?|für|über|unter|durch|als|dass|zwischen|and|or|the|of|to|for))\s*$/u;

/**
 * A possible end: stops with what closes behind them, or a bullet in the middle of a line. A row of stops is looked at
 * once, from its first: 49,000 dots took 15 s otherwise.
 */
const END = /(?:(?<![.!?])[.!?]+|…)["“”»’)\]]*(?=\s)|\s(?=[•▪◦●■]\s)/gu;

function splitLine(text: string, line: Span): Span[] {
  const sentences: Span[] = [];
  let from = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(END)) {
    const stop = line.start + match.index;
    const end = stop + match[0].length;
    const isBullet = match[0].trim() === '';
    if (!isBullet && !endsSentence(text.slice(from, stop), match[0], text.slice(end, line.end).trimStart())) continue;
    sentences.push({ start: from, end });
    from = end;
  }
  return [...sentences, { start: from, end: line.end }].flatMap((sentence) => trimmed(text, sentence));
}

/** @param before the sentence up to its stop @param after what follows, without leading space */
function endsSentence(before: string, stop: string, after: string): boolean {
  if (/^(?:\p{Ll}|[,;)\]–-])/u.test(after) || isInBrackets(before, stop)) return false;
  if (!/^\.["“”»’)\]]*$/u.test(stop)) return true;
  if (MARK_ONLY.test(`${before}.`)) return false;
  const word = /[\p{L}\p{N}.-]+$/u.exec(before)?.[0] ?? '';
  if (NEVER_LAST.test(word)) return false;
  return !MAY_BE_LAST.test(word) || STARTER.test(after);
}

/** A bracket is open, so that what stands in it is part of the sentence. */
function isInBrackets(before: string, stop: string): boolean {
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') && !stop.includes(')') && before.length - open < 200;
}

/** The number or label at the beginning of an item: "1.", "Zu 3." */
const MARK_ONLY = /^\s*(?:(?:zu|frage|antwort|ziffer|punkt|nr\.)\s+)*\(?(?:\d{1,2}(?:\.\d{1,2})*|\p{L}|[IVX]+)[.)]+$/iu;

/** Abbreviations that something follows. */
const NEVER_LAST =
  /^(?:nrn?|abs|art|dr|prof|dipl|ing|hr|hrn|fr|st|bzw|ca|vgl|zzgl|abzgl|inkl|einschl|rd|ggf|evtl|gem|lt|sog|ziff|lfd|max|min|mind|insb|insbes|bes|z\.b|d\.h|i\.d\.r|o\.g|u\.?a\.?m|s\.o|s\.u|i\.v\.m|i\.s\.d|i\.h\.v|z\.zt|zt|ugs|geb|verw|allg|bspw|mr|mrs|ms|approx|vs|e\.g|i\.e|jan|feb|apr|aug|sept?|okt|nov|dez)$/iu;

/** What ends a sentence only when a word follows that begins one: ordinals, initials, abbreviations. */
const MAY_BE_LAST =
  /^(?:\d{1,3}|\d{1,2}\.\d{1,2}|\p{L}|(?:\p{L}\.)+\p{L}|[IVX]+|(?:.*-)?\p{L}*str|usw|etc|mio|mrd|tsd|jh|std|tel|ff|chr|abt|dez|aufl|hbf|pl|bd|kap|anl|no)$/iu;

/** Words that begin a sentence and are no noun; what stands before them with a stop has ended. */
const STARTER =
  /^["„»(]?(?:D(?:er|ie|as|en|em|es|a|ort|ann|och|abei|afür|aher|amit|anach|arüber|araus|arin|avon|azu|adurch|urch|ies\p{L}*|eshalb|erzeit|erartige\p{L}*|ennoch|emnach|eren|essen)|E(?:in\p{L}{0,2}|s|r|twa|benso|rst|ntsprechend)|S(?:ie|o|omit|owohl|ofern|ollten?|eit|ind|tatt|oweit)|W(?:ir|enn|eil|ährend|ie|as|er|o|egen|eiter\p{L}*|eder|urden?|ird|erden)|I(?:ch|hr\p{L}{0,2}|n|m|st|nsgesamt|nsofern)|A(?:m|n|uf|us|ls|b|ber|uch|lle\p{L}{0,2}|llerdings|ktuell|nschließend|ufgrund|ußerdem)|B(?:ei|eim|is|isher|islang|ereits|eide\p{L}?)|M(?:it|an)|N(?:ach|eben|ein|icht|ur|och|un)|F(?:ür|alls|erner|olgende\p{L}?)|V(?:on|om|or|iele)|Z(?:u|um|ur|udem|urzeit|usätzlich|wischen)|U(?:m|nd|nter|nser\p{L}{0,2})|Ja|Je|Jede\p{L}?|Jedoch|Kein\p{L}{0,2}|Könn\p{L}+|Hier\p{L}*|Gemäß|Laut|Oder|Ob|Ohne|Über|The|This|These|It|They|There|A|An|However|For|On|At|To|By|If|We|You)(?![\p{L}-])/u;

/** Marks, numbers and stops that stand by themselves belong to what follows, at the end to what comes before. */
function withMarks(sentences: Span[], text: string): Span[] {
  const whole: Span[] = [];
  let pending: number | null = null;
  for (const { start, end } of sentences) {
    const says = text.slice(start, end);
    if (MARK_ONLY.test(says) || !/[\p{L}\p{N}]/u.test(says)) {
      pending ??= start;
      continue;
    }
    whole.push({ start: pending ?? start, end });
    pending = null;
  }
  const last = whole.at(-1);
  const end = sentences.at(-1)?.end;
  if (pending === null || end === undefined) return whole;
  if (last) last.end = end;
  else whole.push({ start: pending, end });
  return whole;
}

function trimmed(text: string, { start, end }: Span): Span[] {
  const part = text.slice(start, end);
  const words = part.trim();
  const from = start + part.length - part.trimStart().length;
  return words === '' ? [] : [{ start: from, end: from + words.length }];
}
