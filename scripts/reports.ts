// Lists what visitors reported: sources that do not fit, and ratings of answers; newest first. What is older than
// REPORTS_KEEP_DAYS goes.
// Run with: npm run reports [-- --json] [-- --url http://localhost:8787] [-- --env NAME]   (NAME: an environment on Cloudflare)

import type { Env } from '../api/env.ts';
import { openLocal } from '../api/node/local.ts';
import { deleteOldReports, type Feedback, keepDays, type Report, readFeedback, readReports } from '../api/reports.ts';
import { optionsOf } from './arguments.ts';
import { fail } from './fault.ts';
import { spoken, told } from './language.ts';

const REACH_MS = 10_000;
const USAGE = 'npm run reports [-- --json] [-- --url http://localhost:8787] [-- --env NAME]';
const values = optionsOf(
  {
    json: { type: 'boolean', default: false },
    url: { type: 'string' },
    env: { type: 'string' },
  },
  USAGE,
);
/** The service whose pages the list links to. */
const url = (values.url ?? 'http://localhost:8787').replace(/\/$/, '');

await main().catch((error: Error) => fail(error, process.env.STORE_DIR || '.store'));

async function main(): Promise<void> {
  // Who names a service wants to go on from here to its pages.
  if (values.url !== undefined) await reach(url);
  const opened = await (values.env === undefined ? here() : there(values.env));
  try {
    await deleteOldReports(opened.db, keepDays(process.env.REPORTS_KEEP_DAYS), new Date());
    const reports = await readReports(opened.db);
    const feedback = await readFeedback(opened.db);
    if (values.json) printLines(reports, feedback);
    else printTables(reports, feedback);
  } finally {
    await opened.close();
  }
}

async function reach(service: string): Promise<void> {
  const isThere = await fetch(`${service}/api/health`, { signal: AbortSignal.timeout(REACH_MS) }).then(
    (response) => response.headers.get('content-type')?.includes('json') ?? false,
    () => false,
  );
  if (!isThere) throw new Error(`${service} wurde nicht erreicht. (${service} was not reached.)`);
}

interface Opened {
  db: Env['APP_DB'];
  close(): void | Promise<void>;
}

async function here(): Promise<Opened> {
  const { env, close } = openLocal(process.env.STORE_DIR || '.store');
  return { db: env.APP_DB, close };
}

/** Loads wrangler, which is there only to develop and publish. */
async function there(environment: string): Promise<Opened> {
  const { openRemote } = await import('./publish/remote.ts');
  const { env, dispose } = await openRemote(environment);
  return { db: env.APP_DB, close: dispose };
}

function printLines(reports: Report[], feedback: Feedback[]): void {
  for (const report of reports) console.log(JSON.stringify({ type: 'report', ...report }));
  for (const one of feedback) console.log(JSON.stringify({ type: 'feedback', ...one }));
}

function printTables(reports: Report[], feedback: Feedback[]): void {
  const [one, many] = [spoken('Meldung', 'report'), spoken('Meldungen', 'reports')];
  console.log(
    reports.length === 0
      ? told('Keine Meldungen. (No reports.)')
      : `${reports.length} ${reports.length === 1 ? one : many}:`,
  );
  for (const { day, reason, documentId, start, end, comment } of reports) {
    console.log(`\n${day}  ${oneLine(reason)}\n  ${url}/dokument/${documentId}#z=${start}-${end}`);
    if (comment !== null) console.log(`  ${oneLine(comment)}`);
  }
  if (feedback.length === 0) return;
  const up = feedback.filter(({ rating }) => rating === 'up').length;
  const [good, bad] = [spoken('gut', 'good'), spoken('schlecht', 'bad')];
  const ratings = feedback.length === 1 ? spoken('Bewertung', 'rating') : spoken('Bewertungen', 'ratings');
  console.log(`\n${feedback.length} ${ratings}, ${spoken('davon', 'of these')} ${up} ${good}:`);
  for (const { day, rating, answerId, comment } of feedback) {
    console.log(
      `${day}  ${(rating === 'up' ? good : bad).padEnd(8)}  ${answerId}  ${comment === null ? '' : oneLine(comment)}`,
    );
  }
}

/** Visitors' words must not steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}
