// Copies what cannot be had again into a folder: reports and ratings, the hidden list, what a model wrote.
// Run with: npm run backup -- DIR   (STORE_DIR; beside a running service)
import { oneFolder } from './arguments.ts';
import { fail } from './fault.ts';
import { spoken } from './language.ts';
import { backUp } from './store/kept.ts';

const dir = oneFolder('npm run backup -- ORDNER');
try {
  const kept = await backUp(process.env.STORE_DIR || '.store', dir);
  console.log(
    kept.length === 0
      ? spoken('Es gibt nichts zu sichern.', 'There is nothing to back up.')
      : `${spoken('Gesichert', 'Backed up')}: ${kept.join(', ')}`,
  );
} catch (error) {
  fail(error);
}
