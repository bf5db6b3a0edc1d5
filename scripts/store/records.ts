// What the store knows of each file of a source: where it came from, what it turned into, and what that was made of.
import type { Remark, SkipReason, SourceMeta } from '../../corpus/types.ts';

/** One file of a source. A row of `sources/<source>/files.jsonl`. */
export interface FileRecord {
  /** Of the file in its source: the path in the folder, or the path of the OParl id without the server. */
  key: string;
  /** The document's id, whether or not it has become one. */
  id: string;
  /** For reports: what a person would look for. */
  name: string;
  /** What the API shows as `file`. */
  file: string;
  /** The OParl paper's key; null for a file in a folder. */
  paper: string | null;
  /** References of further papers that have the same file. */
  alsoIn?: (string | null)[];
  meta: SourceMeta;
  /** Says without reading the file whether it has changed: size and times in a folder, `modified` and URL in OParl. */
  stamp: string;
  /** ISO 8601, when the server last answered for this file. */
  checked?: string;
  etag?: string;
  lastModified?: string;
  content?: Content;
  /** The SHA-256 of OParl's own `text`, kept for files that yield none themselves. */
  textBlob?: string;
  /** The stamp for which OParl's `text` was asked for, so that it is asked for once. */
  textAsked?: string;
  /** The SHA-256 of the first page of a file that is no answer, kept in the place of its original. */
  head?: string;
  /** The key of the file with the inquiry that this file answers. */
  inquiry?: string;
  /** Reference numbers that the title and the first page name. */
  mentions?: string[];
  /** What whoever publishes the file should know of it. */
  remarks?: Remark[];
  /** What was read from the pictures of its pages, where that was asked for. */
  scan?: ScanRecord;
  /** A hash of everything the state was made of; another one means reading again. */
  madeOf?: string;
  state: FileState;
}

export interface Content {
  sha256: string;
  /** With its ending, which some formats are known by. */
  name: string;
  mediaType?: string;
}

/** Kept like an original: whoever reads the file anew need not recognise it anew. */
export interface ScanRecord {
  /** The SHA-256 of the bytes whose pages were recognised. */
  of: string;
  recogniser: number;
  /** The SHA-256 of the reading (scan/reading.ts). */
  reading: string;
  /** SHA-256 of the pictures that it names. */
  images: string[];
}

export type FileState =
  /** Known, not fetched yet. */
  | { kind: 'pending' }
  /** `reply` and `text` are SHA-256 of the stored ReplyDocument and of its text without white space. */
  | { kind: 'reply'; reply: string; text: string; title: string; date: string | null }
  /** Read, and something else than an answer. */
  | { kind: 'inquiry' | 'other' }
  | { kind: 'skipped'; reason: SkipReason; detail?: string }
  /** Not to be had: `gone` when the server says so (401, 403, 404, 410), else it may come back any time. */
  | { kind: 'missing'; gone: boolean; detail: string; since: string; url?: string };

/** `sources/<source>/source.json`; `progress` belongs to the source's reader. */
export interface SourceInfo {
  kind: 'folder' | 'oparl';
  /** The folder's path or the URL as it was given last. */
  location: string;
  name: string;
  /** ISO 8601, of the last run that came to its end. */
  finished: string | null;
  progress?: unknown;
}

/** `hidden.json`: out for good, whatever the sources say. */
export interface HiddenEntry {
  id: string;
  title: string;
  /** ISO 8601. */
  since: string;
  /** Copies under other ids are the same text, so they are hidden with it, even when this one has gone. */
  text: string | null;
}
