// Every German sentence of the server-rendered pages, apart from the three legal pages. English ones: texts.en.ts.
import type { AnswerKind } from '../../corpus/types.ts';

const number = new Intl.NumberFormat('de-DE');

/** YYYY-MM-DD → 27.05.2021. */
const day = (date: string) => date.slice(0, 10).split('-').reverse().join('.');

const kinds: Record<Exclude<AnswerKind, 'answered'>, string> = {
  'no-data': 'keine Angaben vorhanden',
  refused: 'keine Auskunft',
  referred: 'an andere Stelle verwiesen',
  announced: 'Antwort angekündigt',
};

export const de = {
  day,
  kinds,
  skip: 'Zum Inhalt springen',
  otherLanguage: 'English',
  newTab: 'öffnet neuen Tab',
  notSet: 'noch nicht eingetragen',
  nav: {
    label: 'Hauptmenü',
    footerLabel: 'Rechtliches',
    ask: 'Fragen',
    search: 'Suchen',
    check: 'Anfrage prüfen',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    reportBarrier: 'Barriere melden',
    embed: 'Einbetten',
  },
  chat: {
    heading: (city: string) => `Was hat ${city} dazu gesagt?`,
    intro: (count: number) =>
      count === 1
        ? 'Grundlage ist eine veröffentlichte Antwort der Verwaltung an den Rat.'
        : `Grundlage sind ${number.format(count)} veröffentlichte Antworten der Verwaltung an den Rat.`,
    range: (from: string, to: string) =>
      from === to
        ? `Stand der Antworten: ${day(from)}.`
        : `Die Antworten stammen aus der Zeit vom ${day(from)} bis ${day(to)}.`,
    updated: (date: string) => `Zuletzt aktualisiert am ${day(date)}.`,
    empty: 'Es sind noch keine Antworten geladen. Fragen sind deshalb noch nicht möglich.',
    noScript: 'Ohne JavaScript können Sie hier in den Antworten suchen.',
    label: 'Ihre Frage',
    searchButton: 'Suchen',
    examples: 'Zum Beispiel',
  },
  search: {
    title: 'Antworten durchsuchen',
    label: 'Suchwörter',
    hint: 'Zum Beispiel ein Thema, ein Ort oder ein Aktenzeichen.',
    button: 'Suchen',
    found: (total: number, atLeast: boolean, query: string) =>
      `${atLeast ? 'Mehr als ' : ''}${number.format(total)} ${total === 1 ? 'Antwort' : 'Antworten'}${query === '' ? '' : ` zu „${query}“`}`,
    nothing: (query: string) => `Zu „${query}“ gibt es keine veröffentlichte Antwort.`,
    nothingHelp: 'Versuchen Sie ein anderes Wort oder ein allgemeineres.',
    previous: 'Vorherige Treffer',
    next: 'Weitere Treffer',
    pages: 'Seiten',
    question: (n: string | null) => (n === null ? 'Frage' : `Frage ${n}`),
    page: (n: number) => `Seite ${n}`,
    original: (page: number | null) => (page === null ? 'Original-PDF' : `Original-PDF, Seite ${page}`),
    unavailable: 'Die Suche ist noch nicht bereit. Bitte versuchen Sie es später noch einmal.',
  },
  document: {
    date: 'Datum',
    committee: 'Gremium',
    reference: 'Vorlage',
    agendaItem: 'Tagesordnungspunkt',
    askedBy: 'Gefragt von',
    department: 'Zuständig',
    signedBy: 'Unterschrieben von',
    facts: 'Angaben zur Antwort',
    original: 'Original im Ratsinformationssystem',
    outline: 'Fragen in dieser Antwort',
    untitledQuestion: (n: string | null) => (n === null ? 'Antwort' : `Antwort zu Frage ${n}`),
    inquiryQuestion: 'Frage aus der Anfrage',
    text: 'Wortlaut der Antwort',
    page: (n: number) => `Seite ${n}`,
    aliases: 'Dieselbe Antwort in anderen Vorlagen',
    related: 'Dazu gehört',
    marked: 'Die zitierte Stelle ist markiert.',
    toMark: 'Zur markierten Stelle',
    age: (years: number) => `Diese Antwort ist ${years} Jahre alt. Heute kann anderes gelten.`,
    notFoundTitle: 'Diese Antwort gibt es hier nicht',
    notFound: 'Vielleicht wurde sie zurückgezogen. Oder die Adresse ist unvollständig.',
  },
  check: {
    title: 'Anfrage prüfen',
    intro: 'Hier prüfen Sie, ob eine neue Anfrage schon einmal beantwortet wurde.',
  },
  embed: {
    title: 'In die eigene Website einbetten',
    intro: 'Mit zwei Zeilen HTML steht die Ratsauskunft auf jeder Seite Ihrer Stadt.',
    settings: 'Einstellungen',
    variant: 'Darstellung',
    floating: 'Schaltfläche unten rechts',
    inline: 'Im Text der Seite',
    heading: 'Überschrift',
    placeholder: 'Text im Eingabefeld',
    lang: 'Sprache',
    committee: 'Nur dieses Gremium (leer: alle)',
    colour: 'Farbe der Bedienelemente',
    colourHint: (ratio: string) => `Kontrast zu Weiß ${ratio} zu 1. Nötig sind 4,5 zu 1.`,
    preview: 'Vorschau',
    snippet: 'HTML für Ihre Seite',
    snippetPinned: 'HTML mit fester Fassung und Prüfsumme',
    pinnedHelp: 'Diese Fassung ändert sich nie. Für Neuerungen tauschen Sie die Zeile aus.',
    css: 'CSS für Ihre Farbe',
    cssHelp: 'Diese Zeile gehört in das Stylesheet Ihrer Seite.',
    csp: 'Zeilen für Ihre Content-Security-Policy',
    cspHelp: 'Ergänzen Sie diese Angaben, wenn Ihre Seite eine solche Richtlinie sendet.',
    origins: 'Ihre Seite muss beim Betrieb unter ALLOWED_ORIGINS eingetragen sein.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    noScript: 'Die Vorschau braucht JavaScript. Die Zeilen unten gelten auch so.',
    options: 'Attribute, Ereignisse und Variablen',
  },
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Unter dieser Adresse gibt es keine Seite.',
    back: 'Zur Startseite',
  },
};
