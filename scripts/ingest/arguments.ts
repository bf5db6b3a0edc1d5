// The command line of ingest → what it asks for, or why it cannot be understood.
import type { Result } from '../../corpus/types.ts';
import { readArguments } from '../arguments.ts';
import type { Sentence } from '../language.ts';

export type Command =
  | { kind: 'help' }
  | { kind: 'folder'; dir: string; ocr: boolean }
  | {
      kind: 'oparl';
      url: string;
      delayMs: number;
      since?: string;
      full: boolean;
      confirmDeletions: boolean;
      ocr: boolean;
    };

export const USAGE = 'npm run ingest -- folder ORDNER | oparl ADRESSE   (mehr mit --help, more with --help)';

export const HELP = `Liest Antworten der Verwaltung in den Dokumentspeicher ein. (Reads answers into the document store.)

  npm run ingest -- folder ORDNER    spiegelt einen Ordner (mirrors a folder)
  npm run ingest -- oparl ADRESSE    liest einen OParl-Server (reads an OParl server)

  --delay-ms 1000        Pause zwischen zwei Anfragen; 0 nur für eigene Server (between two requests)
  --since 2024-01-31     nur, was sich seither geändert hat (only what has changed since)
  --full                 alles noch einmal fragen (ask for everything again)
  --confirm-deletions    auch viele Löschungen auf einmal glauben (believe many deletions at once)
  --ocr                  Scans lesen, einige Sekunden je Seite (read scans, some seconds a page)
  --strict               Fehler, wenn eine Datei übersprungen wurde (fail when a file was skipped)
  --json                 eine JSON-Zeile je Ereignis (a JSON line an event)

STORE_DIR nennt den Dokumentspeicher, sonst .store. (the store, .store by default)`;

/** What the arguments ask for, or why they cannot be understood. */
export function commandOf(args: string[]): Result<{ command: Command; json: boolean; strict: boolean }, Sentence> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const { json, strict } = values;
  if (values.help) return { ok: true, value: { command: { kind: 'help' }, json, strict } };
  const [source, target, ...rest] = positionals;
  if (!source) return fault('Es fehlt, was eingelesen werden soll.', 'What to ingest is missing.');
  if (rest.length > 0) return fault(`Zu viele Angaben: ${rest.join(' ')}.`, `Too many arguments: ${rest.join(' ')}.`);
  if (source === 'folder') {
    if (!target) return fault('Der Ordner fehlt.', 'The folder is missing.');
    return { ok: true, value: { command: { kind: 'folder', dir: target, ocr: values.ocr }, json, strict } };
  }
  if (source !== 'oparl') return fault(`„${source}“ ist keine Quelle.`, `"${source}" is not a source.`);
  if (!target) return fault('Die Adresse fehlt.', 'The URL is missing.');
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) {
    return fault(`„${target}“ ist keine http(s)-Adresse.`, `"${target}" is not an http(s) URL.`);
  }
  if (!/^\d{1,6}$/.test(values['delay-ms'])) {
    return fault('--delay-ms verlangt Millisekunden ab 0.', '--delay-ms takes milliseconds from 0.');
  }
  const since = values.since;
  if (since !== undefined && !isDate(since)) return badSince(since);
  const command: Command = {
    kind: 'oparl',
    url: target,
    delayMs: Number(values['delay-ms']),
    full: values.full,
    confirmDeletions: values['confirm-deletions'],
    ocr: values.ocr,
    ...(since === undefined ? {} : { since }),
  };
  return { ok: true, value: { command, json, strict } };
}

const parse = (args: string[]) =>
  readArguments(args, {
    allowPositionals: true,
    options: {
      'delay-ms': { type: 'string', default: '1000' },
      since: { type: 'string' },
      full: { type: 'boolean', default: false },
      'confirm-deletions': { type: 'boolean', default: false },
      ocr: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });

const fault = (de: string, en: string): Result<never, Sentence> => ({ ok: false, error: { de, en } });
const badSince = (since: string) =>
  fault(`--since ${since}: kein Datum wie 2024-01-31.`, `--since ${since}: not a date like 2024-01-31.`);

/** A day of the calendar, with or without a time. */
function isDate(written: string): boolean {
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(written)?.[0];
  if (!day || Number.isNaN(Date.parse(written)) || Number.isNaN(Date.parse(day))) return false;
  return new Date(day).toISOString().startsWith(day);
}
