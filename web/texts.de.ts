// Every German sentence of the chat and the widget. English ones: texts.en.ts. At most 15 words a sentence.
import { germanDay } from '../corpus/german/day.ts';

const number = new Intl.NumberFormat('de-DE');

/** YYYY-MM-DD → 27.05.2021. */
const day = germanDay;

export const de = {
  day,
  aiNotice: (model: boolean) =>
    `Hier antwortet ein${model ? 'e KI, kein Mensch. Sie zitiert Antworten der Verwaltung und' : ' Programm mit den Worten der Verwaltung. Es'} kann sich irren. Es gilt, was in den verlinkten Dokumenten steht.`,
  label: 'Ihre Frage',
  placeholder: 'In eigenen Worten',
  privacyHint: 'Bitte geben Sie keine persönlichen Daten ein.',
  privacyLink: 'Datenschutz',
  send: 'Fragen',
  stop: 'Anhalten',
  clear: 'Neues Gespräch',
  toEnd: 'Nach unten',
  retry: 'Noch einmal versuchen',
  examples: 'Zum Beispiel',
  log: 'Gespräch',
  newTab: 'öffnet neuen Tab',
  emptyQuestion: 'Bitte geben Sie eine Frage ein.',
  tooLong: (over: number) => `Ihre Frage ist ${number.format(over)} Zeichen zu lang.`,
  busy: 'Die letzte Antwort ist noch nicht fertig.',
  question: 'Ihre Frage:',
  answer: 'Antwort',
  searching: (documents: number | null) =>
    documents !== null && documents > 1
      ? `Suche in ${number.format(documents)} Antworten …`
      : 'Suche in den veröffentlichten Antworten …',
  reading: (sources: number) => `${sources} passende Stellen gefunden. Antwort wird erstellt …`,
  stopped: 'Sie haben die Antwort angehalten.',
  status: {
    working: 'Antwort wird erstellt',
    done: (sources: number) => `Antwort vollständig, ${sources} ${sources === 1 ? 'Quelle' : 'Quellen'}`,
    nothing: 'Antwort vollständig, nichts Passendes gefunden',
    choice: (count: number) =>
      `Antwort vollständig, ${count} ${count === 1 ? 'frühere Antwort' : 'frühere Antworten'} zur Auswahl`,
    smalltalk: 'Antwort vollständig',
  },
  sources: (count: number): string => (count === 1 ? 'Quelle' : 'Quellen'),
  source: (n: number, title: string, date: string | null) =>
    `Quelle ${n}: ${title}${date === null ? '' : `, ${day(date)}`}`,
  pairQuestion: (n: string | null) => (n === null ? 'Gefragt war:' : `Gefragt war (Nummer ${n}):`),
  paper: (reference: string) => `Vorlage ${reference}`,
  pair: (n: string | null) => (n === null ? 'Antwort' : `Antwort zu Frage ${n}`),
  page: (page: number) => `S. ${page}`,
  age: (years: number) => `${years} Jahre alt`,
  kinds: {
    'no-data': 'keine Angaben vorhanden',
    refused: 'keine Auskunft',
    referred: 'an andere Stelle verwiesen',
    announced: 'Antwort angekündigt',
  },
  toDocument: 'Stelle im Dokument lesen',
  scan: 'aus Scan gelesen',
  toPicture: 'Bild der Seite',
  toOriginal: (page: number | null) => (page === null ? 'Original-PDF' : `Original-PDF, Seite ${page}`),
  more: (count: number) => `Weitere Treffer (${count})`,
  choice: {
    heading: 'Das wurde gefragt und beantwortet',
    loading: 'Die Antwort wird geladen …',
    failed: 'Die ganze Antwort ließ sich nicht laden. Hier steht ihr Anfang.',
  },
  context: 'Wortlaut im Zusammenhang',
  table: 'Zahlen aus der Antwort',
  moreRows: (count: number) => `Weitere Zeilen (${count})`,
  toList: 'Alle Treffer zeigen',
  followUps: 'Weiterfragen',
  copy: 'Mit Quellen kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren ging nicht. Bitte markieren Sie den Text.',
  madeBy: {
    claude: 'Von einer KI formuliert. Es gilt, was in den verlinkten Dokumenten steht.',
    extractive: 'Automatisch erstellt. Es gilt, was in den verlinkten Dokumenten steht.',
  },
  help: {
    heading: 'So kommen Sie weiter',
    noneFits: 'Nichts davon passt?',
    search: 'Suchen Sie selbst in allen Antworten',
    contact: 'Fragen Sie die Verwaltung direkt:',
    notSet: 'Die Stadt hat hier noch keinen Kontakt eingetragen.',
    mail: 'E-Mail',
    phone: 'Telefon',
    web: 'Kontaktseite',
  },
  report: {
    open: 'Stelle passt nicht? Melden',
    reason: 'Was stimmt nicht?',
    reasons: {
      'off-topic': 'Sie passt nicht zu meiner Frage',
      'wrong-place': 'Sie steht so nicht im Dokument',
      outdated: 'Sie ist veraltet',
      private: 'Sie nennt private Angaben',
      other: 'Etwas anderes',
    },
    comment: 'Anmerkung (freiwillig)',
    send: 'Meldung senden',
    sent: 'Danke. Wir sehen uns die Stelle an.',
    failed: 'Die Meldung kam nicht an. Bitte versuchen Sie es noch einmal.',
  },
  rating: {
    ask: 'War das hilfreich?',
    yes: 'Ja',
    no: 'Nein',
    sent: 'Danke für Ihre Rückmeldung.',
  },
  failure: {
    heading: 'Das hat nicht geklappt',
    offline: 'Sie sind gerade nicht mit dem Internet verbunden.',
    unreachable: 'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es noch einmal.',
    stalled: 'Die Antwort kommt nicht an. Bitte versuchen Sie es noch einmal.',
    'cut-off': 'Die Verbindung ist abgebrochen. Die Antwort ist unvollständig.',
    refused: 'Die Anfrage wurde nicht angenommen. Bitte versuchen Sie es noch einmal.',
  },
  widget: {
    copied: 'Für die Redaktion: Das Skript wurde kopiert. Am Element fehlt api="…" mit der Adresse der Auskunft.',
    notAllowed: (origin: string) =>
      `Für die Redaktion: ${origin} ist bei der Auskunft nicht eingetragen (ALLOWED_ORIGINS).`,
    trustedTypes: "the page's Content-Security-Policy needs: trusted-types lit-html 'allow-duplicates'",
    heading: 'Fragen an die Stadt',
    close: 'Schließen',
    intro: (documents: number, newest: string | null) =>
      `Grundlage: ${number.format(documents)} veröffentlichte Antworten der Verwaltung${newest === null ? '.' : `, die neueste vom ${day(newest)}.`}`,
    imprint: 'Impressum',
    reportBarrier: 'Barriere melden',
  },
};

export type Texts = typeof de;
