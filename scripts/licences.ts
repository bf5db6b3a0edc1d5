// The licence of every package that runs in the service, by name; ends with 1 when one is not among those that may be
// passed on with the EUPL, or says nothing.
// Run with: npm run licences

import { execFileSync } from 'node:child_process';
import { german } from '../corpus/german/letters.ts';
import { optionsOf } from './arguments.ts';
import { spoken } from './language.ts';

const ALLOWED = german(
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|EUPL-1\.2|MPL-2\.0|Python-2\.0|Zlib|Artistic-2\.0)\b/,
);

interface Component {
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

optionsOf({}, 'npm run licences');
const npm = process.env.npm_execpath;
const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
const sbom = npm ? execFileSync(process.execPath, [npm, ...args]) : execFileSync('npm', args);
const { components } = JSON.parse(sbom.toString()) as { components: Component[] };
const counts = new Map<string, number>();
const wrong: string[] = [];
for (const { name, version, licenses } of components) {
  const [first] = licenses ?? [];
  const said = first?.license?.id ?? first?.license?.name ?? first?.expression ?? '';
  counts.set(said, (counts.get(said) ?? 0) + 1);
  // A choice of several is free when one of them is.
  if (!said.split(/\s+OR\s+/).some((one) => ALLOWED.test(one)))
    wrong.push(`${name}@${version}: ${said || spoken('nichts', 'nothing')}`);
}
for (const [licence, count] of counts) console.log(`${String(count).padStart(4)}  ${licence}`);
if (wrong.length > 0) {
  console.error(`${spoken('Nicht vorgesehene Lizenzen', 'Unexpected licences')}:\n  ${wrong.join('\n  ')}`);
  process.exitCode = 1;
}
