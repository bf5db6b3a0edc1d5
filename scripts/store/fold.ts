// The records of all sources → the documents that may be searched: not hidden, not gone, exact copies folded into one.
import type { FileRecord, HiddenEntry } from './records.ts';

export interface VisibleReply {
  id: string;
  /** SHA-256 of the stored ReplyDocument. */
  reply: string;
  aliases: { reference: string | null; file: string }[];
  /** Where the file with its inquiry is, when that was recognised. */
  inquiryUrl?: string;
}

type Reply = FileRecord & { state: { kind: 'reply' } };

/** In order of id. Who stays of several copies does not depend on the order of the records. */
export function foldReplies(records: Iterable<FileRecord>, hidden: readonly HiddenEntry[]): VisibleReply[] {
  const groups = new Map<string, Reply[]>();
  const urls = new Map<string, string>();
  for (const record of records) {
    if (record.state.kind === 'inquiry' && record.meta.url) urls.set(record.key, record.meta.url);
    if (record.state.kind !== 'reply') continue;
    const group = groups.get(record.state.text);
    if (group) group.push(record as Reply);
    else groups.set(record.state.text, [record as Reply]);
  }
  const hiddenIds = new Set(hidden.map((h) => h.id));
  const hiddenTexts = new Set(hidden.map((h) => h.text));
  const visible: VisibleReply[] = [];
  for (const [text, group] of groups) {
    if (hiddenTexts.has(text) || group.some((r) => hiddenIds.has(r.id))) continue;
    const [kept, ...copies] = group.sort(byWorth) as [Reply, ...Reply[]];
    const aliases = [...furtherPapers(kept), ...copies.flatMap((copy) => [aliasOf(copy), ...furtherPapers(copy)])];
    const inquiryUrl = urls.get(kept.inquiry ?? '');
    visible.push({ id: kept.id, reply: kept.state.reply, aliases, ...(inquiryUrl ? { inquiryUrl } : {}) });
  }
  return visible.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const aliasOf = (reply: Reply) => ({ reference: reply.meta.reference ?? null, file: reply.file });
const furtherPapers = (reply: Reply) => (reply.alsoIn ?? []).map((reference) => ({ reference, file: reply.file }));

/** The copy with a date, then the first one given: it is the answer, the others repeat it. */
function byWorth(a: Reply, b: Reply): number {
  const [dateA, dateB] = [a.state.date ?? '9999', b.state.date ?? '9999'];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
