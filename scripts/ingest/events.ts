// What an ingest tells while it runs and when it ends. Who shows it, and how, is the reporter's business.
import type { Remark, SkipReason } from '../../corpus/types.ts';
import type { Sentence } from '../language.ts';

export type Stage = 'system' | 'organizations' | 'people' | 'meetings' | 'papers' | 'files' | 'scans';

export type IngestEvent =
  /** `total` is unknown where only the last page of a list says that it is the last. */
  | { type: 'stage'; stage: Stage; total: number | null }
  | { type: 'progress'; done: number; total: number | null }
  | { type: 'note'; level: 'info' | 'warning'; text: Sentence }
  /** `file` holds the report with every name. */
  | { type: 'report'; report: IngestReport; file: string };

export type Reporter = (event: IngestEvent) => void;

export interface IngestReport {
  source: string;
  /** Names of documents, as a person would look for them. */
  new: string[];
  changed: string[];
  unchanged: number;
  gone: string[];
  skipped: { name: string; reason: SkipReason; detail?: string }[];
  /** Could not be fetched this time; the next run tries again. */
  failed: { name: string; detail: string }[];
  /** Read, but whoever publishes them should know something of them. */
  remarks: { name: string; remark: Remark }[];
  /** Documents read from OParl's `text`, because their file is not to be had or yields none. */
  fromText: number;
  /** Files that were read and are something else than an answer. */
  otherFiles: number;
  /** False when the source could not be read to its end; the next run goes on from there. */
  complete: boolean;
  requests: number;
  seconds: number;
}

/** Why an ingest could not do its work at all. */
export interface IngestError {
  kind: 'no-folder' | 'no-ocr' | 'locked' | 'unreachable' | 'not-oparl' | 'interrupted';
  text: Sentence;
}
