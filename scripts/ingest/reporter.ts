// Ingest events → what a person or a machine reads: a bar with rate and time left on a terminal, plain lines
// elsewhere (a log file wants no bar), one JSON object a line with --json.
import type { Sentence } from '../language.ts';
import type { Reporter, Stage } from './events.ts';
import { count, duration, reportText } from './report-text.ts';

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
  scans: 'Seiten von Scans',
};
const LINE_EVERY_MS = 10_000;
const BAR_EVERY_MS = 100;
const BAR_CHARS = 24;
/** Under one heading; the file of the report has them all. */
const NAMES_SHOWN = 10;

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
        output.write(reportText(event.report, { namesShown: NAMES_SHOWN, fullReport: event.file }));
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
        output.write(reportText(event.report, { namesShown: NAMES_SHOWN, fullReport: event.file }));
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

const noteLine = (level: 'info' | 'warning', { de, en }: Sentence) =>
  `${level === 'warning' ? '! ' : '  '}${de}\n  (${en})\n`;
