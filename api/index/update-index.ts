// Documents that are new, changed or gone → what of the live index changes, in one transaction with its pointer: until
// it is through the old index is whole, afterwards the new one is. What was learnt of the whole corpus is held fixed;
// with it the index says the same as one that is built anew of all documents (held by update-index.test.ts).
import type { D1Database } from '@cloudflare/workers-types';
import type { ReplyDocument } from '../../corpus/types.ts';
import { changedTerms } from './changed-terms.ts';
import { type DocumentRows, documentRows } from './document-rows.ts';
import type { Target } from './fill-index.ts';
import { documentValues, headValues, passageValues, resourceValues, tables, type Value } from './index-tables.ts';
import { type IndexWrites, indexWrites } from './index-writes.ts';
import { type Learnt, nounShareOf } from './learn.ts';
import { isChangedMeanwhile, onlyIfLive, type PointerInfo, pointing } from './pointer.ts';
import { withoutDocuments } from './remove-documents.ts';
import { averagesOf, plus, sumsOf } from './statistics.ts';
import { readBrief, storeBrief } from './stored-briefs.ts';
import { type Survey, surveyor } from './survey.ts';
import { openVectors } from './term-vectors.ts';

/** Of the documents that the version was built from: with more changes than these the whole is built anew. */
const MAX_CHANGED_SHARE = 0.2;

/** The lexicon stays as it is: another one is for a build of the whole. */
export interface UpdateTarget extends Omit<Target, 'version' | 'learnt' | 'lexicon' | 'maxBundlePassages'> {
  learnt: Learnt;
  fingerprintOf: (document: ReplyDocument) => string;
  /** See `PointerInfo`. */
  content?: string;
}

export interface Updated {
  info: PointerInfo;
  /** Written or deleted, by table. */
  rows: Record<string, number>;
}

/**
 * Null: so much has changed that the whole is to be built anew, or the index was changed by another while this ran.
 * Nothing is written then.
 * @param live what the pointer says
 */
export async function updateIndex(
  db: D1Database,
  live: PointerInfo,
  target: UpdateTarget,
  documents: () => AsyncIterable<ReplyDocument>,
): Promise<Updated | null> {
  const { learnt, builtAt } = target;
  const known = (word: string) => learnt.words.has(word);
  const there = await documentsIn(db, live.version);
  const surveyed = surveyor(target.names);
  const changed: { document: ReplyDocument; fingerprint: string }[] = [];
  const seen = new Set<string>();
  for await (const document of documents()) {
    surveyed.add(document);
    seen.add(document.id);
    const fingerprint = target.fingerprintOf(document);
    if (there.get(document.id)?.fingerprint !== fingerprint) changed.push({ document, fingerprint });
    if (isTooMuch(live, changed.length)) return null;
  }
  const isChanged = new Set(changed.map(({ document }) => document.id));
  const gone = [...there.values()].filter(({ id }) => !seen.has(id) || isChanged.has(id));
  if (isTooMuch(live, Math.max(changed.length, gone.length))) return null;
  const survey = surveyed.finish(learnt.topics, known);

  const writes = indexWrites(db, live.version);
  const names = await namesIn(db, live.version);
  const next = { ...live.next };
  const terms = await changedTerms(db, live.version, next.term);
  const vectors = learnt.vectors && openVectors(learnt.vectors);
  const around = {
    ...{ known, vectors, names: survey.names, enrichmentOf: target.enrichmentOf },
    ...{ numberOf: terms.numberOf, numberOfName: names.numberOf },
  };
  const added = changed.map(({ document, fingerprint }): DocumentRows => {
    const own = documentRows(survey.whole(document), fingerprint, next.document++, next.passage, around);
    next.passage += own.passages.length;
    return own;
  });
  let sums = withoutDocuments(gone, live.sums, writes, terms);
  for (const { document } of added) sums = plus(sums, sumsOf(readBrief(document.brief)));
  writes.put(
    'documents',
    added.map(({ document }) => documentValues(document)),
  );
  writes.put(
    'briefs',
    added.map(({ document: { n, brief } }) => [n, brief]),
  );
  writes.put(
    'passages',
    added.flatMap(({ passages }) => passages.map(passageValues)),
  );
  for (const { document, passages, terms: stored, inquiry } of added) {
    for (const [i, { n }] of passages.entries()) terms.addPassage(n, stored[i]!);
    if (inquiry !== '') terms.addInquiry(document.n, inquiry);
  }
  next.term = await terms.write(writes, (term) => ({
    ...{ vector: vectors?.of(term) ?? null, nounShare: nounShareOf(learnt, term) },
  }));
  const heads = changedHeads(survey, there, isChanged, names.numberOf);
  writes.putHeads(heads.rows);
  writes.put('briefs', heads.briefs);
  const numbers = new Map([
    ...Array.from(there.values(), ({ id, n }): [string, number] => [id, n]),
    ...added.map(({ document: { document, n } }): [string, number] => [document.id, n]),
  ]);
  const resources = {
    names: names.stored(),
    order: orderOf(survey.heads.map(({ id }) => numbers.get(id)!)),
    ...survey.resources,
  };
  await putResources(db, live.version, writes, resources);

  const { content: _built, ...before } = live;
  const info: PointerInfo = {
    ...before,
    ...(target.content !== undefined && { content: target.content }),
    ...{
      builtAt,
      documents: survey.heads.length,
      passages: sums.passages,
      newest: survey.newest,
      oldest: survey.oldest,
    },
    ...averagesOf(sums),
    ...{ edition: live.edition + 1, sums, next },
    // The bundle of MiniSearch is another's; whoever has one ready says so (scripts/build-index.ts).
    engine: 'd1',
    changed: (live.changed ?? 0) + Math.max(changed.length, gone.length),
  };
  try {
    await db.batch([onlyIfLive(db, live), ...writes.statements(info.edition), pointing(db, info)]);
  } catch (error) {
    if (isChangedMeanwhile(error)) return null;
    throw error;
  }
  return { info, rows: writes.rows() };
}

/** A city's first documents teach little; so many more are a corpus of their own. */
function isTooMuch({ documents, changed = 0 }: PointerInfo, more: number): boolean {
  return changed + more > MAX_CHANGED_SHARE * documents;
}

interface DocumentThere {
  n: number;
  id: string;
  fingerprint: string;
  brief: string;
  /** As `headValues` gives them. */
  values: Value[];
}

async function documentsIn(db: D1Database, version: string): Promise<Map<string, DocumentThere>> {
  const t = tables(version);
  const sql = `select d.n, d.fingerprint, b.brief, d.id, d.date, d.committee, d.department, d.asked_by, d.committee_keys,
    d.department_keys, d.body_key, d.asked_by_keys, d.head from ${t.documents} d join ${t.briefs} b on b.n = d.n`;
  const { results } = await db.prepare(sql).all<Pick<DocumentThere, 'n' | 'id' | 'fingerprint' | 'brief'>>();
  return new Map(
    results.map((row) => {
      const { n, fingerprint, brief, ...head } = row;
      return [row.id, { n, id: row.id, fingerprint, brief, values: Object.values(head) as Value[] }];
    }),
  );
}

/** Numbers of the documents in their order, where that is another than the numbers' own: see briefs.ts. */
function orderOf(numbers: number[]): string {
  return JSON.stringify(numbers.every((n, i) => i === 0 || n > numbers[i - 1]!) ? [] : numbers);
}

/** Of documents that stay: other papers have come to belong to them, or a name is shown otherwise. */
function changedHeads(
  survey: Survey,
  there: ReadonlyMap<string, DocumentThere>,
  isChanged: ReadonlySet<string>,
  numberOfName: (name: string) => number,
): { rows: Value[][]; briefs: Value[][] } {
  const rows: Value[][] = [];
  const briefs: Value[][] = [];
  for (const head of survey.heads) {
    const old = there.get(head.id);
    if (!old || isChanged.has(head.id)) continue;
    const values = headValues(survey.whole(head), survey.names);
    if (values.every((value, i) => value === old.values[i])) continue;
    rows.push([old.n, ...values]);
    const [, , committee, department, askedBy] = values as (string | null)[];
    const numberOf = (name: string | null | undefined) => (name == null ? null : numberOfName(name));
    const brief = storeBrief({
      ...readBrief(old.brief),
      ...{ committee: numberOf(committee), department: numberOf(department) },
      askedBy: (JSON.parse(askedBy!) as string[]).map(numberOfName),
    });
    if (brief !== old.brief) briefs.push([old.n, brief]);
  }
  return { rows, briefs };
}

async function namesIn(db: D1Database, version: string) {
  const list = JSON.parse((await resourceIn(db, version, 'names')) || '[]') as string[];
  const numbers = new Map(list.map((name, n) => [name, n]));
  return {
    numberOf(name: string): number {
      const n = numbers.get(name) ?? numbers.size;
      numbers.set(name, n);
      return n;
    },
    stored: () => JSON.stringify([...numbers.keys()]),
  };
}

/** Writes one resource of an edition that is live, where it is another than before. */
export async function putResource(db: D1Database, { version, edition }: PointerInfo, name: string, value: string) {
  const writes = indexWrites(db, version);
  await putResources(db, version, writes, { [name]: value });
  const statements = writes.statements(edition);
  if (statements.length > 0) await db.batch(statements);
}

async function resourceIn(db: D1Database, version: string, name: string): Promise<string> {
  const sql = `select value from ${tables(version).resources} where name = ? order by part`;
  const { results } = await db.prepare(sql).bind(name).all<{ value: string }>();
  return results.map(({ value }) => value).join('');
}

async function putResources(
  db: D1Database,
  version: string,
  writes: IndexWrites,
  resources: Record<string, string>,
): Promise<void> {
  for (const [name, value] of Object.entries(resources)) {
    const old = await resourceIn(db, version, name);
    if (old === value) continue;
    const parts = resourceValues(name, value);
    const more = Math.max(0, resourceValues(name, old).length - parts.length);
    writes.remove(
      'resources',
      Array.from({ length: more }, (_, i) => [name, parts.length + i]),
    );
    writes.put('resources', parts);
  }
}
