// The pictures of scanned pages: what they are called among the bundles, and at which address a visitor sees them.
import type { ScannedPage } from '../corpus/types.ts';

/** @param hash the picture's SHA-256 */
export const pictureName = (hash: string): string => `scan-${hash}.webp`;

/** Null for the name of something else. */
export const hashOfPicture = (name: string): string | null => /^scan-([0-9a-f]{64})\.webp$/.exec(name)?.[1] ?? null;

/** 0 to 1: how sure it is that the letters of this page are those that are printed. */
export const legibility = (scans: readonly ScannedPage[] = [], page: number | null): number =>
  scanned(scans, page)?.confidence ?? 1;

/** Null where that page was not read from its picture. Without a page the first one is meant. */
export function picturePath(
  documentId: string,
  scans: readonly ScannedPage[] = [],
  page: number | null,
): string | null {
  const found = scanned(scans, page);
  return found ? `/dokument/${encodeURIComponent(documentId)}/seite/${found.number}.webp` : null;
}

const scanned = (scans: readonly ScannedPage[], page: number | null): ScannedPage | undefined =>
  page === null ? scans[0] : scans.find(({ number }) => number === page);
