// The source's records before and after a run → what became of its documents, by name.
import type { FileRecord } from '../store/records.ts';
import type { IngestReport } from './events.ts';

/** Which reply each document had before the run. */
export type Snapshot = ReadonlyMap<string, { reply: string; name: string }>;

export function snapshot(records: Iterable<FileRecord>): Snapshot {
  const replies = new Map<string, { reply: string; name: string }>();
  for (const { id, name, state } of records) if (state.kind === 'reply') replies.set(id, { reply: state.reply, name });
  return replies;
}

export function reportOf(
  before: Snapshot,
  records: Iterable<FileRecord>,
  run: Pick<IngestReport, 'source' | 'complete' | 'requests' | 'seconds'>,
): IngestReport {
  const report: IngestReport = {
    ...run,
    new: [],
    changed: [],
    unchanged: 0,
    gone: [],
    skipped: [],
    failed: [],
    remarks: [],
    otherFiles: 0,
    fromText: 0,
  };
  const now = new Set<string>();
  for (const { id, name, state, content, remarks } of records) {
    switch (state.kind) {
      case 'reply': {
        now.add(id);
        for (const remark of remarks ?? []) report.remarks.push({ name, remark });
        if (!content) report.fromText++;
        const old = before.get(id);
        if (!old) report.new.push(name);
        else if (old.reply === state.reply) report.unchanged++;
        else report.changed.push(name);
        break;
      }
      case 'skipped':
        report.skipped.push({ name, reason: state.reason, ...(state.detail ? { detail: state.detail } : {}) });
        break;
      case 'missing':
        report.failed.push({ name: state.url ? `${name} – ${state.url}` : name, detail: state.detail });
        break;
      case 'pending':
        report.failed.push({ name, detail: 'noch nicht geholt (not fetched yet)' });
        break;
      default:
        report.otherFiles++;
    }
  }
  for (const [id, { name }] of before) if (!now.has(id)) report.gone.push(name);
  return report;
}
