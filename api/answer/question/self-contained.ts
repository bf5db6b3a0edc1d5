// A councillor's question → the same for strangers: whole, without its number, understood without the paper around it.
// Null where it leans on what is not shown. For suggestions and examples.
import { sentencesOf } from '../../../corpus/german/sentences.ts';
import { shortQuestion } from './short-question.ts';

const CHARS = { min: 25, max: 150 };

export function selfContained(questionText: string): string | null {
  const text = shortQuestion(questionText);
  if (text.endsWith('…')) return null;
  const asking = sentencesOf(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => sentence.endsWith('?'));
  const [question, ...others] = asking;
  if (question === undefined || others.length > 0) return null;
  const fits = question.length >= CHARS.min && question.length <= CHARS.max;
  return fits && WHOLE.test(question) && !LEANS.test(question) && namesSomething(question) ? question : null;
}

/** One question from its capital to its question mark; no remark before it that it answers to. */
const WHOLE = /^\p{Lu}[^?]+\?$/u;

/** Words that point to what stands around it. */
const LEANS =
  /^(?:Und|Oder|Wenn|Falls|Sofern|Sollte|Aber|Auch|Dann|Ferner|Darüber|Bis wann und|Insbesondere)(?!\p{L})|^(?:Wer|Was|Wie|Wo|Wann) (?:ist|sind|war|waren) das(?!\p{L})|(?<!\p{L})(?:hier\p{L}*|dies\p{L}*|jene\p{L}{1,2}|solch\p{L}*|derartig\p{L}*|da|dort|damals|davon|dafür|damit|dabei|dazu|dagegen|danach|daraus|daran|darin|darauf|daraufhin|darüber|dadurch|daher|deren|dessen|denen|er|sie|ihn|ihm|ihr|ihre[rnms]?|es(?= (?:zu|sich|nicht|bereits|schon))|beide\p{L}?|o\. ?g\.|oben|obig\p{L}*|genannt\p{L}*|erwähnt\p{L}*|beschrieben\p{L}*|aufgeführt\p{L}*|vorliegend\p{L}*|besagt\p{L}*|betreffend\p{L}*|entsprechend\p{L}*|jeweilig\p{L}*|letzter\p{L}+|weitere\p{L}*|sonstige\p{L}*|zusätzlich\p{L}*|siehe|Ziffer|Punkt|Frage|Anfrage|Antrag|Antragsteller\p{L}*|Vorlage|Anlage|Nummer|Nr|wenn ja|wenn nein|falls ja|falls nein)(?!\p{L})/u;

/** A noun that is not what every paper asks about; one alone must not be a certain one: "der Turm" is one of many. */
function namesSomething(question: string): boolean {
  const nouns = [...question.matchAll(NOUN)].filter(([, , noun]) => !EVERYWHERE.test(noun!));
  return nouns.length >= 2 || nouns.some(([, article]) => article === undefined);
}

const NOUN = /(?:(?<!\p{L})(der|die|das|des|dem|den) (?:\p{Ll}+ )?|(?<=\s))(\p{Lu}[\p{L}-]{3,})/gu;

const EVERYWHERE =
  /^(?:Stadt(?:verwaltung)?|Verwaltung|Kosten|Maßnahmen?|Projekte?s?|Jahre?n?s?|Zeitraum|Monate?n?|Gründen?|Möglichkeit(?:en)?|Stand|Planung(?:en)?|Bereiche?n?|Anzahl|Zahlen?|Ergebnisse?n?|Auswirkung(?:en)?|Mitteln?|Höhe|Form|Weise|Rahmen|Sachstand|Umsetzung|Einschätzung|Meinung|Sicht|Auffassung|Problem(?:e|atik)?|Situation|Vorhabens?|Euro|Prozent|Fällen?|Bürger\p{L}*|Fachamt|Ämtern?|Gemeinderat|Information(?:en)?|Konzepte?s?|Entwicklung|Zukunft|Ziele?n?|Vorschlag|Alternativen?|Folgen|Standorte?n?|Personen|Menschen|Teil|Fläche|Gebiet|Fertigstellung|Baubeginn|Sommer|Winter|Herbst|Frühjahr|Zusammenhang|Betrieb|Nutzung|Attraktivität|Gefahren|Prüfung|Bauarbeiten|Arbeiten)$/u;
