// Sentences with which an administration opens, without saying anything: they belong to nobody's answer.
import { german } from '../german/letters.ts';

const ANNOUNCES = german(
  /\b(?:beantworte[tn]?|beantwortet werden|nimmt|nehme[n]?|teile[n]?|teilt|äußert|antwortet)\b.{0,160}\b(?:wie folgt|folgendermaßen|folgende Stellungnahme|folgendes|Folgendes|Stellung|mit)\s*(?:Stellung)?\s*[:.]?$/i,
);
/** "Die Anfrage wird wie folgt beantwortet:", "… können wir Ihnen Folgendes mitteilen:" */
const ANNOUNCES_LAST = german(
  /\b(?:wie folgt|folgendermaßen|Folgendes|folgendes)\s+(?:beantwortet|Stellung genommen|geantwortet|mitgeteilt|mitteilen|beantworten|Stellung nehmen|ausgeführt)\s*[:.]?$/,
);
/** "Die Fragen 2 und 3 werden gemeinsam beantwortet:" */
const ANNOUNCES_TOGETHER = german(
  /^(?:(?:Die|Ihre|Alle)\s+)?(?:Teilf|F)ragen?\b.{0,80}\bwerden\b.{0,80}\bbeantwortet\s*[:.]$/,
);
const GREETS = /^(?:Sehr geehrte|Guten Tag|Liebe[rs]? |vielen Dank für Ihre Anfrage|Zu Ihrer Anfrage)/i;

/** What stands before the announcing sentence is somebody's text. */
const SENTENCE_BEFORE = /\p{Ll}{3}[.!?]\s+\p{Lu}/u;

const MAX_CHARACTERS = 220;

/** "Sehr geehrte Frau Beispiel," */
export const isGreeting = (text: string): boolean => text.length < 120 && GREETING.test(text);

const GREETING = german(/^Sehr geehrte|^Guten Tag\b/);

/** Announces answers, and does not only greet. */
export const isAnnouncement = (text: string): boolean => isFormula(text) && !GREETS.test(text);

/** "Die Anfrage beantwortet die Verwaltung wie folgt:", "Das Schulamt nimmt wie folgt zu den Fragen Stellung:" */
export const isFormula = (text: string): boolean =>
  text.length < MAX_CHARACTERS &&
  (((ANNOUNCES.test(text) || ANNOUNCES_LAST.test(text) || ANNOUNCES_TOGETHER.test(text)) &&
    !SENTENCE_BEFORE.test(text)) ||
    GREETS.test(text));
