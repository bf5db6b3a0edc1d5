// A hyphen at a line's end: of a divided word ("Ver-⏎waltung") it goes; one that stands for the rest of a compound
// ("Verbrauchs-⏎bzw. Betriebskosten") stays, with a space.

const SUSPENDED =
  /^(?:und(?:\/oder)?|oder|bzw|beziehungsweise|sowie|als auch|wie auch|noch|bis|statt|respektive|resp|aber|nicht|&|\+)(?![\p{L}\p{N}-])/u;

/** @param below what stands behind the hyphen, on the next line */
export const isSuspended = (below: string): boolean => SUSPENDED.test(below);

/** Two lines of one sentence as one. Capitals before a hyphen are an abbreviation, which keeps it: "KFZ-⏎steuer". */
export function joinedLines(above: string, below: string): string {
  if (!/\p{L}-$/u.test(above) || isSuspended(below))
    return /\p{L}\/$/u.test(above) ? above + below : `${above} ${below}`;
  return /^\p{Ll}/u.test(below) && !/\p{Lu}{2,}-$/u.test(above) ? above.slice(0, -1) + below : above + below;
}
