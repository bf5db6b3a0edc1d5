// Copies what cannot be had again into a folder: reports and ratings, the hidden list, what a model wrote.
// Run with: npm run backup -- DIR   (STORE_DIR; beside a running service)
import { backUp } from './store/kept.ts';

const [dir, ...more] = process.argv.slice(2);
if (!dir || dir.startsWith('-') || more.length > 0) {
  console.error('Aufruf (usage): npm run backup -- ORDNER');
  process.exit(dir === '--help' || dir === '-h' ? 0 : 2);
}
try {
  const kept = await backUp(process.env.STORE_DIR || '.store', dir);
  console.log(kept.length === 0 ? 'Es gibt nichts zu sichern. (Nothing to back up.)' : `Gesichert: ${kept.join(', ')}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
