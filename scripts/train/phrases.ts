// The words and marks of which layouts are made: numberings, labels, formulas, headings. None is of one city.

/** A line break in it: the number stands alone on its line. */
export type Numbers = (n: number) => string;

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
export const small = (n: number) => String.fromCharCode(97 + (n % 26));
const capital = (n: number) => String.fromCharCode(65 + (n % 26));

export const QUESTION_NUMBERS: Numbers[] = [
  (n) => `${n}. `,
  (n) => `${n}. `,
  (n) => `${n}) `,
  (n) => `${n}.) `,
  (n) => `${n}.\n`,
  (n) => `Frage ${n}: `,
  (n) => `Frage ${n}:\n`,
  (n) => `Frage ${n}\n`,
  (n) => `Zu ${n}.: `,
  (n) => `Zu Frage ${n}: `,
  (n) => `${capital(n - 1)}. `,
  (n) => `${capital(n - 1)}) `,
  (n) => `${capital(n - 1)} `,
  (n) => `${ROMAN[(n - 1) % 10]}. `,
  (n) => `${small(n - 1)}) `,
  (n) => `${n} `,
  (n) => `1.${n} `,
  () => '',
  () => '',
  () => '',
  () => '• ',
  () => '- ',
];
export const ANSWER_NUMBERS: Numbers[] = [
  (n) => `Antwort zu Frage ${n}: `,
  (n) => `Antwort zu Frage ${n}:\n`,
  (n) => `Zu ${n}: `,
  (n) => `Zu ${n}.\n`,
  (n) => `Zu ${n}) `,
  (n) => `Zu Frage ${n}:\n`,
  (n) => `Antwort ${n}: `,
  (n) => `zu ${n}. `,
];
export const BARE_NUMBERS: Numbers[] = [(n) => `${n}. `, (n) => `${n}) `];
export const ANSWER_LABELS: Numbers[] = [
  () => 'Antwort: ',
  () => 'Antwort:\n',
  () => 'Antwort\n',
  () => 'Antwort der Verwaltung:\n',
  () => 'Stellungnahme: ',
  () => 'Die Antwort:\n',
];
export const FORMULAS = [
  'Die Verwaltung nimmt wie folgt Stellung:',
  'Die Anfrage wird wie folgt beantwortet:',
  'Zu den Fragen nimmt die Verwaltung wie folgt Stellung:',
  'Dies vorausgeschickt, beantwortet der Senat die Fragen wie folgt:',
  'Stellungnahme der Verwaltung:',
  'Antwort:',
];
export const OWN_HEADINGS = [
  'Vorbemerkung der Verwaltung:',
  'Vorbemerkung des Magistrats',
  'Allgemeine Bemerkungen',
  'Sachverhalt',
  'Einleitung für die Antworten:',
  '',
  '',
];
export const ASKERS_HEADINGS = [
  'Begründung:',
  'Sachverhalt / Begründung:',
  'Vorbemerkung der Fragesteller:',
  'Einleitung für die Fragen:',
  'Hintergrund der Anfrage',
  '',
  '',
  '',
];
export const ASKERS_ENDS = [
  'Wir fragen die Verwaltung:',
  'Vor diesem Hintergrund fragen wir den Magistrat:',
  'Dazu haben wir folgende Fragen:',
  'Fragen:',
  '',
  '',
  '',
];
export const LETTERHEAD = [
  'über',
  'Der Magistrat',
  'Thema: Anfrage zum Haushalt',
  'Betr.: Verkehr in der Innenstadt',
  'Bezirksamt Mitte',
  'Kleine Anfrage Nr. 12',
  'der Fraktion vom 12. März',
  'Abteilung Schule und Sport',
  'Drucksache 17/123',
  'An die Mitglieder des Rates',
  'Die Oberbürgermeisterin',
  'Datum: 3. Mai 2022',
  'Antwort',
  'Antwort der Verwaltung',
  'Öffentliche Sitzung',
  'Az. 12-3',
];
export const SUBHEADINGS = ['Was heißt das?', 'Wie geht es weiter?', 'Was ist zu tun?', 'Warum dauert das so lange?'];

export const LIST_MARKS: Numbers[] = [
  (n) => `${n}. `,
  (n) => `${n}) `,
  (n) => `${small(n - 1)}) `,
  (n) => `${capital(n - 1)}. `,
  () => '- ',
];

export const TOPICS = [
  'Allgemeines',
  'Bereich Nord',
  'Hauptstraße',
  'Zuständigkeit',
  'Kosten der Maßnahme',
  'Weiteres Vorgehen',
];

/** Says that several questions have one answer; what follows is it. */
export const TOGETHER: ((numbers: string) => string)[] = [
  (numbers) => `Die Fragen ${numbers} werden gemeinsam beantwortet.`,
  (numbers) => `Die Fragen ${numbers} werden wegen ihres Sachzusammenhangs gemeinsam beantwortet:`,
  (numbers) => `Fragen ${numbers} werden zusammen beantwortet.`,
  (numbers) => `Die Fragen ${numbers} werden aufgrund des sachlichen Zusammenhangs zusammengefasst beantwortet.`,
  (numbers) => `Zu den Fragen ${numbers}:`,
];

/** Titles over some of the questions, whose numbers run on. */
export const SECTIONS: Numbers[] = [
  (n) => `Teil ${capital(n - 1)}: `,
  (n) => `${ROMAN[(n - 1) % 10]}. `,
  (n) => `${capital(n - 1)}. `,
  () => '',
  () => '',
  (n) => `Themenblock ${n}: `,
];
