// A file with one property, and what of it stands in the text.

export interface Variant {
  name: string;
  bytes: () => Uint8Array | Promise<Uint8Array>;
  /** White space counts as one blank. */
  is?: string;
  has?: string[];
  hasNot?: string[];
}
