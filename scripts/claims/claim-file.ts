// A file of claims with their quotations, one JSON object a line (api/CONTRACT.md, Command line) → its lines, and each
// of them as the evidence that the check judges.
import { readFile } from 'node:fs/promises';
import type { Evidence } from '../../api/answer/model/entail/features.ts';

export interface ClaimLine {
  id: string;
  quote: string[];
  claim: string;
  lang: string;
  supported: boolean;
  /** How it is wrong or true, for the figures. */
  kind?: string;
  /** Of the reply that is quoted. */
  date?: string | null;
  committee?: string | null;
  title?: string | null;
  /** The question that the quote answers. */
  question?: string | null;
}

/** @throws with a sentence when there is no such file or a line is no claim */
export async function readClaims(file: string): Promise<ClaimLine[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} gibt es nicht. (There is no such file.)`);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Error(`${file} ist leer. (The file is empty.)`);
  return lines.map((line, i) => {
    const claim = parsed(line);
    if (claim === null)
      throw new Error(`${file}, Zeile ${i + 1}, ist keine Behauptung mit Zitat. (Line ${i + 1} is no claim.)`);
    return claim;
  });
}

function parsed(line: string): ClaimLine | null {
  try {
    const claim = JSON.parse(line) as Partial<ClaimLine>;
    const quote = typeof claim.quote === 'string' ? [claim.quote] : claim.quote;
    if (typeof claim.claim !== 'string' || !Array.isArray(quote) || typeof claim.supported !== 'boolean') return null;
    return {
      ...claim,
      id: String(claim.id ?? ''),
      lang: claim.lang ?? 'de',
      quote,
      claim: claim.claim,
      supported: claim.supported,
    };
  } catch {
    return null;
  }
}

export function evidenceOf(line: ClaimLine): Evidence {
  return {
    claim: line.claim,
    quotes: line.quote,
    about: [line.question, line.title].filter(Boolean).join(' . '),
    date: line.date ?? null,
    committee: line.committee ?? null,
  };
}

/** What belongs together when learning and checking: the part of the id before its last number. */
export function pairOf(line: Pick<ClaimLine, 'id'>): string {
  return line.id.replace(/-\d+$/u, '');
}
