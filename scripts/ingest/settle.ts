// Records of one paper (or one file of a folder) that have their bytes → the same records, read and parsed.
// What was made of the same bytes, facts, reader and parser before is left as it is.
import { PARSER_VERSION } from '../../corpus/parse/parse.ts';
import { READER_VERSION } from '../../corpus/read/read.ts';
import { sha256 } from '../store/blobs.ts';
import type { Content, FileRecord } from '../store/records.ts';
import type { Source } from '../store.ts';
import type { Group, GroupFile } from './read/group.ts';
import type { ReadingPool } from './read/pool.ts';

export interface SettleOptions {
  paper: { title: string; type: string };
  /** What the source calls each file, by key. */
  titles: ReadonlyMap<string, string>;
  /** The inquiry that these files answer, where it stands in another paper. */
  inquiry?: Content | undefined;
  answersOnly: boolean;
}

/** Puts the changed records into `source`; gives all, changed or not. Files without bytes pass through. */
export async function settle(
  source: Source,
  pool: ReadingPool,
  records: readonly FileRecord[],
  options: SettleOptions,
): Promise<FileRecord[]> {
  const readable = records.filter(isReadable);
  const madeOf = hashOf(readable, options);
  if (readable.every((r) => r.madeOf === madeOf && r.state.kind !== 'pending')) return [...records];

  const read = await pool.read(groupOf(readable, options));
  const byKey = new Map(read.map((result) => [result.key, result]));
  return records.map((record) => {
    const result = byKey.get(record.key);
    if (!result) return record;
    const { head: _head, inquiry: _inquiry, mentions: _mentions, remarks: _remarks, content, ...rest } = record;
    const settled: FileRecord = {
      ...rest,
      // What could not be read because it is not kept has to be fetched.
      ...(content && result.state.kind !== 'pending' ? { content } : {}),
      state: result.state,
      madeOf,
      ...(result.mentions.length > 0 ? { mentions: result.mentions } : {}),
      ...(result.remarks ? { remarks: result.remarks } : {}),
      ...(result.inquiry ? { inquiry: result.inquiry } : {}),
      ...(result.head ? { head: result.head } : {}),
    };
    source.files.put(settled);
    return settled;
  });
}

export const isReadable = ({ state, content, textBlob }: FileRecord): boolean =>
  state.kind !== 'missing' && (content !== undefined || textBlob !== undefined);

/** What a reading process is told of these records. */
export function groupOf(readable: readonly FileRecord[], options: SettleOptions): Group {
  return {
    files: readable.map((r) => groupFile(r, options)),
    answersOnly: options.answersOnly,
    ...(options.inquiry ? { inquiry: options.inquiry } : {}),
  };
}

/** What was recognised in these bytes; of older ones it is no use. */
const readingOf = ({ scan, content }: FileRecord) => (scan && scan.of === content?.sha256 ? scan.reading : undefined);

function hashOf(records: readonly FileRecord[], { paper, titles, inquiry }: SettleOptions): string {
  const files = records.map((r) => [
    r.key,
    r.id,
    r.content?.sha256,
    r.textBlob,
    r.meta,
    titles.get(r.key),
    readingOf(r),
  ]);
  return sha256(JSON.stringify([READER_VERSION, PARSER_VERSION, paper, files, inquiry?.sha256])).slice(0, 32);
}

function groupFile(record: FileRecord, { paper, titles }: SettleOptions): GroupFile {
  const { key, id, file, meta, content, textBlob, head } = record;
  const reading = readingOf(record);
  return {
    key,
    id,
    file,
    title: titles.get(key) ?? '',
    paperTitle: paper.title,
    paperType: paper.type,
    meta,
    ...(content ? { content } : {}),
    ...(textBlob ? { textBlob } : {}),
    ...(head ? { head } : {}),
    ...(reading ? { reading } : {}),
  };
}
