// Letters set apart by blanks → the words that they are: "S T E L L U N G   Z U R   S A C H E". Blanks between two words
// are wider than those between two letters; before white space is folded, they can be told apart.

/** Fewer letters may be marks of columns. */
const SPACED =
  /(?<![\p{L}\d])(?:\p{L}[ \u00a0]){4,80}\p{L}(?:[ \u00a0]{2,9}(?:\p{L}[ \u00a0]){0,80}\p{L}(?![\p{L}\d])){0,40}(?![\p{L}\d])/gu;

export function spacedWords(text: string): string {
  return text.replace(SPACED, (run) =>
    run
      .split(/[ \u00a0]{2,}/)
      .map((word) => word.replace(/[ \u00a0]/g, ''))
      .join(' '),
  );
}
