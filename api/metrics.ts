// What monitoring may know of the service, as Prometheus text: how many, how long, how large; no words, no addresses.
// Counted in memory by the home on Node; on Workers, where each isolate would count for itself, what the databases know.
import type { AnswerEvent, AnswerSummary, Health } from './events.ts';

/** Upper bounds in seconds. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface Metrics {
  /** @param route as it is registered, never as it was asked */
  request(route: string, status: number, seconds: number): void;
  answer(summary: Pick<AnswerSummary, 'kind' | 'mode' | 'usage'>): void;
  lines(): string[];
}

export function countingMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, { counts: number[]; sum: number; count: number }>();
  const answers = new Map<string, number>();
  const tokens = { input: 0, output: 0, cached: 0 };
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    request(route, status, seconds) {
      add(requests, `route="${route}",status="${status}"`);
      const of = durations.get(route) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
      BUCKETS.forEach((bound, i) => {
        if (seconds <= bound) of.counts[i]!++;
      });
      of.sum += seconds;
      of.count++;
      durations.set(route, of);
    },
    answer({ kind, mode, usage }) {
      add(answers, `kind="${kind}",mode="${mode}"`);
      tokens.input += usage?.inputTokens ?? 0;
      tokens.output += usage?.outputTokens ?? 0;
      tokens.cached += usage?.cachedTokens ?? 0;
    },
    lines: () => [
      ...family('requests_total', 'counter', 'Requests by route and status.', [...requests]),
      ...head('request_duration_seconds', 'histogram', 'Time until the response begins.'),
      ...[...durations].flatMap(([route, { counts, sum, count }]) => [
        ...counts.map((n, i) => line('request_duration_seconds_bucket', `route="${route}",le="${BUCKETS[i]}"`, n)),
        line('request_duration_seconds_bucket', `route="${route}",le="+Inf"`, count),
        line('request_duration_seconds_sum', `route="${route}"`, sum),
        line('request_duration_seconds_count', `route="${route}"`, count),
      ]),
      ...family('answers_total', 'counter', 'Answers by kind and by who wrote them.', [...answers]),
      ...family('tokens_total', 'counter', 'Tokens of the model service.', [
        ['direction="input"', tokens.input],
        ['direction="output"', tokens.output],
        ['direction="cached"', tokens.cached],
      ]),
    ],
  };
}

/** The same events, counted at their end. */
export async function* countedAnswer(
  events: AsyncGenerator<AnswerEvent>,
  metrics: Metrics | undefined,
): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.type === 'summary') metrics?.answer(event.summary);
    yield event;
  }
}

/** Of the index and of today's budget, which both homes know. */
export function stateLines({ index }: Health, tokensToday: number, now: Date): string[] {
  const known = index === null ? [] : [['', (now.getTime() - Date.parse(index.builtAt)) / 1000] as [string, number]];
  return [
    ...family('index_age_seconds', 'gauge', 'Since the live index was built.', known),
    ...family('index_documents', 'gauge', 'Documents in the live index.', [['', index?.documents ?? 0]]),
    ...family('budget_tokens_today', 'gauge', 'Tokens counted against the budget of the day (UTC).', [
      ['', tokensToday],
    ]),
  ];
}

const name = (of: string): string => `ratsauskunft_${of}`;
const head = (of: string, type: string, help: string): string[] => [
  `# HELP ${name(of)} ${help}`,
  `# TYPE ${name(of)} ${type}`,
];
const line = (of: string, labels: string, value: number): string =>
  `${name(of)}${labels === '' ? '' : `{${labels}}`} ${value}`;

function family(of: string, type: string, help: string, values: [labels: string, value: number][]): string[] {
  return [...head(of, type, help), ...values.map(([labels, value]) => line(of, labels, value))];
}
