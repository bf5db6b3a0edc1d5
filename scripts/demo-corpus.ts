// Writes the invented answers of Musterstadt in the formats that cities use: texts in demo-corpus/ → files in
// corpus/documents/musterstadt/, which it empties first. Every page says that it is invented.
// Run with: npm run demo-corpus
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { optionsOf } from './arguments.ts';
import { demoFiles } from './demo-corpus/files.ts';
import { spoken } from './language.ts';

const SOURCES = join(import.meta.dirname, 'demo-corpus');
const TARGET = join(import.meta.dirname, '../corpus/documents/musterstadt');

optionsOf({}, 'npm run demo-corpus');
const names = (await readdir(SOURCES)).filter((name) => name.endsWith('.txt')).sort();
const files = [];
for (const name of names) {
  const source = await readFile(join(SOURCES, name), 'utf8');
  try {
    files.push(...(await demoFiles(basename(name, '.txt'), source)));
  } catch (error) {
    console.error(`${name}: ${(error as Error).message}`);
    process.exit(1);
  }
}
await rm(TARGET, { recursive: true, force: true });
await mkdir(TARGET, { recursive: true });
for (const { name, content } of files) await writeFile(join(TARGET, name), content);
console.log(`${names.length} ${spoken('Dokumente', 'documents')}: corpus/documents/musterstadt`);
