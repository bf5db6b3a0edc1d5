// Brings back what `npm run backup` has copied. The service must be stopped; npm run index afterwards.
// Run with: npm run restore -- DIR   (STORE_DIR)
import { restore } from './store/kept.ts';

const [dir, ...more] = process.argv.slice(2);
if (!dir || dir.startsWith('-') || more.length > 0) {
  console.error('Aufruf (usage): npm run restore -- ORDNER');
  process.exit(dir === '--help' || dir === '-h' ? 0 : 2);
}
try {
  console.log(`Zurückgeholt: ${restore(dir, process.env.STORE_DIR || '.store').join(', ')}. Danach: npm run index`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
