// Reports of sources that do not fit, and ratings of answers, in APP_DB: written by visitors, read by `npm run reports`.
// Stored is what they typed and the day, nothing about who they are.
import type { D1Database } from '@cloudflare/workers-types';

export interface NewReport {
  documentId: string;
  start: number;
  end: number;
  /** The index in whose text the span stands. */
  indexVersion: string;
  reason: string;
  comment: string | null;
}

export interface NewFeedback {
  answerId: string;
  rating: 'up' | 'down';
  comment: string | null;
}

export interface Report extends NewReport {
  id: number;
  /** YYYY-MM-DD, UTC. */
  day: string;
}

export interface Feedback extends NewFeedback {
  id: number;
  day: string;
}

export async function saveReport(db: D1Database, report: NewReport, now: Date): Promise<void> {
  const { documentId, start, end, indexVersion, reason, comment } = report;
  await db
    .prepare(
      `insert into report (day, document_id, start, "end", index_version, reason, comment)
        values (?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(dayOf(now), documentId, start, end, indexVersion, reason, comment)
    .run();
}

export async function saveFeedback(db: D1Database, feedback: NewFeedback, now: Date): Promise<void> {
  await db
    .prepare('insert into feedback (day, answer_id, rating, comment) values (?, ?, ?, ?)')
    .bind(dayOf(now), feedback.answerId, feedback.rating, feedback.comment)
    .run();
}

/** Newest first. Both throw when the database was never migrated. */
export async function readReports(db: D1Database): Promise<Report[]> {
  const sql = `select id, day, document_id as documentId, start, "end", index_version as indexVersion, reason, comment
    from report order by id desc`;
  return (await db.prepare(sql).all<Report>()).results;
}

export async function readFeedback(db: D1Database): Promise<Feedback[]> {
  const sql = 'select id, day, answer_id as answerId, rating, comment from feedback order by id desc';
  return (await db.prepare(sql).all<Feedback>()).results;
}

const DEFAULT_KEEP_DAYS = 365;

/** REPORTS_KEEP_DAYS → days. */
export const keepDays = (setting: string | undefined): number => Number(setting || DEFAULT_KEEP_DAYS);

/** What visitors wrote is not kept for ever: asked for with each new report and each reading. */
export async function deleteOldReports(db: D1Database, days: number, now: Date): Promise<void> {
  const first = dayOf(new Date(now.getTime() - days * 86_400_000));
  await db.batch(['report', 'feedback'].map((table) => db.prepare(`delete from ${table} where day < ?`).bind(first)));
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);
