// Whether a text can be German (or any language written with its letters): fonts without a way back to letters give
// letters that mean nothing, and such a text must not be searched or quoted.

/** Fewer letters say nothing. */
const LEAST_LETTERS = 150;
/** More say no more. */
const MOST_CHARACTERS = 3_000;
/** Three quarters of the letters of German text are these, four fifths with the next two; of shifted letters a third. */
const FREQUENT = /[enisratdhulog]/gi;
const LEAST_FREQUENT = 0.6;
const LEAST_VOWELS = 0.2;
const MOST_NONSENSE = 0.12;

export function isUnreadable(text: string): boolean {
  const signs = text.slice(0, MOST_CHARACTERS).replace(/\s+/g, '');
  if (signs.length < LEAST_LETTERS) return false;
  const nonsense = signs.match(/[\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  if (nonsense > MOST_NONSENSE * signs.length) return true;
  const letters = signs.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS) return letters < 0.15 * signs.length && !/\d/.test(signs);
  const frequent = signs.match(FREQUENT)?.length ?? 0;
  const vowels = signs.match(/[aeiouyäöü]/gi)?.length ?? 0;
  return frequent < LEAST_FREQUENT * letters || vowels < LEAST_VOWELS * letters;
}
