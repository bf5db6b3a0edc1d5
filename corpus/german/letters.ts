// What a letter and a word are. JavaScript's \b and \w know a to z alone: /\bder\b/ finds "der" in "Räder", and
// /^groß\b/ finds nothing before a space. A test scans every pattern of the code for them.

/** A pattern's \b and \w, meant for German words. Group names, flags and everything else stay. */
export function german(pattern: RegExp): RegExp {
  const key = `${pattern.source}/${pattern.flags}`;
  let made = MADE.get(key);
  if (made === undefined) {
    made = meant(pattern);
    MADE.set(key, made);
  }
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

/**
 * Ranges instead of \p{L}\p{M}\p{N}: a pattern with those takes 3 ms to make and 3 ms more when it is used first, one with
 * these 0.02 and 0.1, and there are more than a hundred. Latin, Greek, Cyrillic, Hebrew, Arabic, kana, Han and Hangul,
 * with digits and signs that stand above a letter or a line.
 */
const IN_CLASS = [
  String.raw`0-9A-Za-z_\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC-\u00BE\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0300-\u037D`,
  String.raw`\u0386\u0388-\u0481\u0483-\u052F\u05D0-\u05EA\u0620-\u0669\u1E00-\u1FBC\u2070-\u2079\u2080-\u2089\u2150-\u218B`,
  String.raw`\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3\uFB00-\uFB06`,
].join('');
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
