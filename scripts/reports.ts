// Lists what visitors reported: sources that do not fit, and ratings of answers; newest first. What is older than
// REPORTS_KEEP_DAYS goes.
// Run with: npm run reports [-- --json] [-- --url http://localhost:8787] [-- --env NAME]   (NAME: an environment on Cloudflare)

import type { Env } from '../api/env.ts';
import { openLocal } from '../api/node/local.ts';
import { deleteOldReports, type Feedback, keepDays, type Report, readFeedback, readReports } from '../api/reports.ts';
import { optionsOf } from './arguments.ts';

const USAGE = 'npm run reports [-- --json] [-- --url http://localhost:8787] [-- --env NAME]';
const values = optionsOf(
  {
    json: { type: 'boolean', default: false },
    url: { type: 'string', default: 'http://localhost:8787' },
    env: { type: 'string' },
  },
  USAGE,
);
const opened = await (values.env === undefined ? here() : there(values.env));
try {
  await deleteOldReports(opened.db, keepDays(process.env.REPORTS_KEEP_DAYS), new Date());
  const reports = await readReports(opened.db);
  const feedback = await readFeedback(opened.db);
  if (values.json) printLines(reports, feedback);
  else printTables(reports, feedback, values.url.replace(/\/$/, ''));
} finally {
  await opened.close();
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

function printTables(reports: Report[], feedback: Feedback[], url: string): void {
  console.log(
    reports.length === 0 ? 'Keine Meldungen.' : `${reports.length} ${reports.length === 1 ? 'Meldung' : 'Meldungen'}:`,
  );
  for (const { day, reason, documentId, start, end, comment } of reports) {
    console.log(`\n${day}  ${oneLine(reason)}\n  ${url}/dokument/${documentId}#z=${start}-${end}`);
    if (comment !== null) console.log(`  ${oneLine(comment)}`);
  }
  if (feedback.length === 0) return;
  const up = feedback.filter(({ rating }) => rating === 'up').length;
  console.log(`\n${feedback.length} ${feedback.length === 1 ? 'Bewertung' : 'Bewertungen'}, davon ${up} gut:`);
  for (const { day, rating, answerId, comment } of feedback) {
    console.log(
      `${day}  ${rating === 'up' ? 'gut     ' : 'schlecht'}  ${answerId}  ${comment === null ? '' : oneLine(comment)}`,
    );
  }
}

/** Visitors' words must not steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}
