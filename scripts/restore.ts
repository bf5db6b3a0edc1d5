// Brings back what `npm run backup` has copied. The service must be stopped; npm run index afterwards.
// Run with: npm run restore -- DIR   (STORE_DIR)
import { oneFolder } from './arguments.ts';
import { fail } from './fault.ts';
import { spoken } from './language.ts';
import { restore } from './store/kept.ts';

const STORE_DIR = process.env.STORE_DIR || '.store';

const dir = oneFolder('npm run restore -- ORDNER');
try {
  const kept = restore(dir, STORE_DIR).join(', ');
  console.log(
    spoken(`Zurückgeholt: ${kept}. Danach: npm run index`, `Brought back: ${kept}. Afterwards: npm run index`),
  );
} catch (error) {
  fail(error, STORE_DIR);
}
