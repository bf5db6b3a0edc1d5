// How long we wait when the service asks for it. The SDK waits whatever `retry-after` says, an hour if need be and without
// a word: above a minute the person is told, and the run ends unless waiting was chosen.

const LONGEST_SECONDS = 60;

export interface Patience {
  /** Chosen on the command line (--patient). */
  waits: boolean;
  /** Called when the service asks for more than a minute. */
  onLongWait(seconds: number): void;
  fetch?: typeof fetch;
}

/** For the SDK's client, which obeys `x-should-retry`. */
export function patientFetch({ waits, onLongWait, fetch: send = fetch }: Patience): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    const seconds = secondsOf(response.headers);
    if (response.ok || seconds <= LONGEST_SECONDS) return response;
    onLongWait(seconds);
    if (waits) return response;
    const headers = new Headers(response.headers);
    headers.set('x-should-retry', 'false');
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}

/** Seconds, or a date (RFC 9110); 0 where nothing is asked for. */
function secondsOf(headers: Headers): number {
  const milliseconds = Number(headers.get('retry-after-ms'));
  if (milliseconds > 0) return milliseconds / 1000;
  const after = headers.get('retry-after');
  if (after === null) return 0;
  const seconds = Number.isNaN(Number(after)) ? (Date.parse(after) - Date.now()) / 1000 : Number(after);
  return Math.max(0, seconds || 0);
}
