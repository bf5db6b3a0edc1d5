// Lists what visitors reported: sources that do not fit, and ratings of answers; newest first.
// Run with: npm run reports [-- --json] [-- --url http://localhost:8787]
import { openLocal } from '../api/node/local.ts';
import { type Feedback, type Report, readFeedback, readReports } from '../api/reports.ts';
import { optionsOf } from './arguments.ts';

const values = optionsOf(
  { json: { type: 'boolean', default: false }, url: { type: 'string', default: 'http://localhost:8787' } },
  'npm run reports [-- --json] [-- --url http://localhost:8787]',
);
const storeDir = process.env.STORE_DIR || '.store';
const local = openLocal(storeDir);
try {
  const reports = await readReports(local.env.APP_DB);
  const feedback = await readFeedback(local.env.APP_DB);
  if (values.json) printLines(reports, feedback);
  else printTables(reports, feedback, values.url.replace(/\/$/, ''));
} catch (error) {
  if (!/no such table/i.test(String(error))) throw error;
  console.error('Hier wurde noch nichts gemeldet: Der Dienst lief mit diesem Speicher noch nie. Zuerst: npm start');
  process.exitCode = 1;
} finally {
  local.close();
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
