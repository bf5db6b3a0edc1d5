// Two running services, asked the same: which answers differ in anything but their id and the origin of their addresses.

export interface Compared {
  questions: number;
  same: number;
  /** The first few questions whose answers differ. */
  differing: string[];
}

const SHOWN = 5;

export async function sameAnswers(urls: readonly [string, string], questions: string[]): Promise<Compared> {
  const differing: string[] = [];
  for (const question of questions) {
    const [one, other] = await Promise.all(urls.map((url) => answerOf(url, question)));
    if (one !== other) differing.push(question);
  }
  const { length } = questions;
  return { questions: length, same: length - differing.length, differing: differing.slice(0, SHOWN) };
}

async function answerOf(url: string, question: string): Promise<string> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content: question }] }),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const { id: _id, ...answer } = (await response.json()) as { id: string };
  return JSON.stringify(answer).replaceAll(url, '');
}
