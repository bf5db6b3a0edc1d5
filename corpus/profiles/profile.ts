// What one city or vendor prints into its papers and no rule of the parser can know. A profile is small: lines to leave
// out and forms that stand between header and answer. Everything else is read by the same rules everywhere.

export interface Profile {
  name: string;
  /** By the beginning of the first page. */
  recognises: (firstPage: string) => boolean;
  /** Whole lines, white space folded, that belong to no reply: notes on paper, running titles. */
  noise: RegExp[];
  /** Forms to tick, from their first to their last line; at most `maxLines` long, else it is none. */
  forms: { from: RegExp; to: RegExp; maxLines: number }[];
}
