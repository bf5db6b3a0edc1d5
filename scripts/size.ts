// Holds the size budgets of what citizens load: the widget, and each page with everything that it loads at its start.
// Run with: npm run size (after npm run build). Ends with 1 and a sentence when something has grown too large.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const OUT = join(import.meta.dirname, '../dist/web');
const WIDGET_BYTES = 22_000;
const CHAT_BYTES = 22_000;
const PAGE_BYTES = 60_000;

if (!existsSync(join(OUT, 'widget.js'))) {
  console.error('Es gibt noch keine gebauten Seiten. Zuerst: npm run build');
  process.exit(1);
}
const pages = readdirSync(OUT).filter((name) => existsSync(join(OUT, name, 'index.html')));
const measured = [
  { name: 'widget.js', bytes: gzipped('widget.js'), limit: WIDGET_BYTES },
  ...pages.map((name) => ({
    name: `${name}/`,
    bytes: pageBytes(name),
    limit: name === 'chat' ? CHAT_BYTES : PAGE_BYTES,
  })),
];
for (const { name, bytes, limit } of measured) {
  console.log(`${name.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(6)} kB von ${limit / 1000} kB`);
}
const tooLarge = measured.filter(({ bytes, limit }) => bytes > limit);
if (tooLarge.length > 0) {
  console.error(`Über der Grenze: ${tooLarge.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(join(OUT, file)), { level: 9 }).length;
}

/** The page itself with the scripts and styles that its markup names and that those import. */
function pageBytes(page: string): number {
  const files = new Set([`${page}/index.html`]);
  for (const file of files) {
    const text = /\.(html|js)$/.test(file) ? readFileSync(join(OUT, file), 'utf8') : '';
    for (const [, name] of text.matchAll(/(?:\/assets\/|["']\.\/)([A-Za-z\d_.-]+\.(?:js|css|svg))/g)) {
      if (name && existsSync(join(OUT, 'assets', name))) files.add(`assets/${name}`);
    }
  }
  return [...files].reduce((sum, file) => sum + gzipped(file), 0);
}
