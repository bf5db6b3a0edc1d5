// Claims with their truth → further ones made by rule from the same quotes, so that what is learnt is not the style of
// those who wrote the claims: what is said word for word is true, a word exchanged in it makes it false.
import { MONTHS } from '../../corpus/german/months.ts';
import { seeded } from './boost.ts';
import type { ClaimLine } from './claim-file.ts';

/** @param seed the same seed makes the same claims */
export function inventedClaims(lines: ClaimLine[], seed: number): ClaimLine[] {
  const random = seeded(seed);
  const bases = [...new Map(lines.map((line) => [line.quote.join('\n'), line])).values()];
  const nouns = bases.flatMap((base) => base.quote.flatMap(nounsOf));
  const invented: ClaimLine[] = [];
  for (const base of bases) {
    const add = (claim: string | null, supported: boolean, kind: string) => {
      if (claim === null || (!supported && base.quote.includes(claim))) return;
      invented.push({ ...base, id: base.id, claim, lang: 'de', supported, kind: `made-${kind}` });
    };
    const other = bases[Math.floor(random() * bases.length)]!;
    for (const sentence of base.quote) {
      const same = wordings(sentence, base.date ?? null);
      for (const [kind, claim] of same) add(claim, true, kind);
      // What is false is said in all these ways, too: the way of saying it must not give it away.
      const any = () => same[Math.floor(random() * same.length)]![1];
      add(withoutNo(any()), false, 'negation');
      add(withNo(any()), false, 'negation');
      add(otherNumber(any(), random), false, 'number');
      add(swapped(any(), random), false, 'swap');
      add(exchanged(any(), nouns, random), false, 'actor');
      add(turned(any()), false, 'turned');
      if (other !== base) {
        add(`${any().replace(/[.!]$/u, '')}, weil ${lowerFirst(other.quote[0]!)}`, false, 'cause');
        add(`${any().replace(/[.!]$/u, '')} und ${lowerFirst(other.quote.at(-1)!)}`, false, 'half');
        add(other.quote[0]!, false, 'elsewhere');
      }
    }
  }
  return invented;
}

/** The same in other orders and shorter, by rule: each of them as true as the sentence. */
function wordings(sentence: string, date: string | null): [kind: string, claim: string][] {
  const cut = firstClause(sentence);
  const month = date === null ? null : `Im ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  const found: [string, string | null][] = [
    ['verbatim', sentence],
    ['clause', cut],
    ['lighter', lighter(sentence)],
    ['turned-round', behind('Nach Angaben der Verwaltung', sentence)],
    ['turned-round', cut && behind('Nach dieser Antwort', cut)],
    ['dated', month && behind(month, cut ?? sentence)],
    ['colon', `So die Verwaltung: ${sentence}`],
  ];
  return found.flatMap(([kind, claim]) => (claim === null ? [] : [[kind, claim]]));
}

/** German puts the verb second: "Die Linie wird verlängert." → "Nach dieser Antwort wird die Linie verlängert." */
function behind(lead: string, sentence: string): string | null {
  const verb =
    /^((?:\S+ ){1,7}?)(wird|werden|wurde|wurden|ist|sind|kann|können|soll|sollen|hat|haben|besteht|bestehen|gibt|liegen|findet|finden) /u;
  const [whole, subject, finite] = verb.exec(sentence) ?? [];
  if (whole === undefined || /[,;:]/u.test(subject!) || !BEGINS_WITH_SUBJECT.test(subject!)) return null;
  return `${lead} ${finite} ${lowerFirst(subject!)}${sentence.slice(whole.length)}`;
}

/** Anything else before the verb would stay before it. */
const BEGINS_WITH_SUBJECT =
  /^(?:D(?:ie|er|as)|Eine?|Diese[rs]?|Rund|Alle|Spezielle|Private|\p{Lu}\p{Ll}{5,}(?:en|ung)) /u;

/** Without what stands in brackets, without introductory words and one describing word. */
function lighter(sentence: string): string | null {
  const lit = sentence
    .replace(/ \([^)]*\)/gu, '')
    .replace(/^(?:Leider|Insofern|Insgesamt|Darüber hinaus|Unabhängig hiervon|Derzeit|Auch) (?=\p{Ll})/u, '')
    .replace(/(?<=(?:die|der|den|das|dem) )(?!\p{L}*(?:nicht|ander|nächst|letzt))\p{Ll}{5,}(?:en|e) (?=\p{Lu})/u, '');
  return lit === sentence || /^\p{Ll}/u.test(lit) ? null : lit;
}

function lowerFirst(sentence: string): string {
  return /^(?:D|E|I|Z|A|B|F|W|N)\p{Ll}{1,4} /u.test(sentence)
    ? sentence[0]!.toLowerCase() + sentence.slice(1)
    : sentence;
}

function firstClause(sentence: string): string | null {
  const clause = sentence.split(/[,;(]/u)[0]!.trim();
  const takesBack = /nicht|kein|jedoch|aber|sondern|nur|soweit|sofern|wenn/iu.test(sentence.slice(clause.length));
  return clause.split(' ').length < 6 || clause === sentence || takesBack ? null : `${clause}.`;
}

function withoutNo(sentence: string): string | null {
  const turned = sentence
    .replace(/(?<!\p{L})nicht (?!nur)/u, '')
    .replace(/(?<!\p{L})keine(?=[mnrs]?(?!\p{L}))/u, 'eine')
    .replace(/(?<!\p{L})kein(?!\p{L})/u, 'ein');
  return turned === sentence ? null : turned;
}

function withNo(sentence: string): string | null {
  if (/nicht|kein|weder|ohne/iu.test(sentence)) return null;
  const verb = /(?<!\p{L})(?:wird|werden|wurde|wurden|ist|sind|kann|können|soll|sollen|hat|haben)(?!\p{L})/u;
  return verb.test(sentence) ? sentence.replace(verb, '$& nicht') : null;
}

function otherNumber(sentence: string, random: () => number): string | null {
  const numbers = [...sentence.matchAll(/(?<![\p{L}\d§])\d+(?:[.,]\d+)?/gu)];
  const chosen = numbers[Math.floor(random() * numbers.length)];
  if (!chosen) return null;
  const digits = chosen[0].replace(/\d(?=\D*$)/u, (digit) =>
    String((Number(digit) + 1 + Math.floor(random() * 8)) % 10),
  );
  return sentence.slice(0, chosen.index) + digits + sentence.slice(chosen.index + chosen[0].length);
}

function nounsOf(sentence: string): string[] {
  return [...sentence.matchAll(/(?<=\p{L}[,]? )\p{Lu}\p{Ll}{4,}/gu)].map(([noun]) => noun);
}

function swapped(sentence: string, random: () => number): string | null {
  const nouns = [...new Set(nounsOf(sentence))];
  if (nouns.length < 3) return null;
  const [a, b] = [nouns[Math.floor(random() * nouns.length)]!, nouns[Math.floor(random() * nouns.length)]!];
  return a === b ? null : sentence.replaceAll(a, '\u0000').replaceAll(b, a).replaceAll('\u0000', b);
}

function exchanged(sentence: string, nouns: string[], random: () => number): string | null {
  const own = nounsOf(sentence);
  const noun = own[Math.floor(random() * own.length)];
  const other = nouns[Math.floor(random() * nouns.length)];
  return noun === undefined || other === undefined || sentence.includes(other) ? null : sentence.replace(noun, other);
}

/** A word of another strength, direction or time in place of what was said. */
const TURNS: [RegExp, string][] = [
  [/(?<!\p{L})könnten?(?!\p{L})/u, 'wird'],
  [/(?<!\p{L})[Mm]öglicherweise(?!\p{L})/u, 'sicher'],
  [/(?<!\p{L})(?:geplant|vorgesehen|beantragt)(?!\p{L})/u, 'beschlossen'],
  [/(?<!\p{L})(?:derzeit|momentan|aktuell|zurzeit)(?!\p{L})/u, 'dauerhaft'],
  [/(?<!\p{L})(?:wird|werden) (?=.*(?:t|en)\.$)/u, 'wurde '],
  [/(?<!\p{L})(?:wurde|wurden)(?!\p{L})/u, 'soll'],
  [/(?<!\p{L})(?:oftmals|teilweise|meist|rund)(?!\p{L})/u, 'immer'],
  [/(?<!\p{L})auch(?!\p{L})/u, 'nur'],
  [/westlich/u, 'östlich'],
  [/gestiegen/u, 'gesunken'],
  [/gesunken/u, 'gestiegen'],
  [/(?<!\p{L})die (?=\p{Lu})/u, 'alle '],
];

function turned(sentence: string): string | null {
  const turn = TURNS.find(([from]) => from.test(sentence));
  return turn ? sentence.replace(turn[0], turn[1]) : null;
}
