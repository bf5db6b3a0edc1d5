// What a reader tells the service about an answer → whether it arrived. Nothing about the sender goes along.
import type { ChatSettings } from './chat.ts';

/** Never rejects. */
export async function send({ api }: ChatSettings, path: string, body: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', credentials: 'omit', headers, body: JSON.stringify(body) } as const;
  return fetch(api + path, request).then(
    (response) => response.ok,
    () => false,
  );
}
