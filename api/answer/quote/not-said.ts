// A question and the pair that answers it → what was asked for by place, year, amount or date and is nowhere in the
// pair: said in one sentence before the quotation, so that nobody takes the answer for more than it is.
import { german } from '../../../corpus/german/letters.ts';
import { CARDINALS } from '../../../corpus/german/number-words.ts';
import type { FoundPair } from '../reply.ts';

export type NotSaid = { what: 'place' | 'year'; words: string[] } | { what: 'amount' | 'number' | 'duration' | 'date' };

/** @param question as it was asked, in its own capitals */
export function notSaid(question: string, { hit, document }: FoundPair): NotSaid[] {
  const { answer, questionText } = hit.pair;
  const pair = [document.title, questionText ?? '', document.text.slice(answer.start, answer.end)].join('\n');
  const missing = hit.missing.filter(
    (word) => !mentions(`${pair}\n${document.committee ?? ''}\n${document.body ?? ''}`, word),
  );
  const years = missing.filter((word) => YEAR.test(word) && !document.date?.startsWith(word));
  const places = missing.filter((word) => isPlace(word, question)).map((word) => asWritten(word, question));
  const out: NotSaid[] = [];
  if (places.length > 0) out.push({ what: 'place', words: places });
  if (years.length > 0) out.push({ what: 'year', words: years });
  const kind = ASKED_FOR.find(([, asked]) => asked.test(question));
  if (kind && !kind[2].test(pair)) out.push({ what: kind[0] });
  return out;
}

export function notSaidSentence(missing: NotSaid[], texts: { notSaid(missing: NotSaid): string }): string | null {
  return missing.map((entry) => texts.notSaid(entry)).join(' ') || null;
}

/** "eins" is among the words that begin with "ein". */
const FROM_2 = CARDINALS.slice(1).join('|');
const NUMBER = german(
  new RegExp(
    String.raw`\d|\b(?:kein\w*|nie|niemand|nicht|${FROM_2}|alle\w?|sämtliche\w?|einmal|zweimal|täglich|wöchentlich|monatlich|jährlich|regelmäßig|(?:nur|lediglich|genau|insgesamt|gibt|gab|ist|sind|war|waren|wurde|wurden|derzeit|um|bislang) ein\w*|ein(?:e[nrms]?)? (?:einzige\w*|weitere\w*)|hälfte|drittel|viertel|mehrheit|meisten|einzeln\w*|wenige\w?|hunderte?|tausende?|dutzende?)\b`,
    'iu',
  ),
);

const YEAR = /^(?:19|20)\d{2}$/u;

/** Narrower than the type of a question: "ab welchem Geschoss" asks for no date, "how much traffic" for no money. */
const ASKED_FOR: [what: 'amount' | 'number' | 'duration' | 'date', asked: RegExp, said: RegExp][] = [
  [
    'amount',
    german(
      /\bwie ?viel (?:\w+ )?(?:euro|geld|kostet|kosten|zahl\w*|bezahl\w*)\b|\bwie ?viel\b.{0,60}\b(?:ausgegeben|ausgibt|gekostet|gezahlt|bezahlt|investiert|verdient)\b|\bwas (?:zahlt|zahle|zahlen|bezahlt|bezahle)\b|^(?:die )?(?:kosten|preise?|gebühr(?:en)?) (?:de[rs]|für|von|eine[rs])\b|\bwas (?:kostet|kosten|kostete)\b|\bwas .{0,40} (?:kostet|kosten|gekostet)\b|\bwie teuer\b|\bwie hoch (?:ist|sind|war|waren) (?:\w+ ){1,3}?(?:kosten|preise?|mieten?|gebühr(?:en)?|zuschuss|budget|etat)\b|\bhow much (?:money|does|did|do|will|would)\b.{0,50}\b(?:cost|pay|spend|paid)\b|\bhow much money\b/iu,
    ),
    /€|(?<!\p{L})(?:Euro|EUR|Mio|Mrd|Cent|DM)(?!\p{L})|(?:[Kk]osten|gebühren)(?:los|frei|neutral)|[Kk]eine (?:\p{L}+ )?(?:Kosten|Mittel|Ausgaben|Gebühr)/u,
  ],
  [
    'number',
    german(
      /\bwie ?viele\b|\bhow many\b|\bwie oft\b|\bhow often\b|\banzahl\b|\bwie hoch (?:ist|sind|war|waren) (?:\w+ ){0,2}?(?:\w*zahl(?:en)?|\w*quote|anteil|auslastung)\b|^(?:wie )?(?:groß|weit|schnell|lang) (?:ist|sind|war|wird)\b/iu,
    ),
    NUMBER,
  ],
  [
    'duration',
    german(/\bwie lange (?:dauert|dauern|dauerte|muss|müssen|wartet|warten|beträgt|braucht)\b|\bhow long does\b/iu),
    /(?<!\p{L})(?:Jahr|Monat|Woche|Tage?n?(?!\p{L})|Stunde|Minute)|(?<!\p{L})bis (?:\p{L}+ ){0,3}\d|(?:kurz|lang)fristig|dauerhaft|unbefristet/u,
  ],
  [
    'date',
    german(
      /^(?:und |ab |bis |seit )*wann\b|\b(?:ab|bis|seit) wann\b|^(?:and )?(?:since )?when (?:did|was|were|will|is|are|does|do|can)\b/iu,
    ),
    /\d{4}|\d{1,2}\.\s?\d{1,2}\.|Quartal|[Jj]ahr(?:e[sn]?|s)?(?!\p{L})|Jahres|Sommer|Herbst|Winter|(?<!\p{L})(?:Monat|Woche(?!nende|nmarkt|nmärkt)|Tage?n?(?!\p{L}))|Zeitpunkt|Termin|noch nicht|bereits|derzeit|aktuell|sofort|demnächst|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember/u,
  ],
];

/** The beginning of a name is enough: "Stupfericher" is of Stupferich. */
function mentions(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase().replace(/(?<=.{5})(?:er|s)$/u, ''));
}

/** A name that a preposition puts on the map, or a word that is made like a street's or quarter's. */
function isPlace(word: string, question: string): boolean {
  const written = asWritten(word, question);
  // Who writes no capitals at all still means a street.
  if (question === question.toLowerCase()) return PLACE_ENDINGS.test(word);
  if (!/^\p{Lu}/u.test(written)) return false;
  const before = question.slice(0, question.indexOf(written));
  return PLACE_ENDINGS.test(word) || /(?<!\p{L})(?:in|aus|nach|bei|from|to) $/iu.test(before);
}

const PLACE_ENDINGS =
  /\p{L}{3}(?:stra(?:ß|ss)e|str\.?|platz|allee|gasse|weg|brücke|ring|viertel|siedlung|stadt|vorstadt|heim|ingen|dorf|hausen|hofen|weiler)$/iu;

function asWritten(word: string, question: string): string {
  const at = question.toLowerCase().indexOf(word.toLowerCase());
  const written = at < 0 ? word : question.slice(at, at + word.length);
  return question === question.toLowerCase() ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}
