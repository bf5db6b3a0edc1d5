// The markers of a document as they come → the keys they stand for: a letter or a second numbering belongs to the number
// above it, "a)" below 3 is "3a".
import { keysOf } from './candidates.ts';
import type { Marker, Style } from './marker.ts';

export interface Keys {
  own: string[];
  parent: string | null;
}

export class Numbers {
  private top: Style | null = null;
  private key: string | null = null;

  /** It numbers nothing itself, but what stands below it. */
  pass(marker: Marker): void {
    if (marker.style === 'letter' || marker.numbers.length !== 1) return;
    if (this.top !== null && marker.style !== this.top) return;
    this.top = marker.style;
    this.key = marker.numbers[0]!;
  }

  keys(marker: Marker): Keys {
    if (marker.style === 'letter') return this.below(marker.letter!);
    const isBelow = this.top !== null && marker.style !== this.top && this.key !== null;
    if (isBelow && marker.says === null && marker.style === 'number') return this.below(marker.numbers[0]!);
    if (this.top === null || marker.says === null) this.top ??= marker.style;
    if (marker.numbers.length === 1) this.key = marker.numbers[0]!;
    return { own: keysOf(marker), parent: marker.letter ? marker.numbers[0]! : null };
  }

  private below(own: string): Keys {
    return { own: [(this.key ?? '') + own], parent: this.key };
  }
}

const IN_SECTION = /^(?:[IVX]+|[A-Q])(\d+)$/;

/** "I1, I2, II3": below headings the numbers run on, and the headings say nothing. */
export function withoutSections(keys: readonly string[]): ((key: string) => string) | null {
  const inner = keys.flatMap((key) => IN_SECTION.exec(key)?.[1] ?? []).map(Number);
  const sections = new Set(keys.map((key) => IN_SECTION.exec(key)?.[0].replace(/\d+$/, '')));
  const runsOn =
    inner.length > 2 &&
    inner.length === keys.length &&
    sections.size > 1 &&
    inner.every((n, i) => i === 0 || n > inner[i - 1]!);
  return runsOn ? (key) => IN_SECTION.exec(key)?.[1] ?? key : null;
}
