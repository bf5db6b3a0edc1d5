// Karlsruhe: a note on recycled paper that breaks in three ways, a running title, and since 2022 a form on costs and
// climate before the answer (File 645533).
import { german } from '../german/letters.ts';
import type { Profile } from './profile.ts';

export const karlsruhe: Profile = {
  name: 'karlsruhe',
  recognises: (firstPage) => /Karlsruhe|Gedruckt\s+auf\s+100/i.test(firstPage.slice(0, 3_000)),
  noise: [
    /^Gedruckt(?: auf)?(?: 100)?(?:\s*(?:Prozent|%))?(?:\s*Recyclingpapier)?$/i,
    /^(?:auf )?(?:100 )?(?:Prozent |% ?)?Recyclingpapier$/i,
    /^Ergänzende Erläuterungen(?:\s+Seite\s+\d+)?$/i,
  ],
  forms: [{ from: german(/^Finanzielle Auswirkungen\b/), to: german(/^abgestimmt mit\b/), maxLines: 60 }],
};
