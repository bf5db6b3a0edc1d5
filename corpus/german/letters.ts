// What a letter and a word are. JavaScript's \b and \w know a to z alone: /\bder\b/ finds "der" in "Räder", and
// /^groß\b/ finds nothing before a space. A test scans every pattern of the code for them.

/** A pattern's \b and \w, meant for German words. Group names, flags and everything else stay. */
export function german(pattern: RegExp): RegExp {
  const key = String(pattern);
  const made = MADE.get(key) ?? meant(pattern);
  MADE.set(key, made);
  return made;
}

/** A pattern within a function is made once. */
const MADE = new Map<string, RegExp>();

function meant({ source, flags }: RegExp): RegExp {
  const text = source.replace(ESCAPES, (found, inClass: string | undefined) => {
    if (inClass !== undefined) return inClass.replace(/\\w/g, IN_CLASS);
    return MEANT[found as keyof typeof MEANT] ?? found;
  });
  return new RegExp(text, flags.includes('u') ? flags : `${flags}u`);
}

const IN_CLASS = String.raw`\p{L}\p{M}\p{N}_`;
const LETTER = `[${IN_CLASS}]`;
const MEANT = {
  '\\b': `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`,
  '\\w': LETTER,
  '\\W': `[^${IN_CLASS}]`,
};
/** A class as a whole, or one escape; a backslash takes its character with it. */
const ESCAPES = /(\[(?:\\.|[^\]\\])*\])|\\./gs;

/**
 * What search counts as one word: reference numbers, amounts, dates and "§34" stay whole; all else is words. With the
 * flag g: for `match`, `matchAll` and `replace` alone.
 */
export const TOKEN = /§\p{N}+\p{Ll}?(?!\p{L})|\p{N}[\p{N}.,:/-]*\p{N}|\p{L}[\p{L}\p{M}\p{N}*]*|\p{N}/gu;
