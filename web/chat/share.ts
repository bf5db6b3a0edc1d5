// A question as an address: `/#frage=…` asks on load. The fragment stays in the browser and is never sent to a server.

export function questionOf(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get('frage')?.trim() || null;
}

/** @param page the chat page's address, with its language and without a fragment */
export function addressOf(page: string, question: string): string {
  return `${page.split('#')[0]}#frage=${encodeURIComponent(question)}`;
}
