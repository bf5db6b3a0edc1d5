import { expect, it } from 'vitest';
import { userAgent } from '../../scripts/ingest/user-agent.ts';

it.each([
  [
    { url: 'https://frag.example.org', contact: { url: null, mail: null } },
    /^Ratsauskunft\/\d+\.\d+\.\d+ \(\+https:\/\/frag\.example\.org\)$/,
  ],
  [{ url: null, contact: { url: null, mail: 'rat@example.org' } }, /\(\+mailto:rat@example\.org\)$/],
  [{ url: null, contact: { url: null, mail: null } }, /^Ratsauskunft\/\d+\.\d+\.\d+$/],
  [{ url: 'https://x.example/\r\nX-Evil: 1', contact: { url: null, mail: null } }, /^[\x20-\x7e]+$/],
])('names the program and whom to ask, of %j', (facts, expected) => {
  expect(userAgent(facts)).toMatch(expected);
});
