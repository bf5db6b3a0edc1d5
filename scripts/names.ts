// Proposes which printed names of committees, offices and askers are one, as lines for `names` in the city's file.
// Nothing is joined by it. Run with: npm run names
import { foldedName } from '../corpus/names.ts';
import { proposeNames } from '../corpus/propose-names.ts';
import { optionsOf } from './arguments.ts';
import { spoken } from './language.ts';
import { openStore } from './store.ts';

optionsOf({}, 'npm run names   (STORE_DIR: README)');

const printed = { committee: new Map(), department: new Map(), askedBy: new Map() } as Record<
  'committee' | 'department' | 'askedBy',
  Map<string, number>
>;
const store = await openStore(process.env.STORE_DIR || '.store');
for await (const { committee, department, askedBy } of store.documents()) {
  for (const [kind, names] of Object.entries({ committee: [committee], department: [department], askedBy }) as [
    keyof typeof printed,
    (string | null)[],
  ][]) {
    for (const name of names) if (name !== null) printed[kind].set(name, (printed[kind].get(name) ?? 0) + 1);
  }
}
const proposed = Object.fromEntries(
  Object.entries(printed).map(([kind, names]) => {
    const rules: Record<string, string[]> = {};
    for (const { name, spelling } of proposeNames(names, kind === 'department'))
      rules[name] = [...(rules[name] ?? []), spelling];
    return [kind, rules];
  }),
);
const counts = Object.values(printed).map((names) => new Set([...names.keys()].map(foldedName)).size);
console.log(
  spoken(
    'Vorschläge für "names" in der Datei der Stadt (CITY_FILE); bitte jeden prüfen:',
    'Proposals for "names" in the city’s file (CITY_FILE); please check each:',
  ),
);
console.log(JSON.stringify({ names: proposed }, null, 2));
console.log(
  spoken(
    `Gelesen: ${counts[0]} Gremien, ${counts[1]} Dienststellen, ${counts[2]} Fragende.`,
    `Read: ${counts[0]} committees, ${counts[1]} offices, ${counts[2]} askers.`,
  ),
);
