// Every German sentence of an answer that is not a quotation. English ones: texts.en.ts.
import { germanDay } from '../../corpus/german/day.ts';
import { GERMAN_NUMBERS } from '../../corpus/german/number-words.ts';
import type { ModelFailure } from './model/claude.ts';
import type { OffPurpose } from './question/off-purpose.ts';
import type { NotSaid } from './quote/not-said.ts';

const inWords = (n: number) => GERMAN_NUMBERS[n] ?? `${n}`;
/** YYYY-MM-DD → 27.05.2021. */
const day = germanDay;

/** "A", "A und B", "A, B und C". */
const listed = (words: string[]) => words.join(', ').replace(/, (?=[^,]*$)/u, ' und ');

const DECLINED: Record<OffPurpose, string> = {
  greeting:
    'Guten Tag! Fragen Sie mich, was die Verwaltung dem Rat schon beantwortet hat, zum Beispiel zu Schulen, Verkehr oder Wohnen.',
  thanks: 'Gern geschehen! Ich suche Ihnen auch zu weiteren Fragen heraus, was die Verwaltung dem Rat geantwortet hat.',
  'about-us':
    'Ich bin ein automatischer Suchdienst und zeige Ihnen wörtlich, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  commission:
    'Dabei kann ich nicht helfen, denn ich gebe nur wieder, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  advice:
    'Persönlichen Rat kann ich nicht geben, denn ich gebe nur wieder, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  private:
    'Private Angaben zu Personen gebe ich nicht heraus; ich zeige nur, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  'city-voice':
    'Ich kann nicht für die Stadt sprechen oder etwas zusagen; ich zeige nur, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  attack: 'Das mache ich nicht; ich zeige nur, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  emergency:
    'Das klingt nach einem Notfall: Wählen Sie bitte sofort die 112 (Feuerwehr und Rettungsdienst) oder die 110 (Polizei), denn ich bin nur ein Suchdienst und kann keine Hilfe rufen.',
  despair:
    'Es tut mir leid, dass es so schwer ist. Bitte reden Sie mit jemandem: Die Telefonseelsorge ist Tag und Nacht kostenlos erreichbar unter 0800 1110111 oder 116123, und in akuter Gefahr hilft die 112.',
  illness:
    'Ärztlichen Rat kann ich nicht geben: Wenden Sie sich an Ihre Praxis, außerhalb der Sprechzeiten an den Bereitschaftsdienst unter 116117 und bei Lebensgefahr an die 112.',
  hateful: 'Dabei helfe ich nicht; ich zeige nur, was die Verwaltung auf Anfragen aus dem Rat geantwortet hat.',
  insult:
    'Das habe ich nicht verdient, helfe Ihnen aber gern: Fragen Sie mich, was die Verwaltung dem Rat geantwortet hat.',
};

const NOTICES: Record<ModelFailure | 'too-long' | 'refused' | 'unproven' | 'budget', string> = {
  unauthorized: 'Das Sprachmodell ist gerade nicht erreichbar. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  'rate-limited': 'Das Sprachmodell ist gerade überlastet. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  overloaded: 'Das Sprachmodell ist gerade überlastet. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  rejected: 'Das Sprachmodell ist gerade nicht erreichbar. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  unavailable: 'Das Sprachmodell ist gerade nicht erreichbar. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  'too-slow': 'Das Sprachmodell antwortet gerade nicht rechtzeitig. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  'cut-off': 'Die Verbindung zum Sprachmodell ist abgebrochen. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  aborted: 'Die Antwort wurde abgebrochen.',
  'too-long':
    'Das Sprachmodell hat keine belegte Antwort zustande gebracht. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  refused: 'Das Sprachmodell hat diese Frage nicht beantwortet. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  unproven: 'Das Sprachmodell konnte seine Antwort nicht belegen. Sie sehen die Antwort im Wortlaut der Verwaltung.',
  budget: 'Das Tagesbudget für das Sprachmodell ist aufgebraucht. Sie sehen die Antwort im Wortlaut der Verwaltung.',
};

/** What a list is about: a topic, a period (YYYY-MM-DD), names of who asked or where. */
export interface ListScope {
  topic: string;
  from: string | null;
  to: string | null;
  by: string[];
}

/** How much there is, and from which years. */
export interface Extent {
  total: number;
  isAtLeast: boolean;
  from: string | null;
  to: string | null;
}

/** A whole calendar year. */
export const isYear = (from: string | null, to: string | null): boolean =>
  from?.slice(4) === '-01-01' && to === `${from.slice(0, 4)}-12-31`;

function scope({ topic, from, to, by }: ListScope): string {
  const parts = [
    ...by,
    isYear(from, to)
      ? from!.slice(0, 4)
      : from && to
        ? `${day(from)} bis ${day(to)}`
        : from
          ? `seit ${day(from)}`
          : to
            ? `bis ${day(to)}`
            : '',
  ].filter((part) => part !== '');
  return `${topic === '' ? '' : ` zu „${topic}“`}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

export const de = {
  day,
  /** " am 27.05.2021", for old answers " vor fünf Jahren (am 27.05.2021)". */
  onDate: (date: string, years: number | null) =>
    years === null ? ` am ${date}` : ` vor ${inWords(years)} Jahren (am ${date})`,
  fromDate: (date: string, years: number | null) =>
    years === null ? `vom ${date}` : `vom ${date}, vor ${inWords(years)} Jahren`,
  onQuestion: (question: string) => `Auf die Frage „${question}“`,
  onPaper: (title: string) => `Zu „${title}“`,
  /** @param on what was asked; null where only the answer is known */
  leadIn: (on: string | null, when: string, place: string) =>
    on === null ? `Die Verwaltung antwortete${when}${place}:` : `${on} antwortete die Verwaltung${when}${place}:`,
  /** " im Gemeinderat"; in brackets where the name needs an article that nobody can know. */
  inCommittee: (name: string) =>
    /^\p{L}*(?:[Aa]usschuss|[Rr]at|[Ss]enat|[Tt]ag)(?![\p{L}-])/u.test(name)
      ? ` im ${name}`
      : /^\p{L}*(?:[Vv]ertretung|[Vv]ersammlung|[Kk]ommission|[Bb]ürgerschaft)(?![\p{L}-])/u.test(name)
        ? ` in der ${name}`
        : ` (${name})`,
  dates: (entries: string[]) =>
    entries.length === 1 ? `Antwort der Verwaltung ${entries[0]}.` : `Antworten der Verwaltung ${entries.join('; ')}.`,
  openQuote: '„',
  closeQuote: '“',
  declined: (why: OffPurpose) => DECLINED[why],
  notices: NOTICES,
  incomplete: 'Die Antwort ist nicht vollständig; was hier steht, ist belegt.',
  /** What was asked for and the quoted answer does not have. */
  notSaid: (missing: NotSaid) => {
    switch (missing.what) {
      case 'place':
        return `Zu ${listed(missing.words)} steht in dieser Antwort nichts.`;
      case 'year':
        return `Zum Jahr ${listed(missing.words)} steht in dieser Antwort nichts.`;
      case 'amount':
        return 'Einen Betrag nennt diese Antwort nicht.';
      case 'number':
        return 'Eine Zahl nennt diese Antwort nicht.';
      case 'duration':
        return 'Eine Dauer nennt diese Antwort nicht.';
      case 'date':
        return 'Einen Zeitpunkt nennt diese Antwort nicht.';
    }
  },
  /** Above pairs that may answer; none of them is claimed to. */
  choice: 'Eine sichere Antwort habe ich nicht gefunden. Das wurde gefragt und von der Verwaltung beantwortet:',
  /** Above pairs on a topic that has no single answer. */
  topic: (topic: string, { total, isAtLeast, from, to }: Extent, isNews: boolean) => {
    const years =
      from === null || to === null ? '' : from === to ? ` aus dem Jahr ${to}` : ` aus den Jahren ${from} bis ${to}`;
    const about = topic === '' ? '' : ` zu „${topic}“`;
    const some = isNews || topic === '' ? 'Die neuesten:' : 'Einige davon, die neuesten zuerst:';
    return total === 1
      ? `Die Suche findet${about} eine beantwortete Anfrage${years}:`
      : `Die Suche findet${about} ${isAtLeast ? 'mindestens ' : ''}${total.toLocaleString('de-DE')} beantwortete Anfragen${years}. ${some}`;
  },
  nothing: (lookedFor: string[]) =>
    lookedFor.length === 0
      ? 'Dazu habe ich in den veröffentlichten Antworten der Verwaltung nichts gefunden. Versuchen Sie es gern mit anderen Worten oder fragen Sie direkt bei der Stadt nach.'
      : `Dazu habe ich in den veröffentlichten Antworten der Verwaltung nichts Passendes gefunden. Gesucht habe ich nach: ${lookedFor.join(', ')}. Versuchen Sie es gern mit anderen Worten oder fragen Sie direkt bei der Stadt nach.`,
  listCount: (about: ListScope, total: number, atLeast: boolean) =>
    total === 1
      ? `Eine beantwortete Anfrage${scope(about)} ist veröffentlicht.`
      : `${atLeast ? 'Mindestens ' : ''}${total.toLocaleString('de-DE')} beantwortete Anfragen${scope(about)} sind veröffentlicht.`,
  listWho: (about: ListScope, date: string | null, askedBy: string[]) =>
    `Die letzte beantwortete Anfrage${scope(about)}${date === null ? '' : ` ist vom ${day(date)} und`} ${
      askedBy.length === 0 ? 'nennt nicht, wer gefragt hat' : `kam von: ${askedBy.join(', ')}`
    }.`,
  listWhen: (about: ListScope, date: string | null) =>
    `Die letzte beantwortete Anfrage${scope(about)} ${date === null ? 'trägt kein Datum' : `ist vom ${day(date)}`}.`,
  /** Whose name stands in most of the counted inquiries, persons and factions alike. */
  listMost: (about: ListScope, askers: { value: string; count: number }[]) =>
    `Am häufigsten stehen über beantworteten Anfragen${scope(about)} diese Namen: ${askers
      .map(({ value, count }) => `${value} (${count.toLocaleString('de-DE')})`)
      .join(', ')}.`,
  listCounted: 'Gezählt ist, was die Suche zu diesem Thema findet.',
  listNone: (about: ListScope) => `Eine beantwortete Anfrage${scope(about)} habe ich nicht gefunden.`,
  listNewest: 'Die neuesten:',
  listItem: (date: string | null, title: string, askedBy: string[]) =>
    `${date === null ? '' : `${day(date)}: `}${title}${askedBy.length === 0 ? '' : ` (${askedBy.join(', ')})`}`,
};

export type Texts = typeof de;
