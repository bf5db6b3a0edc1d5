// Wordings that were invented by several hands, each before the rules knew it: a file a hand, in it a block a kind. In
// `made.txt` a line stands for many: "(Hallo|Moin), (ihr|alle)".
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Wording {
  hand: string;
  kind: string;
  text: string;
}

const INVENTED = join(import.meta.dirname, '../../test/api/answer/question');
const FOLDER = join(INVENTED, 'wordings');

export function readWordings(): Wording[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .trim()
        .split('\n#\n')
        .flatMap((block) => {
          const [kind, ...lines] = block.split('\n');
          const hand = file.replace('.txt', '');
          return lines.flatMap(expanded).map((text) => ({ hand, kind: kind!, text }));
        }),
    );
}

/** Questions to a city that look like such wordings: invented, too. */
export const residentsAsk = (): string[] =>
  readFileSync(join(INVENTED, 'wordings-of-residents.txt'), 'utf8').trim().split('\n');

/** Of the many that alternatives make, a few, in which each of them comes up. */
const MOST = 12;

function expanded(line: string): string[] {
  const slots = line.split(/\(([^()]*\|[^()]*)\)/u).map((part, i) => (i % 2 === 1 ? part.split('|') : [part]));
  const widest = Math.max(...slots.map((slot) => slot.length));
  if (widest === 1) return [line];
  return Array.from({ length: Math.max(MOST, widest) }, (_, n) =>
    slots.map((slot, i) => slot[(n * (i + 1) + Math.floor(n / slot.length)) % slot.length]).join(''),
  );
}
