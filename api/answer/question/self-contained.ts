// A councillor's question → the same for strangers: whole, without its number, understood without the paper around it.
// Null where it leans on what is not shown. For suggestions and examples.
import { sentencesOf } from '../../../corpus/german/sentences.ts';
import { shortQuestion } from './short-question.ts';

const CHARS = { min: 25, max: 150 };

export function selfContained(questionText: string): string | null {
  const text = shortQuestion(questionText).replace(LABEL, '');
  if (text.endsWith('…')) return null;
  const asking = sentencesOf(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => sentence.endsWith('?'));
  const [question, ...others] = asking;
  if (question === undefined || others.length > 0) return null;
  const fits = question.length >= CHARS.min && question.length <= CHARS.max;
  const stands =
    WHOLE.test(question) && ASKS.test(question) && !LEANS.test(question) && !ONE_THAT_WAS_NAMED.test(question);
  return fits && stands && namesSomething(question) ? question : null;
}

/** One question from its capital to its question mark; no remark before it that it answers to. */
const WHOLE = /^\p{Lu}[^?]+\?$/u;

/** "Bisherige Maßnahmen: Wie reagiert …" */
const LABEL = /^[^?:]{3,60}: (?=\p{Lu})/u;

const QUESTION_WORD =
  '(?:[Ww](?:ie(?:so|viel\\p{L}*)?|as|er|en|em|essen|ann|o|oher|ohin|arum|eshalb|ofür|omit|odurch|obei|oran|orin|ovon|orauf|elche\\p{L}?|as für)|[Ii]nwie(?:weit|fern))';

/** It begins as a question does: "Eigentum oder um mehrheitlichen Privatbesitz?" is the end of one. */
const ASKS = new RegExp(
  `^(?:(?:\\p{Lu}\\p{Ll}{1,9} )?${QUESTION_WORD}|(?:Ist|Sind|War|Waren|Wird|Werden|Wurden?|Gibt|Gab|Gäbe|Hat|Haben|Hatte|Kann|Können|Könnten?|Soll|Sollen|Sollten?|Muss|Müssen|Darf|Dürfen|Will|Wollen|Wäre|Wären|Würden?|Plant|Planen|Besteht|Bestehen|Existier\\p{L}+|Liegt|Liegen|Sieht|Sehen|Hält|Kommt|Kommen|Findet|Finden|Werde|Beabsichtig\\p{L}+|Erhält|Erhalten|Trifft|Steht|Stehen|Verfüg\\p{L}+|Teilt|Stimmt|Unterstütz\\p{L}+|Bietet|Bieten|Nutzt|Nutzen|Gelten|Gilt|Führt|Führen|Lässt|Lassen|Macht|Zahlt|Reicht|Reichen|Fehlen|Fehlt|Braucht|Verändert|Erfolgt|Erfolgen))(?!\\p{L})`,
  'u',
);

/** A thing of which there are many, as the one that was spoken of: "der Platz", "das Programm", not "der Platz der Republik". */
const ONE_THAT_WAS_NAMED = new RegExp(
  `(?<!\\p{L})(?:[Dd](?:er|ie|as|es|em|en)|zu[rm]|beim|vom|im|am|fürs?|ins) (?:\\p{Ll}{3,} ){0,2}(?:${[
    'Projekte?s?|Programme?s?|Angebote?n?s?|Vergabe|Versorgung|Inhalte?n?s?|Straßenabschnitte?s?|Abschnitte?s?|Satzung|Planung(?:en)?|Pläne?n?|Regelung(?:en)?',
    'Materials?|Plätze?n?|Platz(?:es)?|Gebäudes?n?|Halle|Bestände?n?|Anlagen?|Flächen?|Weg(?:es|s)?|Standorte?n?s?|Antwort(?:en)?|Zahlungen|Vereine?n?s?|Kooperation',
    'Geländes?|Grundstücke?n?s?|Areals?|Firmen?|Vertrag(?:es|s)?|Verträge?n?|Verkaufs?|Umbaus?|Bau(?:s|es)?|Sanierung|Vorhabens?|Sperrung|Konzepte?n?s?|Ausschreibung',
    'Umfragen?|Ergebnisse?n?s?|Berichte?n?s?|Gutachtens?|Tests?|Aktion(?:en)?|Kampagne|Schulungen|Geräte?n?s?|Mittel|Mitteln|Entscheidung(?:en)?|Verfahrens?|Prozess(?:es)?',
    'Trasse|Strecke|Brücke|Kreuzung|Straße|Bäume?n?|Baum(?:s|es)?|Turms?|Turmes|Urteils?|Prüfung|Verkehrszeichens?|Entlastung|Gesetzentwurfs?|Abstimmung|Hauses?|Bauarbeiten|Baumaßnahmen?|Baustelle|Betroffenen|Betreibers?|Pächters?|Mieter\\p{L}*',
    'Investors?|Trägers?|Stellen?|Themas?|Themen|Schaden|Schäden|Tieren?|Fahrzeugen?|Förderung|Umsetzung|Einrichtung(?:en)?|Situation|Zustands?|Sachverhalts?|Umständen|Räume?n?|Räumlichkeiten',
  ].join('|')})(?![\\p{L}-])(?! (?:de[rs]|von|vom|für|zu[rm]|zwischen|\\p{Lu}|„|"))`,
  'u',
);

/** Words that point to what stands around it. */
const LEANS =
  /^(?:Und|Oder|Wenn|Falls|Sofern|Sollte|Aber|Auch|Dann|Ferner|Darüber|Bis wann und|Insbesondere)(?!\p{L})|^(?:Wer|Was|Wie|Wo|Wann) (?:ist|sind|war|waren) das(?!\p{L})|(?<!\p{L})(?:[a-h]\)|Ihr|Ihre\p{L}?|Ihnen|Sie|[Uu]nser\p{L}*|[Ss]einerzeitig\p{L}*|vorgestellt\p{L}*|(?:die|der|den) (?:\p{Ll}+ )?betroffene\p{L}*|hier\p{L}*|dies\p{L}*|jene\p{L}{1,2}|solch\p{L}*|derartig\p{L}*|da|dort|damals|davon|dafür|damit|dabei|dazu|dagegen|danach|daraus|daran|darin|darauf|daraufhin|darüber|dadurch|daher|deren|dessen|denen|er|sie|ihn|ihm|ihr|ihre[rnms]?|es(?= (?:zu|sich|nicht|bereits|schon))|beide\p{L}?|o\. ?g\.|oben|obig\p{L}*|genannt\p{L}*|erwähnt\p{L}*|beschrieben\p{L}*|aufgeführt\p{L}*|vorliegend\p{L}*|besagt\p{L}*|betreffend\p{L}*|entsprechend\p{L}*|jeweilig\p{L}*|letzter\p{L}+|weitere\p{L}*|sonstige\p{L}*|zusätzlich\p{L}*|siehe|Ziffer|Punkt|Frage|Anfrage|Antrag|Antragsteller\p{L}*|Vorlage|Anlage|Nummer|Nr|wenn ja|wenn nein|falls ja|falls nein)(?!\p{L})/u;

/** A noun that is not what every paper asks about; one alone must not be a certain one: "der Turm" is one of many. */
function namesSomething(question: string): boolean {
  const nouns = [...question.matchAll(NOUN)].filter(([, , noun]) => !EVERYWHERE.test(noun!));
  return nouns.length >= 2 || nouns.some(([, article]) => article === undefined);
}

const NOUN = /(?:(?<!\p{L})(der|die|das|des|dem|den) (?:\p{Ll}+ )?|(?<=\s))(\p{Lu}[\p{L}-]{3,})/gu;

const EVERYWHERE =
  /^(?:Stadt(?:verwaltung)?|Verwaltung|Kosten|Maßnahmen?|Projekte?s?|Jahre?n?s?|Zeitraum|Monate?n?|Gründen?|Möglichkeit(?:en)?|Stand|Planung(?:en)?|Bereiche?n?|Anzahl|Zahlen?|Ergebnisse?n?|Auswirkung(?:en)?|Mitteln?|Höhe|Form|Weise|Rahmen|Sachstand|Umsetzung|Einschätzung|Meinung|Sicht|Auffassung|Problem(?:e|atik)?|Situation|Vorhabens?|Euro|Prozent|Fällen?|Bürger\p{L}*|Fachamt|Ämtern?|Gemeinderat|Information(?:en)?|Konzepte?s?|Entwicklung|Zukunft|Ziele?n?|Vorschlag|Alternativen?|Folgen|Standorte?n?|Personen|Menschen|Beschwerden|Besucher\p{L}*|Vereine?n?|Nutzen|Neubau\p{L}*|Modernisierung|Sanierung|Kriterien|Inhalte?n?|Mittel|Aufwand|Bedarf|Veranstaltende?n?|Verantwortung|Zuständigkeit|Vergleich|Durchschnitt|Teil|Fläche|Gebiet|Fertigstellung|Baubeginn|Sommer|Winter|Herbst|Frühjahr|Zusammenhang|Betrieb|Nutzung|Attraktivität|Gefahren|Prüfung|Bauarbeiten|Arbeiten)$/u;
