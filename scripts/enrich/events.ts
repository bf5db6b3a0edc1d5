// What a run of enrichment says while it works: shown as lines, or one JSON object a line with --json.

export interface Dropped {
  /** Document and pair, or the line of a file. */
  where: string;
  /** The part that was dropped; null: everything for this pair. */
  text: string | null;
  reason: string;
}
