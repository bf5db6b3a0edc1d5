// Private addresses, telephone numbers and mail addresses of inquirers are blacked out before offsets are fixed.
// What belongs to an office stays: a citizen needs it.

const MARK = '█████';

const MAIL = /[\p{L}\p{N}._%+-]+@([\p{L}\p{N}.-]+\.\p{L}{2,})/gu;
/** Providers whose addresses belong to persons. */
const PRIVATE_MAIL =
  /^(?:gmx|web|gmail|googlemail|t-online|yahoo|hotmail|outlook|live|icloud|aol|freenet|posteo|mailbox|arcor|online)\./i;
const MOBILE = /(?<![\d/])(?:\+49|0)[\s/-]?1[5-7]\d(?:[\s/-]?\d){6,9}(?!\d)/g;
/** A line of address below a name: street with number, then postcode and place. */
const ADDRESS =
  /(?:wohnhaft|Anschrift|Adresse)(?: des| der)?[^:\n]{0,40}:?\s+\p{Lu}[\p{L}.-]+(?:straße|str\.|weg|platz|allee|gasse|ring)\s+\d+\s?[a-z]?(?:,?\s+\d{5}\s+\p{Lu}[\p{L}-]+)?/gu;

export function blackedOut(text: string): string {
  return text
    .replace(MAIL, (mail, domain: string) => (PRIVATE_MAIL.test(domain) ? MARK : mail))
    .replace(MOBILE, MARK)
    .replace(ADDRESS, (found) =>
      found.replace(/\p{Lu}[\p{L}.-]+(?:straße|str\.|weg|platz|allee|gasse|ring)\s+\d+.*$/u, MARK),
    );
}
