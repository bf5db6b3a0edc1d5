// One body of an OParl server → its source in the store: names behind links, then the list of papers, then the files.
// Each step keeps what it has done, so a run that is killed is continued by the next one.

import type { FileRecord, SourceInfo } from '../../store/records.ts';
import type { Source } from '../../store.ts';
import { bodySlug, sourceKey } from '../document-id.ts';
import type { IngestReport, Reporter } from '../events.ts';
import { idsInUse } from '../ids-in-use.ts';
import { reportOf, snapshot } from '../report.ts';
import { mayRemoveUnlisted, refusal } from './deletions.ts';
import { type ListTimes, readLinkedLists, readMissingLinks } from './linked.ts';
import { readLinkedFiles } from './linked-files.ts';
import { keyOf, type LinkedRow, type PaperRow, type Raw, text } from './objects.ts';
import { readPaperFiles } from './paper-files.ts';
import { beginListing, type Listing, listPapers } from './papers.ts';
import type { BodyRun } from './run.ts';

/** `progress` in source.json. */
interface Progress {
  /** The start of the last list of papers that was read to its end, and of the last full one; ISO 8601. */
  papers: string | null;
  fullList: string | null;
  lists: ListTimes;
  listing: Listing | null;
  /** Files that were checked before are asked for again. */
  recheckBefore: string | null;
}

const FRESH: Progress = { papers: null, fullList: null, lists: {}, listing: null, recheckBefore: null };
const DAY_MS = 24 * 60 * 60_000;
/** What is gone without a tombstone is noticed by a full list only. */
const FULL_LIST_EVERY_MS = 7 * DAY_MS;

export async function readBody(body: Raw, run: BodyRun): Promise<IngestReport> {
  const started = Date.now();
  const { client, store, reporter, signal } = run;
  const name = text(body.shortName) ?? text(body.name);
  const source = await store.openSource(keyOfSource(body));
  const info = await source.info();
  const progress: Progress = { ...FRESH, ...(info?.progress as Partial<Progress> | undefined) };
  const save = async (changes: Partial<Progress>, finished = info?.finished ?? null) => {
    Object.assign(progress, changes);
    const facts: SourceInfo = {
      kind: 'oparl',
      location: client.start.href,
      name: text(body.name) ?? name ?? '',
      finished,
      progress,
    };
    await source.setInfo(facts);
  };
  try {
    const papers = source.table<PaperRow>('papers');
    const linked = source.table<LinkedRow>('linked');
    const before = snapshot(source.files.rows.values());

    const now = new Date().toISOString();
    const isFull = run.full || (run.since === null && isDue(progress.fullList));
    if (isFull && progress.fullList !== null && progress.listing?.mode !== 'full') await save({ recheckBefore: now });
    const since = isFull ? null : new Date(Date.parse(run.since ?? progress.papers ?? now) - (run.since ? 0 : DAY_MS));
    const { listing, resumed } = beginListing(String(body.paper), since ? 'since' : 'full', since, progress.listing);
    const saveListing = (at: Listing) => save({ listing: at });
    const listed = await listPapers(
      { client, source, originals: store.originals, reporter, signal, save: saveListing },
      listing,
      resumed,
    );
    let complete = listed.stopped === null;
    if (listed.stopped) reporter({ type: 'note', level: 'warning', text: listed.stopped });

    for (const key of listed.tombstones) removePaper(key, source);
    const doubted = removeUnlisted(listed.unlisted, source, run, reporter);
    if (doubted.size > 0) complete = false;
    if (listed.stopped === null) {
      await save({
        listing: null,
        // What --since leaves out is not read: the next listing begins where the one before it began.
        ...(run.since === null ? { papers: listing.started } : {}),
        ...(isFull && doubted.size === 0 ? { fullList: listing.started } : {}),
      });
    }

    const needsPeople = [...papers.rows.values()].some((paper) => paper.persons.length > 0);
    await save({
      lists: await readLinkedLists(client, body, linked, progress.lists, {
        full: run.full,
        needsPeople,
        reporter,
        signal,
      }),
    });
    await readMissingLinks(client, papers.rows.values(), linked, signal);
    await readLinkedFiles(client, papers, signal);

    const ids = await idsInUse(store);
    const read = await readPaperFiles({
      ...run,
      source,
      body: name,
      license: text(body.license),
      ids,
      recheckBefore: progress.recheckBefore,
      doubted,
    });
    complete &&= read.complete;
    const finished = complete ? new Date().toISOString() : (info?.finished ?? null);
    await save(read.complete ? { recheckBefore: null } : {}, finished);
    const facts = {
      source: `${text(body.name) ?? name ?? ''} (${client.start.href})`,
      complete,
      requests: client.requests(),
      seconds: (Date.now() - started) / 1000,
    };
    const report = reportOf(before, source.files.rows.values(), facts);
    return { ...report, failed: [...report.failed, ...read.kept] };
  } finally {
    await source.close();
  }
}

const isDue = (fullList: string | null) => fullList === null || Date.now() - Date.parse(fullList) > FULL_LIST_EVERY_MS;

/** Body and path of its id; the official key of the municipality where there is one. Neither host nor port. */
function keyOfSource(body: Raw): string {
  const official = text(body.ags) ?? text(body.rgs);
  const name = bodySlug(text(body.shortName) ?? text(body.name));
  return sourceKey('oparl', official ?? name, `${keyOf(body.id)} ${official ?? name}`);
}

function removePaper(key: string, source: Source): void {
  source.table<PaperRow>('papers').remove(key);
  for (const record of [...source.files.rows.values()]) if (record.paper === key) source.files.remove(record.key);
}

/** Gives the papers that were kept although the list lacks them. */
function removeUnlisted(
  unlisted: ReadonlySet<string> | null,
  source: Source,
  run: BodyRun,
  reporter: Reporter,
): ReadonlySet<string> {
  if (!unlisted) return new Set();
  const replies = [...source.files.rows.values()].filter((r: FileRecord) => r.state.kind === 'reply');
  const lost = replies.filter((r) => r.paper !== null && unlisted.has(r.paper)).length;
  if (!run.confirmDeletions && !mayRemoveUnlisted(lost, replies.length)) {
    reporter({ type: 'note', level: 'warning', text: refusal(lost, replies.length) });
    return unlisted;
  }
  for (const key of unlisted) removePaper(key, source);
  return new Set();
}
