// Private addresses, telephone numbers and mail addresses of inquirers are blacked out before offsets are fixed.
// What belongs to an office stays: a citizen needs it.

const MARK = '█████';

// The limits are those of RFC 5321; without them a page of dots takes seconds.
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@([\p{L}\p{N}.-]{1,250}\.\p{L}{2,})/gu;
/** Providers whose addresses belong to persons. */
const PRIVATE_MAIL =
  /^(?:gmx|web|gmail|googlemail|t-online|yahoo|hotmail|outlook|live|icloud|aol|freenet|posteo|mailbox|arcor|online)\./i;
const MOBILE = /(?<![\d/])(?:\+49|0)[\s/-]?1[5-7]\d(?:[\s/-]?\d){6,9}(?!\d)/g;
/** A line of address below a name: street with number, then postcode and place. */
const ADDRESS =
  /(?:wohnhaft|Anschrift|Adresse)(?: des| der)?[^:\n]{0,40}:?\s+\p{Lu}[\p{L}.-]+(?:straße|str\.|weg|platz|allee|gasse|ring)\s+\d+\s?[a-z]?(?:,?\s+\d{5}\s+\p{Lu}[\p{L}-]+)?/gu;

/** A person's name, street and number, postcode and place on lines of their own, as on an envelope. */
const ENVELOPE =
  /^(?<name>[^\n\d]{4,60})\n(?<street>[^\n\d]{3,40}\s\d{1,4}\s?[a-z]?)\n(?<place>\d{5}\s+\p{Lu}[^\n\d]{2,40})$/gmu;
const PERSON = /^(?:(?:Herrn?|Frau|Familie)\s+)?(?:(?:Prof|Dr)\.\s*)*\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,3}$/u;
const OFFICIAL =
  /stadt\b|gemeinde|amt\b|rat(?:haus)?\b|fraktion|partei|verwaltung|dezernat|referat|ministerium|verein|schule|\b(?:Stadt|Land|Kreis|Haus|Freie|Die|Der|Das)\b/iu;
const PRIVATE_PHONE = /((?:privat|priv\.)\s*:?\s*)(?:\+49|0)[\d\s/()-]{5,}\d/gi;

export function blackedOut(text: string): string {
  return text
    .replace(PRIVATE_PHONE, `$1${MARK}`)
    .replace(ENVELOPE, (all, name: string) =>
      PERSON.test(name.trim()) && !OFFICIAL.test(name) ? `${name}\n${MARK}` : all,
    )
    .replace(MAIL, (mail, domain: string) => (PRIVATE_MAIL.test(domain) ? MARK : mail))
    .replace(MOBILE, MARK)
    .replace(ADDRESS, (found) =>
      found.replace(/\p{Lu}[\p{L}.-]+(?:straße|str\.|weg|platz|allee|gasse|ring)\s+\d+.*$/u, MARK),
    );
}
