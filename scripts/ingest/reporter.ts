// Ingest events → what a person or a machine reads: a bar with rate and time left on a terminal, plain lines
// elsewhere (a log file wants no bar), one JSON object a line with --json.
import type { SkipReason } from '../../corpus/types.ts';
import type { IngestReport, Reporter, Sentence, Stage } from './events.ts';

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export function reporterFor(output: Output, { json }: { json: boolean }): Reporter {
  if (json) return (event) => output.write(`${JSON.stringify(event)}\n`);
  return output.isTTY ? terminalReporter(output) : lineReporter(output);
}

const STAGES: Record<Stage, string> = {
  system: 'Server ansehen',
  organizations: 'Gremien und Ämter',
  people: 'Personen',
  meetings: 'Sitzungen',
  papers: 'Vorlagen',
  files: 'Dateien',
};
const LINE_EVERY_MS = 10_000;
const BAR_EVERY_MS = 100;
const BAR_CHARS = 24;

function lineReporter(output: Output): Reporter {
  const pace = createPace();
  let lastMs = 0;
  return (event) => {
    switch (event.type) {
      case 'stage':
        pace.begin();
        lastMs = Date.now();
        output.write(`${STAGES[event.stage]}${event.total === null ? '' : `: ${count(event.total)}`} …\n`);
        break;
      case 'progress':
        if (Date.now() - lastMs < LINE_EVERY_MS) break;
        lastMs = Date.now();
        output.write(`  ${pace.say(event.done, event.total)}\n`);
        break;
      case 'note':
        output.write(noteLine(event.level, event.text));
        break;
      case 'report':
        output.write(reportText(event.report));
        break;
    }
  };
}

function terminalReporter(output: Output): Reporter {
  const pace = createPace();
  let label = '';
  let lastMs = 0;
  const clear = () => output.write('\r\u001b[2K');
  return (event) => {
    switch (event.type) {
      case 'stage':
        pace.begin();
        label = STAGES[event.stage];
        clear();
        output.write(`${label} …`);
        break;
      case 'progress': {
        const finished = event.done === event.total;
        if (!finished && Date.now() - lastMs < BAR_EVERY_MS) break;
        lastMs = Date.now();
        clear();
        const line = `${label.padEnd(18)} ${bar(event.done, event.total)} ${pace.say(event.done, event.total)}`;
        output.write(line.slice(0, (output.columns || 80) - 1));
        break;
      }
      case 'note':
        clear();
        output.write(noteLine(event.level, event.text));
        break;
      case 'report':
        clear();
        output.write(reportText(event.report));
        break;
    }
  };
}

function bar(done: number, total: number | null): string {
  if (!total) return '';
  const full = Math.round((done / total) * BAR_CHARS);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CHARS - full)}`;
}

/** "1.200 von 5.840 · 41/s · noch 1 min 53 s". */
function createPace() {
  let startMs = Date.now();
  return {
    begin() {
      startMs = Date.now();
    },
    say(done: number, total: number | null): string {
      const perSecond = done / Math.max(0.001, (Date.now() - startMs) / 1000);
      const rate = perSecond >= 1 ? `${Math.round(perSecond)}/s` : `${Math.round(perSecond * 60)}/min`;
      if (total === null) return `${count(done)} · ${rate}`;
      const left = perSecond > 0 ? `noch ${duration((total - done) / perSecond)}` : '';
      return `${count(done)} von ${count(total)} · ${rate} · ${left}`;
    },
  };
}

const count = (n: number) => n.toLocaleString('de-DE');

function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

const noteLine = (level: 'info' | 'warning', { de, en }: Sentence) =>
  `${level === 'warning' ? '! ' : '  '}${de}\n  (${en})\n`;

const REASONS: Record<SkipReason, Sentence> = {
  'unknown-format': { de: 'unbekanntes Format', en: 'unknown format' },
  unreadable: { de: 'nicht lesbar', en: 'unreadable' },
  'password-protected': { de: 'mit Kennwort geschützt', en: 'password-protected' },
  empty: { de: 'ohne Inhalt', en: 'empty' },
  'scan-without-text': { de: 'Scan ohne Text', en: 'scan without text' },
  'not-public': { de: 'nichtöffentlich', en: 'not public' },
  'not-an-answer': { de: 'keine Antwort der Verwaltung', en: 'no answer of the administration' },
  'too-large': { de: 'zu groß', en: 'too large' },
  hidden: { de: 'ausgeblendet', en: 'hidden' },
};
/** Of new and changed documents; what was left out is named in full. */
const NAMES_SHOWN = 10;

function reportText(report: IngestReport): string {
  const { complete, skipped, failed, gone } = report;
  const lines = [
    '',
    complete
      ? `Fertig nach ${duration(report.seconds)}: ${report.source}`
      : `Nicht bis zum Ende gelesen (${duration(report.seconds)}): ${report.source}. Der nächste Lauf macht hier weiter. (Not read to the end; the next run goes on from here.)`,
    `  ${count(report.new.length)} neu · ${count(report.changed.length)} geändert · ${count(report.unchanged)} unverändert · ${count(gone.length)} entfallen · ${count(skipped.length)} übersprungen · ${count(failed.length)} nicht geholt`,
    `  (new · changed · unchanged · gone · skipped · not fetched)`,
    ...(report.otherFiles > 0
      ? [`  ${count(report.otherFiles)} Dateien sind keine Antworten. (files that are no answers)`]
      : []),
    ...(report.fromText > 0
      ? [
          `  ${count(report.fromText)} Dokumente stammen aus dem Text, den der Server nennt, weil ihre Datei nicht zu holen war; Seitenzahlen fehlen dort. (read from the server's own text)`,
        ]
      : []),
    ...named('Neu (new)', report.new, NAMES_SHOWN),
    ...named('Geändert (changed)', report.changed, NAMES_SHOWN),
    ...named('Entfallen (gone)', gone, Number.POSITIVE_INFINITY),
  ];
  for (const [reason, { de, en }] of Object.entries(REASONS)) {
    const names = skipped
      .filter((s) => s.reason === reason)
      .map((s) => (s.detail ? `${s.name} – ${s.detail}` : s.name));
    lines.push(...named(`Übersprungen, ${de} (skipped, ${en})`, names, Number.POSITIVE_INFINITY));
  }
  const missing = failed.map((f) => `${f.name} – ${f.detail}`);
  lines.push(
    ...named('Nicht geholt, der nächste Lauf versucht es wieder (not fetched, tried again next time)', missing, 50),
  );
  return `${lines.join('\n')}\n`;
}

function named(heading: string, names: readonly string[], shown: number): string[] {
  if (names.length === 0) return [];
  const more = names.length > shown ? [`    … und ${count(names.length - shown)} weitere (more)`] : [];
  return [`  ${heading}: ${count(names.length)}`, ...names.slice(0, shown).map((name) => `    ${name}`), ...more];
}
