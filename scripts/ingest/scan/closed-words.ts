// The first page of a scan → whether its header may say that the paper is not public. Recognition reads "nichtöffenllich"
// and takes boxes for letters, and who publishes a closed paper cannot take it back: what cannot be told is kept out.

const HEADER_LINES = 40;
const HEADER_LINE_CHARACTERS = 80;
const CLOSED = 'nichtöffentlich';
/** Letters read wrongly in that word at most. */
const WRONG_LETTERS = 4;
const OPEN = /(?<!\p{L})(?:ö|o|oe|6)ffent[l1iI]ich/iu;
const READ_RIGHT = /nicht\s?-?\s?(?:ö|oe)ffentlich/iu;

export function mayBeClosed(text: string): boolean {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, HEADER_LINES)
    .some((line) => line.length <= HEADER_LINE_CHARACTERS && (hasMisreadClosed(line) || offersBoth(line)));
}

/** Which of the two is ticked, no recognition of a box can say for sure. */
const offersBoth = (line: string) => READ_RIGHT.test(line) && OPEN.test(line.replace(READ_RIGHT, ''));

/** Read right, it is the parser's business, which knows where it stands. */
function hasMisreadClosed(line: string): boolean {
  if (READ_RIGHT.test(line)) return false;
  const words = line.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words.some((word, i) => isNear(word) || isNear(word + (words[i + 1] ?? '')));
}

function isNear(word: string): boolean {
  if (!/^.{0,2}[ncmrhu]/.test(word) || Math.abs(word.length - CLOSED.length) > WRONG_LETTERS) return false;
  // "öffentlicher" and the like are far: the first five letters have to be there.
  return distance(word.slice(0, 5), CLOSED.slice(0, 5)) <= 2 && distance(word, CLOSED) <= WRONG_LETTERS;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
