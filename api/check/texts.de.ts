// Every German sentence of checking an inquiry: verdicts, report, and what to do when it cannot be read. English ones:
// texts.en.ts.
import { germanDay } from '../../corpus/german/day.ts';
import type { AnswerKind } from '../../corpus/types.ts';
import type { UnusableInquiry } from './upload.ts';
import type { Verdict } from './verdict.ts';

/** YYYY-MM-DD → 27.05.2021. */
const day = germanDay;

const unusable: Record<UnusableInquiry, string> = {
  empty: 'Hier steht noch kein Text. Fügen Sie die Anfrage ein oder wählen Sie eine Datei.',
  'no-questions':
    'In diesem Text wurde keine Frage gefunden. Fügen Sie die Anfrage mit ihren Fragen ein, jede mit Fragezeichen oder Nummer.',
  'too-many-questions':
    'Der Text enthält mehr als 100 Fragen. Bitte teilen Sie ihn und prüfen Sie die Teile nacheinander.',
  'too-long': 'Der Text ist zu lang für eine Anfrage. Fügen Sie nur die Anfrage ein, höchstens 50.000 Zeichen.',
  'too-large': 'Die Datei ist zu groß. Erlaubt sind höchstens 10 MiB.',
  'unknown-format': 'Dieses Dateiformat wird nicht gelesen. Nehmen Sie PDF oder DOCX, oder fügen Sie den Text ein.',
  unreadable: 'Die Datei ist beschädigt und nicht lesbar. Fügen Sie bitte den Text der Anfrage ein.',
  'password-protected': 'Die Datei ist mit einem Passwort geschützt. Fügen Sie bitte den Text der Anfrage ein.',
  'scan-without-text':
    'Die Datei ist ein Scan ohne Text. Lassen Sie ihn durch eine Texterkennung laufen oder fügen Sie den Text ein.',
};

const kinds: Record<AnswerKind, string> = {
  answered: 'beantwortet',
  'no-data': 'keine Angaben vorhanden',
  refused: 'keine Auskunft',
  referred: 'an andere Stelle verwiesen',
  announced: 'Antwort angekündigt',
};

const verdicts: Record<Verdict, string> = {
  answered: 'bereits beantwortet',
  similar: 'ähnlich beantwortet',
  partly: 'teilweise',
  none: 'nichts gefunden',
};

export const de = {
  day,
  unusable,
  kinds,
  verdicts,
  older: (years: number) => `älter als ${years === 2 ? 'zwei' : years} Jahre`,
  paper: (reference: string) => `Vorlage ${reference}`,
  pair: (number: string | null) => (number === null ? 'Antwort' : `Antwort zu Frage ${number}`),
  page: (page: number) => `S. ${page}`,
  scan: 'aus einem Scan gelesen',
  drafts: {
    nothing: 'Dazu gibt es keine frühere Antwort, aus der sich ein Entwurf machen ließe.',
    unproven: 'Es kam kein Satz zustande, den eine frühere Antwort belegt.',
    budget: 'Für heute ist das Kontingent für Entwürfe aufgebraucht.',
  },
  report: {
    title: 'Frühere Antworten zu einer neuen Anfrage',
    question: 'Frage',
    nr: 'Nr.',
    verdict: 'Ergebnis',
    best: 'Beste Fundstelle',
    similarity: 'Ähnlichkeit',
    asked: 'Gefragt war',
    askedBy: 'Gefragt von',
    department: 'Zuständig',
    nothing: 'Zu dieser Frage wurde keine frühere Antwort gefunden.',
    note: 'Automatisch erstellt. Maßgeblich sind die verlinkten Dokumente.',
  },
};

export type CheckTexts = typeof de;
