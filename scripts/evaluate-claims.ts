// Runs the check of a model's sentences over claims with their quotations; the last line is one JSON object: how many of
// the true ones are shown, how many of the false ones, by kind and language. Rules alone, without the second witness.
// Run with: npm run eval:claims -- --claims FILE.jsonl [--verbose]
import { judge } from '../api/answer/model/entail/judge.ts';
import { compileLexicon, openLexicon } from '../api/index/lexicon.ts';
import { misunderstood, optionsOf } from './arguments.ts';
import { readLexicon } from './build-index.ts';
import { type ClaimLine, evidenceOf, readClaims } from './claims/claim-file.ts';
import { fail } from './fault.ts';

interface Count {
  supported: number;
  shown: number;
  unsupported: number;
  unsupportedShown: number;
}

const usage = 'npm run eval:claims -- --claims FILE.jsonl [--verbose]';
const values = optionsOf({ claims: { type: 'string' }, verbose: { type: 'boolean', default: false } }, usage);
await main().catch((error: Error) => fail(error));

async function main(): Promise<void> {
  if (values.claims === undefined)
    return misunderstood({ de: 'Es fehlt --claims.', en: '--claims is missing.' }, usage);
  const lines = await readClaims(values.claims);
  const lexicon = openLexicon(compileLexicon(await readLexicon()));
  const all = noCount();
  const byKind = new Map<string, Count>();
  const byLanguage = new Map<string, Count>();
  const reasons = new Map<string, number>();
  for (const line of lines) {
    const { supported, reason } = judge(evidenceOf(line), line.lang, lexicon);
    for (const counts of [all, of(byKind, line.kind ?? 'unknown'), of(byLanguage, line.lang)])
      add(counts, line, supported);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    if (values.verbose && supported !== line.supported) {
      console.log(
        `${line.supported ? 'withheld' : 'shown   '} ${line.kind ?? ''} ${line.lang} ${line.id} ${line.claim}`,
      );
    }
  }
  for (const [name, counts] of [...byKind, ...byLanguage]) console.log(`${name.padEnd(14)} ${sentence(counts)}`);
  console.log(`${'all'.padEnd(14)} ${sentence(all)}`);
  const figures = { claims: lines.length, ...all };
  console.log(
    JSON.stringify({
      ...figures,
      byKind: Object.fromEntries(byKind),
      byLanguage: Object.fromEntries(byLanguage),
      withheld: Object.fromEntries(reasons),
    }),
  );
}

function noCount(): Count {
  return { supported: 0, shown: 0, unsupported: 0, unsupportedShown: 0 };
}

function of(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? noCount();
  counts.set(name, count);
  return count;
}

function add(count: Count, line: ClaimLine, shown: boolean): void {
  if (line.supported) count.supported++;
  else count.unsupported++;
  if (shown && line.supported) count.shown++;
  if (shown && !line.supported) count.unsupportedShown++;
}

function sentence({ supported, shown, unsupported, unsupportedShown }: Count): string {
  return `true ${shown} of ${supported} shown, false ${unsupportedShown} of ${unsupported} shown`;
}
