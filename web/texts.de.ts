// Every German sentence of the chat and the widget. English ones: texts.en.ts. At most 15 words a sentence.
import { germanDay } from '../corpus/german/dates.ts';

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
  age: (years: number) => `${years} Jahre alt`,
  kinds: {
    'no-data': 'keine Angaben vorhanden',
    refused: 'keine Auskunft',
    referred: 'an andere Stelle verwiesen',
    announced: 'Antwort angekündigt',
  },
  toDocument: 'Stelle im Dokument lesen',
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

/** What only our own pages say: apart, so that the widget does not carry it. */
export const deOnPages = {
  share: { copy: 'Link zur Frage kopieren', copied: 'Link kopiert' },
  check: {
    facts: 'Angaben zur Anfrage',
    factsHint: 'Aus dem Kopf der Anfrage gelesen. Was leer bleibt, steht im Entwurf als markierte Lücke.',
    factNames: {
      subject: 'Betreff',
      askedBy: 'Anfragende',
      reference: 'Nummer',
      date: 'Datum der Anfrage',
      committee: 'Gremium',
    },
    newText: (number: string) => `Neuer Text zu Frage ${number}`,
    responsible: 'Zuständig (wer noch antworten muss)',
    take: 'Ganz in den Entwurf übernehmen',
    taken: 'Übernommen.',
    takenOut: 'Herausgenommen.',
    takeFailed: 'Die frühere Antwort konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.',
    changed: 'Seither geändert:',
    template: 'Vorlage',
    templateNames: { beantwortung: 'Beantwortung einer Anfrage', brief: 'Brief' } as Record<string, string>,
    templateMissing: (name: string) => `Die Vorlage „${name}“ wurde nicht gefunden.`,
    templateBroken: (name: string) => `Die Vorlage „${name}“ ist fehlerhaft.`,
    word: 'Antwortentwurf (Word)',
    saved: 'Der Entwurf ist gespeichert.',
    markdown: 'Antwortentwurf (Markdown)',
    copy: 'Entwurf kopieren',
    copied: 'Kopiert.',
    overview: 'Interne Übersicht (Markdown)',
    print: 'Drucken',
    exportFailed: 'Das ging nicht. Bitte versuchen Sie es noch einmal.',
    keep: 'Entwurf behalten (30 Tage, nur in diesem Browser)',
    kept: 'Der Entwurf bleibt in diesem Browser.',
    restored: 'Ihr Entwurf zu dieser Anfrage ist wieder da.',
    keepFailed: 'Der Browser konnte den Entwurf nicht behalten.',
    deleteAll: 'Alles löschen',
    deleted: 'Gelöscht. Der Entwurf steht nur noch auf dieser Seite.',
    draft: 'Entwurf einer KI aus den übernommenen Antworten',
    tickFirst: 'Übernehmen Sie zuerst mindestens eine frühere Antwort.',
    drafting: 'Der Entwurf wird geschrieben …',
    drafted: 'Der Entwurf ist fertig.',
    draftLabel: 'Entwurf einer KI, bitte prüfen',
    draftFailed: 'Der Entwurf ist nicht gelungen. Bitte versuchen Sie es noch einmal.',
  },
  document: {
    quote: 'Zitat kopieren',
    copied: 'Zitat mit Fundstelle kopiert.',
    copyFailed: 'Kopieren ging nicht. Bitte markieren Sie den Text.',
    selectFirst: 'Markieren Sie zuerst im Wortlaut, was Sie zitieren möchten.',
  },
};

export type Texts = typeof de;
export type PageTexts = typeof deOnPages;
