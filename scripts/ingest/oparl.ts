// An OParl 1.0 or 1.1 server → the store: what is new, changed and deleted of each of its bodies.
import type { Result } from '../../corpus/types.ts';
import { readCityFile } from '../../web/build/city-file.ts';
import type { Sentence } from '../language.ts';
import type { Store } from '../store.ts';
import type { IngestError, IngestReport, Reporter } from './events.ts';
import { type Client, createClient } from './http/client.ts';
import { readBody } from './oparl/body.ts';
import { getJson } from './oparl/json.ts';
import { listUrl, readList, reasonOf } from './oparl/list.ts';
import { isObject, many, type Raw } from './oparl/objects.ts';
import { createReadingPool } from './read/pool.ts';
import { userAgent } from './user-agent.ts';

export interface OparlRun {
  /** Of the system, of a body or of a list of bodies. */
  url: string;
  delayMs: number;
  since?: string;
  full?: boolean;
  confirmDeletions?: boolean;
  ocr?: boolean;
  store: Store;
  reporter: Reporter;
  signal: AbortSignal;
}

/** Needs the store's lock. */
export async function readOparl(run: OparlRun): Promise<Result<IngestReport, IngestError>> {
  const { store, reporter, signal, delayMs } = run;
  reporter({ type: 'stage', stage: 'system', total: null });
  const start = new URL(run.url);
  const city = readCityFile();
  if (!city.ok) throw new Error(city.error);
  let client: Client;
  try {
    client = await createClient({ start, delayMs, userAgent: userAgent(city.value), signal });
  } catch {
    return unreachable(run.url, `„${start.hostname}“ ist unbekannt`, `"${start.hostname}" is unknown`);
  }
  const pool = createReadingPool(store);
  try {
    const bodies = await findBodies(client, run.url);
    if (!bodies.ok) return bodies;
    const reports: IngestReport[] = [];
    for (const body of bodies.value) {
      const options = {
        since: run.since ?? null,
        full: run.full ?? false,
        confirmDeletions: run.confirmDeletions ?? false,
        ocr: run.ocr ?? false,
      };
      const parallel = delayMs > 0 ? 2 : 8;
      reports.push(await readBody(body, { client, store, pool, reporter, signal, parallel, ...options }));
      if (signal.aborted) return { ok: false, error: { kind: 'interrupted', text: INTERRUPTED } };
    }
    return { ok: true, value: reports.reduce(joined) };
  } catch (error) {
    if (signal.aborted) return { ok: false, error: { kind: 'interrupted', text: INTERRUPTED } };
    throw error;
  } finally {
    await pool.close();
    client.close();
  }
}

/** The bodies behind a system, a list of bodies, or a body itself. */
async function findBodies(client: Client, url: string): Promise<Result<Raw[], IngestError>> {
  const fetched = await getJson(client, url);
  if (fetched.kind !== 'ok') {
    const [de, en] = reasonOf(fetched);
    if (fetched.kind === 'failed' && !fetched.detail.startsWith('HTTP') && /JSON/.test(fetched.detail))
      return notOparl(url, de, en);
    return unreachable(url, de, en);
  }
  const start = fetched.value;
  if (isBody(start)) return { ok: true, value: [start] };
  const bodies = many(start.data).filter(isObject).filter(isBody);
  let stopped: Sentence | null = null;
  if (bodies.length === 0 && typeof start.body === 'string') {
    const end = await readList(client, listUrl(start.body, null), { mayBeEmpty: false }, async ({ items }) => {
      bodies.push(...items.filter(isBody));
    });
    if (!end.complete) stopped = end.why;
  }
  if (bodies.length > 0) return { ok: true, value: bodies };
  if (stopped) return unreachable(url, stopped.de, stopped.en);
  return notOparl(url, 'kein System und keine Körperschaft mit Vorlagen', 'no system and no body with papers');
}

const isBody = (value: Raw) =>
  value.deleted !== true && typeof value.paper === 'string' && !/\/Paper$/.test(String(value.type ?? ''));

const unreachable = (url: string, de: string, en: string): Result<never, IngestError> => ({
  ok: false,
  error: {
    kind: 'unreachable',
    text: {
      de: `Der OParl-Server ${url} ist nicht lesbar: ${de}.`,
      en: `The OParl server ${url} cannot be read: ${en}.`,
    },
  },
});
const notOparl = (url: string, de: string, en: string): Result<never, IngestError> => ({
  ok: false,
  error: { kind: 'not-oparl', text: { de: `${url} ist kein OParl: ${de}.`, en: `${url} is not OParl: ${en}.` } },
});
const INTERRUPTED = {
  de: 'Abgebrochen; der nächste Lauf macht hier weiter.',
  en: 'Interrupted; the next run goes on from here.',
};

function joined(a: IngestReport, b: IngestReport): IngestReport {
  return {
    source: `${a.source}, ${b.source}`,
    new: [...a.new, ...b.new],
    changed: [...a.changed, ...b.changed],
    unchanged: a.unchanged + b.unchanged,
    gone: [...a.gone, ...b.gone],
    skipped: [...a.skipped, ...b.skipped],
    failed: [...a.failed, ...b.failed],
    remarks: [...a.remarks, ...b.remarks],
    otherFiles: a.otherFiles + b.otherFiles,
    fromText: a.fromText + b.fromText,
    complete: a.complete && b.complete,
    requests: b.requests,
    seconds: a.seconds + b.seconds,
  };
}
