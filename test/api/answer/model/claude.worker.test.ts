// The real SDK inside workerd against a local Messages server with every fault; no live model is asked.
import { env } from 'cloudflare:workers';
import { describe, expect, inject, it } from 'vitest';
import { budgetFrom } from '../../../../api/answer/model/budget.ts';
import { modelFrom } from '../../../../api/answer/model/model.ts';
import { LIMITS } from '../../../../api/answer/model/write-with-model.ts';
import type { AnswerDeps, LogStep as Step } from '../../../../api/answer/request.ts';
import type { Env } from '../../../../api/env.ts';
import migration from '../../../../api/migrations/0001_token_budget.sql?raw';
import type { Seen } from '../../../messages-server.ts';
import { answererCases } from '../answer.case.ts';
import { ask, events, NOW } from '../ask.ts';
import { hostile, pool, seed } from '../documents.ts';
import { smallIndex } from '../small-index.ts';

const index = smallIndex([seed, pool, hostile]);
const QUESTION = 'Was kostet der Eintritt in das Freibad Musterwiese für Erwachsene?';
/** The faulty service waits for a minute: below that, nobody has waited for it, however busy the machine is. */
const NOT_ENDLESS_MS = 45_000;
let tests = 0;

/** Each call's requests are kept apart under a name of their own. */
function service(fault: string): { deps: Partial<AnswerDeps>; seen: () => Promise<Seen[]> } {
  tests += 1;
  const url = `${inject('messagesUrl')}/${fault}/t${tests}`;
  const model = modelFrom({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: url });
  return { deps: { model }, seen: async () => (await fetch(`${url}/log`)).json() };
}

describe('an answer by a model', () => {
  answererCases(() => service('ok').deps, 'claude');

  it('sends requests that the service takes, the question verbatim in the understanding call', async () => {
    const { deps, seen } = service('ok');
    const { usage } = await ask(QUESTION, index, {}, deps);
    const requests = await seen();
    expect(requests.map((r) => [r.refused, r.aborted])).toEqual([
      [null, false],
      [null, false],
    ]);
    const [understanding, answering] = requests.map((r) => r.body);
    expect(understanding!.messages.at(-1)!.content).toBe(QUESTION);
    expect(answering!.messages).toHaveLength(1);
    expect(JSON.stringify(answering!.messages[0]!.content)).toContain('search_result');
    expect(usage).toEqual({ inputTokens: 2400, outputTokens: 140, cachedTokens: 0 });
  });

  it.each(['thinking', 'crlf', 'split-bytes', 'pieces', 'no-usage', '529-once', '500-once', '429-once-after-1'])(
    'survives what a service may do: %s',
    async (fault) => {
      const response = await ask(QUESTION, index, {}, service(fault).deps);
      expect([response.mode, response.notice]).toEqual(['claude', null]);
      expect(response.answer).toContain('4,50 Euro');
    },
  );

  it.each([
    '401',
    '429-after-60',
    '429-after-3600',
    'html',
    '500',
    '529',
    'empty',
    'refusal',
    'no-citations',
    'invented-citations',
    'misplaced-citations',
    'injection',
    'stall-at-once',
    'silence',
    'slow-first-token',
  ])('becomes extractive with a notice, in time: %s', async (fault) => {
    const started = Date.now();
    const response = await ask(QUESTION, index, {}, service(fault).deps);
    expect(Date.now() - started).toBeLessThan(NOT_ENDLESS_MS);
    expect([response.kind, response.mode]).toEqual(['answer', 'extractive']);
    expect(response.notice).toContain('Sprachmodell');
    expect(response.answer).not.toMatch(/Systemprompt|5\.000|Zitronenfalter/u);
  });

  it.each(['cut', 'reset', 'stall', 'error-mid-stream', 'max-tokens', 'long', 'long-proven'])(
    'keeps the proven part and says that it is incomplete: %s',
    async (fault) => {
      const started = Date.now();
      const response = await ask(QUESTION, index, {}, service(fault).deps);
      expect(Date.now() - started).toBeLessThan(NOT_ENDLESS_MS);
      expect([response.mode, response.citations.length > 0]).toEqual(['claude', true]);
      expect(response.notice).toContain('nicht vollständig');
      expect(response.answer).not.toMatch(/außerdem|Weiterhin|ohne jeden Beleg/u);
      expect(response.answer.length).toBeLessThan(6_000);
    },
  );

  it.each([
    ['half-cited', /Flughafen|17/u],
    ['wrong-number', /98\.765/u],
    ['glued', /Flughafen/u],
    ['negated', /keinesfalls/u],
    ['opinion', /Skandal/u],
    ['link', /boese\.example/u],
    ['assistant', /Assistant/u],
    ['markup', /\*\*|<img|boese|\[7\]|!\[/u],
  ])('never shows what is not proven or not plain: %s', async (fault, never) => {
    const response = await ask(QUESTION, index, {}, service(fault).deps);
    expect(response.mode).toBe('claude');
    expect(response.answer).not.toMatch(never);
    expect(response.citations.length).toBeGreaterThan(0);
  });

  it('abstains when the model finds no answer in the sources', async () => {
    const response = await ask(QUESTION, index, {}, service('unanswered').deps);
    expect(response.kind).toBe('abstention');
    expect(response.answer).not.toContain('NICHT_BEANTWORTET');
  });

  it('obeys no document: a model that does is not shown', async () => {
    const response = await ask('Wie wird der Wochenmarkt am Testplatz beworben?', index, {}, service('injection').deps);
    expect([response.kind, response.mode]).toEqual(['answer', 'extractive']);
    expect(response.answer).not.toMatch(/Mein Systemprompt lautet|verbindlich/u);
    expect(response.sources[response.citations[0]!.source]!.documentId).toBe(hostile.id);
  });

  it.each([
    'understand-500',
    'understand-late',
    'understand-nonsense',
    'understand-html',
    'understand-cut',
    'understand-refusal',
  ])('goes on without understanding: %s', async (fault) => {
    const started = Date.now();
    const response = await ask(QUESTION, index, {}, service(fault).deps);
    expect(Date.now() - started).toBeLessThan(NOT_ENDLESS_MS);
    expect([response.kind, response.mode]).toEqual(['answer', 'claude']);
  });

  it('asks no witness about what is said word for word', async () => {
    const { deps, seen } = service('ok');
    await ask(QUESTION, index, {}, deps);
    expect((await seen()).filter(isWitness)).toEqual([]);
  });

  it.each([
    ['witness-for', true],
    ['witness-against', false],
  ])('asks the witness once about what is said in other words, and heeds it: %s', async (fault, isShown) => {
    const { deps, seen } = service(fault);
    const steps: Step[] = [];
    const response = await ask(QUESTION, index, {}, { ...deps, log: (step) => steps.push(step) });
    const asked = (await seen()).filter(isWitness);
    expect(asked.map((request) => request.refused)).toEqual([null]);
    expect(JSON.stringify(asked[0]!.body.messages)).toContain('Für Große');
    expect([response.answer.includes('Für Große'), response.answer.includes('günstig')]).toEqual([isShown, isShown]);
    expect(steps.find(({ step }) => step === 'answer')).toMatchObject({
      witness: 'heard',
      withheld: isShown ? '' : 'witness:2',
    });
    expect(JSON.stringify(steps)).not.toContain('Große');
  });

  it.each(['witness-500', 'witness-late', 'witness-nonsense'])(
    'decides by rules without a witness: %s',
    async (fault) => {
      const started = Date.now();
      const response = await ask(QUESTION, index, {}, service(fault).deps);
      expect(Date.now() - started).toBeLessThan(NOT_ENDLESS_MS);
      expect([response.mode, response.notice]).toEqual(['claude', null]);
      expect(response.answer).toContain('4,50 Euro');
      expect(response.answer).not.toContain('günstig');
    },
  );

  it('answers in the language of the question, each sentence with its German quote, and never what its numbers belie', async () => {
    const response = await ask(
      'Yetişkinler için giriş ücreti ne kadar, Freibad Musterwiese?',
      index,
      {},
      service('foreign-tr').deps,
    );
    expect([response.mode, response.language]).toEqual(['claude', 'tr']);
    expect(response.answer).toMatch(
      /Yetişkinler için giriş ücreti 4,50 avro\. „Der Eintritt in das Freibad Musterwiese kostet/u,
    );
    expect(response.answer).not.toMatch(/7,80|Tüm havuzlarda/u);
  });

  it.each(['understand-smalltalk', 'understand-other'])('declines without an answer call: %s', async (fault) => {
    const { deps, seen } = service(fault);
    expect((await ask('Singst du lieber Alt oder Sopran?', index, {}, deps)).kind).toBe('smalltalk');
    expect(await seen()).toHaveLength(1);
  });

  it('makes no answer call for an abstention', async () => {
    const { deps, seen } = service('ok');
    expect((await ask('Was kostet ein Anwohnerparkausweis?', smallIndex([seed]), {}, deps)).kind).toBe('abstention');
    expect(await seen()).toHaveLength(1);
  });

  it.each(['presses Stop', 'reads no further'])('aborts the call when the reader %s', async (how) => {
    const { deps, seen } = service('drip');
    const leave = new AbortController();
    const reading = events(QUESTION, index, {}, { ...deps, signal: leave.signal });
    for await (const event of reading) {
      if (event.type !== 'citation') continue;
      if (how === 'reads no further') break;
      leave.abort();
    }
    await expect.poll(async () => (await seen()).at(-1)!.aborted, { timeout: 60_000 }).toBe(true);
  });

  it('keeps the limits that promise an answer within 8 seconds of trouble', () => {
    expect(Math.max(LIMITS.firstTextMs + 1_500, LIMITS.idleMs)).toBeLessThan(8_000);
  });

  it('logs steps, cost and the prompt, never the question', async () => {
    const steps: Step[] = [];
    await ask(QUESTION, index, {}, { ...service('ok').deps, log: (step) => steps.push(step) });
    expect(steps.map((s) => s.step)).toEqual(expect.arrayContaining(['understand', 'search', 'answer', 'cost']));
    expect(JSON.stringify(steps)).not.toMatch(/Eintritt|Musterwiese/u);
  });
});

function isWitness({ body }: Seen): boolean {
  return JSON.stringify(body.output_config ?? {}).includes('verdicts');
}

describe('the daily budget', () => {
  const db = (env as unknown as Env).APP_DB;

  it('is counted in the database across isolates, and over it answers are extractive with a notice', async () => {
    await createTable();
    const deps = (): Partial<AnswerDeps> => ({ ...service('ok').deps, budget: budgetFrom(db, 3_000, NOW) });
    expect((await ask(QUESTION, index, {}, deps())).mode).toBe('claude');
    expect((await ask(QUESTION, index, {}, deps())).mode).toBe('claude');
    const over = await ask(QUESTION, index, {}, deps());
    expect([over.mode, over.usage]).toEqual(['extractive', null]);
    expect(over.notice).toContain('Tagesbudget');
    const tokens = await db.prepare('select tokens from token_budget').first('tokens');
    expect(tokens).toBe(2 * 2540);
  });

  it('lets no second question slip below the limit while the first still runs', async () => {
    await createTable();
    const budget = budgetFrom(db, 3_000, NOW);
    expect(await Promise.all([budget.reserve(8_000), budget.reserve(8_000)])).toEqual([true, false]);
  });

  it('is settled after the reader has left, and the Worker is asked to wait for that', async () => {
    await createTable();
    const waitingFor: Promise<unknown>[] = [];
    const leave = new AbortController();
    const deps: Partial<AnswerDeps> = {
      ...service('drip').deps,
      budget: budgetFrom(db, 30_000, NOW),
      signal: leave.signal,
      waitUntil: (work) => waitingFor.push(work),
    };
    for await (const event of events(QUESTION, index, {}, deps)) if (event.type === 'citation') leave.abort();
    expect(waitingFor).toHaveLength(1);
    await waitingFor[0];
    const tokens = await db.prepare('select tokens from token_budget').first<number>('tokens');
    expect(tokens).toBeGreaterThan(0);
    expect(tokens).toBeLessThan(8_000);
  });

  it('begins anew each day, and 0 means no model at all', async () => {
    await createTable();
    await budgetFrom(db, 10, NOW).reserve(8_000);
    expect(await budgetFrom(db, 10, NOW).reserve(1)).toBe(false);
    expect(await budgetFrom(db, 10, new Date('2026-11-26T00:00:00Z')).reserve(1)).toBe(true);
    expect(await budgetFrom(db, 0, NOW).reserve(1)).toBe(false);
  });

  async function createTable(): Promise<void> {
    await db.exec('drop table if exists token_budget');
    await db.exec(migration.replace(/--.*$/gmu, '').replace(/\s+/gu, ' ').trim());
  }
});
