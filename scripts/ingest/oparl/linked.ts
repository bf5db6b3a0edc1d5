// Organizations, people and meetings of a body → a table of names. From the lists where the body has them, one request
// a page; what papers point to and no list has is asked for once, and that it does not exist is remembered.
import type { Journal } from '../../store/journal.ts';
import type { Reporter, Stage } from '../events.ts';
import type { Client } from '../http/client.ts';
import { getJson } from './json.ts';
import { listUrl, readList } from './list.ts';
import { type LinkedRow, type PaperRow, type Raw, readLinked } from './objects.ts';

export type Linked = Journal<LinkedRow>;

/** For each list, when it was last read to its end (ISO 8601). */
export type ListTimes = Partial<Record<string, string>>;

const LISTS = [
  { field: 'organization', stage: 'organizations' },
  { field: 'person', stage: 'people' },
  { field: 'meeting', stage: 'meetings' },
] as const satisfies { field: string; stage: Stage }[];

const DAY_MS = 24 * 60 * 60_000;
/** Single requests a run: with a server whose lists are empty, the rest comes with the next runs. */
const SINGLE_REQUESTS = 300;

export async function readLinkedLists(
  client: Client,
  body: Raw,
  linked: Linked,
  times: ListTimes,
  options: { full: boolean; needsPeople: boolean; reporter: Reporter; signal: AbortSignal },
): Promise<ListTimes> {
  const { reporter } = options;
  const now = { ...times };
  for (const { field, stage } of LISTS) {
    const list = body[field];
    if (typeof list !== 'string' || options.signal.aborted) continue;
    if (field === 'person' && !options.needsPeople) continue;
    const started = new Date().toISOString();
    const last = options.full ? undefined : times[field];
    // A day more than needed: servers round, and clocks differ.
    const since = last ? new Date(Date.parse(last) - DAY_MS) : null;
    reporter({ type: 'stage', stage, total: null });
    let done = 0;
    const end = await readList(client, listUrl(list, since), { mayBeEmpty: true }, async ({ items, total }) => {
      for (const item of items) for (const row of readLinked(item)) put(linked, row);
      done += items.length;
      reporter({ type: 'progress', done, total });
    });
    if (end.complete) now[field] = started;
    else
      reporter({
        type: 'note',
        level: 'warning',
        text: { de: `${NAMES[field]}: ${end.why.de}`, en: `${field}: ${end.why.en}` },
      });
  }
  return now;
}

const NAMES = { organization: 'Gremien', person: 'Personen', meeting: 'Sitzungen' };

/** Asks for the objects that these papers point to and the table does not have. 404 is an answer, too. */
export async function readMissingLinks(
  client: Client,
  papers: Iterable<PaperRow>,
  linked: Linked,
  signal: AbortSignal,
): Promise<void> {
  const all = [...papers];
  await askFor(all.flatMap(linksOf));
  // An agenda item that is known now may name the meeting that its consultation does not.
  await askFor(all.flatMap((paper) => paper.consultations.flatMap((one) => meetingBehind(one.agendaItem, linked))));

  async function askFor(keys: readonly string[]): Promise<void> {
    const missing = new Set(keys.filter((key) => !linked.rows.has(key)));
    for (const key of [...missing].slice(0, SINGLE_REQUESTS)) {
      if (signal.aborted || client.isDown()) return;
      const fetched = await getJson(client, new URL(key, client.start).href);
      const rows = fetched.kind === 'ok' ? readLinked(fetched.value) : [];
      for (const row of rows) put(linked, row);
      const definite = fetched.kind === 'ok' || fetched.kind === 'gone';
      if (definite && !linked.rows.has(key)) put(linked, { key, kind: 'none' });
    }
  }
}

function meetingBehind(agendaItem: string | null, linked: Linked): string[] {
  const item = agendaItem ? linked.rows.get(agendaItem) : undefined;
  return item?.kind === 'agendaItem' && item.meeting ? [item.meeting] : [];
}

function linksOf(paper: PaperRow): string[] {
  const consulted = paper.consultations.flatMap((c) => [c.meeting, c.agendaItem, ...c.organizations]);
  return [...consulted, ...paper.departments, ...paper.persons, ...paper.organizations].filter((key) => key !== null);
}

/** An unchanged row is not written again. */
export function put(linked: Linked, row: LinkedRow): void {
  if (JSON.stringify(linked.rows.get(row.key)) !== JSON.stringify(row)) linked.put(row);
}
