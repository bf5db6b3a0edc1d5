// The report of a run → lines for people: counts first, then what was left out, by reason, with names under it.
import type { Remark, SkipReason } from '../../corpus/types.ts';
import type { Sentence } from '../language.ts';
import type { IngestReport } from './events.ts';

export interface ReportTextOptions {
  /** How many names stand under a heading; all without it. */
  namesShown?: number;
  /** Where all names stand when only some are shown. */
  fullReport?: string;
}

/** Ends with a line break. */
export function reportText(
  report: IngestReport,
  { namesShown = Number.POSITIVE_INFINITY, fullReport }: ReportTextOptions = {},
): string {
  const { complete, skipped, failed, gone, changed, unchanged } = report;
  const answers = report.new.length + changed.length + unchanged;
  let cut = false;
  const named = (de: string, en: string, names: readonly string[]): string[] => {
    if (names.length === 0) return [];
    const shown = names.slice(0, namesShown);
    const more = names.length - shown.length;
    cut ||= more > 0;
    return [
      `  ${count(names.length)} ${de} (${en})`,
      ...shown.map((name) => `    ${namesShown === Number.POSITIVE_INFINITY ? name : short(name)}`),
      ...(more > 0 ? [`    … und ${count(more)} weitere (more)`] : []),
    ];
  };

  const lines = [
    '',
    complete
      ? `Fertig nach ${duration(report.seconds)}: ${report.source}`
      : `Nicht bis zum Ende gelesen (${duration(report.seconds)}): ${report.source}. Der nächste Lauf macht hier weiter. (Not read to the end; the next run goes on from here.)`,
    `  ${count(answers)} Antworten: ${count(report.new.length)} neu · ${count(changed.length)} geändert · ${count(unchanged)} unverändert; ${count(gone.length)} entfallen`,
    '  (answers: new · changed · unchanged; gone)',
    ...(report.otherFiles > 0
      ? [
          `  ${count(report.otherFiles)} andere Dateien der Vorlagen (Anfragen, Anlagen, Niederschriften) werden nicht durchsucht. (not searched: other files of the papers)`,
        ]
      : []),
    ...(report.fromText > 0
      ? [
          `  ${count(report.fromText)} Antworten stammen aus dem Text, den der Server nennt, weil ihre Datei nicht zu holen war; Seitenzahlen fehlen dort. (read from the server's own text)`,
        ]
      : []),
    ...named('neu', 'new', report.new),
    ...named('geändert', 'changed', changed),
    ...named('entfallen', 'gone', gone),
  ];
  for (const reason of Object.keys(REASONS) as SkipReason[]) {
    const { de, en } = REASONS[reason];
    const names = skipped
      .filter((file) => file.reason === reason)
      .map(({ name, detail }) => (detail ? `${name} – ${detail}` : name));
    lines.push(...named(`übersprungen, ${de}`, `skipped, ${en}`, answersFirst(names)));
  }
  for (const what of Object.keys(REMARKS) as Remark['what'][]) {
    const about = report.remarks.filter(({ remark }) => remark.what === what);
    lines.push(
      ...named(
        REMARKS[what].de,
        REMARKS[what].en,
        about.map(({ name, remark }) => `${name} – ${whereOf(remark)}`),
      ),
    );
  }
  for (const [detail, names] of byDetail(failed)) {
    lines.push(...named(`nicht geholt, ${detail}`, 'not fetched', answersFirst(names)));
  }
  if (failed.length > 0)
    lines.push('  Was nicht zu holen war, versucht der nächste Lauf wieder. (The next run tries again.)');
  if (cut && fullReport) lines.push(`  Alle Namen stehen in ${fullReport}. (all names)`);
  return `${lines.join('\n')}\n`;
}

const REASONS: Record<SkipReason, Sentence> = {
  'unknown-format': { de: 'unbekanntes Format', en: 'unknown format' },
  unreadable: { de: 'nicht lesbar', en: 'unreadable' },
  'password-protected': { de: 'mit Kennwort geschützt', en: 'password-protected' },
  empty: { de: 'ohne Inhalt', en: 'empty' },
  'scan-without-text': {
    de: 'Scan ohne Text; mit --ocr wird er gelesen',
    en: 'scan without text; --ocr reads it',
  },
  'unsure-scan': {
    de: 'Scan, der nicht sicher genug zu lesen ist',
    en: 'scan that cannot be read with confidence',
  },
  'hidden-text': {
    de: 'altes Word-Format, dessen Formatvorlagen Text verbergen; als DOCX oder PDF speichern',
    en: 'old Word format whose styles hide text; to be saved as DOCX or PDF',
  },
  'not-public': { de: 'nichtöffentlich', en: 'not public' },
  'unclear-public': {
    de: 'nicht zu erkennen, ob öffentlich (Kästchen im Kopf unlesbar; wenn ja: "public": true in NAME.meta.json daneben)',
    en: 'not to be told whether public; if it is: "public": true in NAME.meta.json beside it',
  },
  'not-an-answer': { de: 'keine Antwort der Verwaltung', en: 'no answer of the administration' },
  'too-large': { de: 'zu groß', en: 'too large' },
  hidden: { de: 'ausgeblendet', en: 'hidden' },
};

const REMARKS: Record<Remark['what'], Sentence> = {
  'covered-text': {
    de: 'mit Text unter schwarzen Balken: hier nicht veröffentlicht, aber in der Datei noch zu lesen; bitte ersetzen',
    en: 'with text under black boxes: not published here, but still in the file, which should be replaced',
  },
  'struck-text': { de: 'mit durchgestrichenem Text, der fehlt', en: 'with text struck through, which is left out' },
  'pages-without-text': {
    de: 'mit Seiten ohne Text, die fehlen; mit --ocr werden sie gelesen',
    en: 'with pages without text, which are missing; --ocr reads them',
  },
  'scanned-pages': { de: 'aus Scans gelesen und so bezeichnet', en: 'read from scans and marked so' },
  'unsure-pages': {
    de: 'mit gescannten Seiten, die nicht sicher genug zu lesen sind und fehlen',
    en: 'with scanned pages that cannot be read with confidence, which are missing',
  },
  attachments: { de: 'mit angehängten Dateien, die nicht gelesen sind', en: 'with attached files that are not read' },
};

const whereOf = (remark: Remark): string =>
  remark.what === 'attachments' ? remark.names.join(', ') : `Seite ${remark.pages.join(', ')}`;

/** A scanned annex is no loss, a scanned answer is: what is called an answer stands where it is seen. */
function answersFirst(names: readonly string[]): string[] {
  const isAnswer = (name: string) => (/antwort|stellungnahme/i.test(name) ? 0 : 1);
  return [...names].sort((a, b) => isAnswer(a) - isAnswer(b));
}

function byDetail(failed: IngestReport['failed']): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, detail } of failed) groups.set(detail, [...(groups.get(detail) ?? []), name]);
  return groups;
}

const LONGEST_NAME = 120;

/** Begin and end of a name say most: reference, and file with id. */
function short(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME * 0.6).trimEnd()} … ${name.slice(-LONGEST_NAME * 0.35).trimStart()}`;
}

export const count = (n: number) => n.toLocaleString('de-DE');

export function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}
