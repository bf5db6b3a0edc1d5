// Private addresses, telephone numbers and mail addresses of inquirers are blacked out before offsets are fixed.
// What belongs to an office stays: a citizen needs it.
import { german } from '../german/letters.ts';

const MARK = '█████';

// The limits are those of RFC 5321; without them a page of dots takes seconds.
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@([\p{L}\p{N}.-]{1,250}\.\p{L}{2,})/gu;
/** Providers whose addresses belong to persons. */
const PRIVATE_MAIL =
  /^(?:gmx|web|gmail|googlemail|t-online|yahoo|hotmail|outlook|live|icloud|aol|freenet|posteo|mailbox|arcor|online)\./i;
/** As a machine reads it from a scan. */
const SCANNED_MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?[@©®] ?(?:gmx|web|gmail|googlemail|t-online|yahoo|hotmail|outlook|live|icloud|aol|freenet|posteo|mailbox|arcor|online) ?\. ?(?:de|net|com|org|at|ch|eu)(?![\p{L}\p{N}])/giu;
const PRIVATE_PHONE = /((?:privat|priv\.)\s*:?\s*)(?:\+49|0)[\d\s/()-]{5,}\d/gi;
const MOBILE = /(?<![\d/])(?:\+49|0)[\s/-]?1[5-7]\d(?:[\s/-]?\d){6,9}(?!\d)/g;
/** A number with an extension is an office's, and so is the mobile in its line or in the one below. */
const WITH_EXTENSION = german(/(?:\+49\s?\(?0?\)?\s?|\b0)\d{2,4}\)?[\s/-]{1,3}\d{2,6}\s?[-–]\s?\d{1,5}(?!\d)/);

const STREET = String.raw`\p{Lu}[\p{L}.-]+(?:straße|str\.|weg|platz|allee|gasse|ring)\s+\d+\s?[a-z]?`;
const PLACE = String.raw`\d{5}\s+\p{Lu}[\p{L}-]+`;
const LABELLED = german(
  new RegExp(
    String.raw`(?<label>(?:wohnhaft(?: in)?(?: der)?|(?:Anschrift|Adresse)\b(?: (?:des|der|von)\b[^:\n]{0,40})?)(?::\s*|[ \t]+))${STREET}(?:,?\s+${PLACE})?`,
    'gu',
  ),
);
/** "Herrn Max Muster, Musterweg 1, 12345 Musterstadt" */
const IN_ONE_LINE = german(
  new RegExp(
    String.raw`(?<label>\b(?:Herrn?|Frau|Familie)\s+\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){0,3},\s+)(?:${STREET}(?:,?\s+${PLACE})?|[^\n\d,;]{3,40}\s\d{1,4}\s?[a-z]?,?\s+${PLACE})`,
    'gu',
  ),
);

/** A person's name, street and number, postcode and place on lines or in paragraphs of their own, as on an envelope. */
const END = String.raw`[^\S\n]*\n(?:[^\S\n]*\n)?`;
const ENVELOPE = german(
  new RegExp(
    String.raw`^(?<above>[^\n]{0,200}${END})?(?<name>[^\n\d]{4,60})${END}(?<street>[^\n\d]{3,40}\s\d{1,4}\s?[a-z]?)${END}(?<place>\d{5}\s+\p{Lu}[^\n\d]{2,40})$`,
    'gmu',
  ),
);
const PERSON =
  /^(?:(?:Herrn?|Frau|Familie)\s+)?(?:(?:Prof|Dr)\.\s*)*\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,3}$/u;
const OFFICIAL = german(
  /stadt\b|gemeinde|amt\b|rat(?:haus)?\b|fraktion|partei|verwaltung|dezernat|referat|ministerium|verein|verband|schule|stelle\b|büro|firma|zentrum|praxis|kirche|haus\b|\b(?:Stadt|Land|Kreis|Haus|Freie|Die|Der|Das)\b/iu,
);
/** Above a name: who works there has the office's address. A council member's is a private one. */
const INSTITUTION = german(
  /ministerium|bürgermeister|\blandr[aä]t|amt\b|behörde|verwaltung|präsidium|gericht|referat|dezernat|senat|magistrat/i,
);

export function blackedOut(text: string): string {
  return withoutPlaces(text)
    .replace(PRIVATE_PHONE, `$1${MARK}`)
    .replace(MOBILE, (mobile, at: number, whole: string) => (isOffices(whole, at) ? mobile : MARK))
    .replace(LABELLED, `$<label>${MARK}`)
    .replace(IN_ONE_LINE, `$<label>${MARK}`);
}

/** Most texts have neither sign, and looking for the whole takes long. */
function withoutPlaces(text: string): string {
  const mailless = /[@©®]/.test(text)
    ? text
        .replace(MAIL, (mail, domain: string) => (PRIVATE_MAIL.test(domain) ? MARK : mail))
        .replace(SCANNED_MAIL, MARK)
    : text;
  if (!/\n\d{5}\s/.test(text)) return mailless;
  return mailless.replace(ENVELOPE, (all, above: string | undefined, name: string) => {
    const isPrivate = PERSON.test(name.trim()) && !OFFICIAL.test(name) && !INSTITUTION.test(above ?? '');
    return isPrivate ? `${above ?? ''}${name}\n${MARK}` : all;
  });
}

const MAX_LINE_CHARACTERS = 200;

function isOffices(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - MAX_LINE_CHARACTERS), at)
    .split('\n')
    .slice(-2)
    .join('\n');
  return WITH_EXTENSION.test(
    before +
      text
        .slice(at, at + MAX_LINE_CHARACTERS)
        .split('\n')[0]!
        .slice(20),
  );
}
