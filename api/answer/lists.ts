// Questions about the collection itself: how many inquiries, which, who asked last, when last. Recognised by their
// shape, answered by the index; a question that may mean anything else is left to the search.

export interface ListQuestion {
  ask: 'count' | 'list' | 'who' | 'when';
  /** What the inquiries are about, in the user's words; empty for all of a period or a person. */
  topic: string;
  from: string | null;
  to: string | null;
  /** Words that must name a committee, a person or a faction, if the question is to be of this kind. */
  named: string[];
}

/** Null for every question that is not about the collection. Dates are YYYY-MM-DD, both ends included. */
export function listQuestion(question: string, now: Date): ListQuestion | null {
  const text = question
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[?.!\s]+$/u, '')
    .trim();
  for (const [ask, pattern] of SHAPES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { rest, from, to } = takePeriod(text.slice(match[0].length).trim(), now);
    const about = (match.groups?.topic ?? '').trim();
    const parsed = takeTopic(about === '' ? rest : `${about} ${rest}`);
    if (parsed.topic === '' && parsed.named.length === 0 && from === null && to === null) return null;
    if ((ask === 'who' || ask === 'when') && parsed.topic === '') return null;
    return { ask, from, to, ...parsed };
  }
  return null;
}

const INQUIRIES =
  '(?:(?:schriftliche\\w*|beantwortete\\w*|öffentliche\\w*|neue\\w*|letzte\\w*) )?(?:rats|gemeinderats)?(?:anfragen?|stellungnahmen?)';
const INQUIRIES_EN =
  '(?:(?:written|answered|public|recent|new|latest) )?(?:council )?(?:inquir(?:y|ies)|enquir(?:y|ies)|council questions?)';

/** Anchored at the beginning; what follows the match is period, topic and names. */
const SHAPES: [ListQuestion['ask'], RegExp][] = (
  [
    ['count', `(?:und )?wie ?viele ${INQUIRIES}\\b`],
    ['count', `how many ${INQUIRIES_EN}\\b`],
    [
      'who',
      `(?:und )?(?:wer|welche (?:fraktion|partei|gruppe)|welche[rs]? stadtr[aä]t\\w*) (?:hat|haben|fragte|wollte)(?: sich)?(?: denn| eigentlich)? (?:als letzte[rs]?|zuletzt|letztmals|das letzte mal)`,
    ],
    ['who', `(?:von wem|wer) (?:kam|stammt|war|stellte|hat) die letzte ${INQUIRIES}\\b`],
    ['who', `wer hat (?:schon (?:ein)?mal |bereits )?(?=(?:nach|zu[mr]?|wegen) .+ (?:gefragt|angefragt)$)`],
    ['who', `who (?:has )?(?:last|most recently) (?:asked|inquired|enquired)`],
    [
      'when',
      `(?:und )?wann (?:wurde|hat (?:jemand|die \\S+|der gemeinderat))(?: denn| eigentlich)? (?:zuletzt|letztmals|das letzte mal)(?=.*\\b(?:gefragt|angefragt|nachgefragt)$)`,
    ],
    ['when', `wann (?:war|kam|gab es) (?:denn |eigentlich )?die letzte ${INQUIRIES}\\b`],
    [
      'when',
      `when (?:was|were|did (?:someone|anyone|the council))(?= .*\\b(?:last|most recently)\\b.*\\bask(?:ed)?\\b)`,
    ],
    ['when', `when was the (?:last|latest|most recent) ${INQUIRIES_EN}\\b`],
    [
      'list',
      `(?:bitte )?(?:zeige?n?|liste?n?|nenne?n?|suche?n?|finde?n?|gib)(?: sie)?(?: mir| uns)?(?: bitte| mal)*(?: alle| die| sämtliche| den)*(?: (?:neuesten|neuen|letzten|aktuellen))? ${INQUIRIES}\\b`,
    ],
    ['list', `(?:welche|alle|sämtliche) ${INQUIRIES}\\b`],
    [
      'list',
      `(?:gibt|gab) es (?:schon |bereits |denn |eigentlich )*(?:(?:ein)?mal )?(?:eine |irgendwelche )?${INQUIRIES}\\b`,
    ],
    ['list', `(?:please )?(?:list|show|find)(?: me)?(?: all| the)*(?: (?:latest|recent))? ${INQUIRIES_EN}\\b`],
    ['list', `(?:which|what|all) ${INQUIRIES_EN}\\b`],
  ] as const
).map(([ask, source]) => [ask, new RegExp(`^${source}`, 'iu')]);

const YEAR = '((?:19|20)\\d{2})';
const AGO = '(\\d{1,2}|zwei|drei|vier|fünf|zehn|two|three|four|five|ten)';

/** Each takes its words out of the text. */
const PERIODS: [RegExp, (groups: string[], now: Date) => { from?: string; to?: string }][] = [
  [
    new RegExp(`\\b(?:zwischen|von|between|from)(?: den jahren)? ${YEAR} (?:und|bis|and|to|until) ${YEAR}`, 'iu'),
    ([, a, b]) => ({ from: `${a}-01-01`, to: `${b}-12-31` }),
  ],
  [
    new RegExp(`\\b(?:seit|ab|since|from)(?: (?:dem jahr|anfang|beginn|the year))? ${YEAR}\\b`, 'iu'),
    ([, y]) => ({ from: `${y}-01-01` }),
  ],
  [new RegExp(`\\b(?:nach|after) ${YEAR}\\b`, 'iu'), ([, y]) => ({ from: `${Number(y) + 1}-01-01` })],
  [new RegExp(`\\b(?:vor|before) ${YEAR}\\b`, 'iu'), ([, y]) => ({ to: `${Number(y) - 1}-12-31` })],
  [new RegExp(`\\b(?:bis|until)(?: (?:ende|zum jahr))? ${YEAR}\\b`, 'iu'), ([, y]) => ({ to: `${y}-12-31` })],
  [
    new RegExp(`\\b(?:im jahre?|aus dem jahre?|vom jahre?|in(?: the year)?|from|of|during|aus|für) ${YEAR}\\b`, 'iu'),
    ([, y]) => ({ from: `${y}-01-01`, to: `${y}-12-31` }),
  ],
  [
    new RegExp(`\\b(?:in den|der|in the) (?:letzten|vergangenen|last|past) ${AGO} (?:jahren?|years)\\b`, 'iu'),
    ([, n], now) => ({ from: yearsBefore(now, wordNumber(n!)) }),
  ],
  [
    /\b(?:im )?(?:letzten|vergangenen|letztes|voriges) jahre?\b|\blast year\b/iu,
    (_, now) => wholeYear(now.getUTCFullYear() - 1),
  ],
  [/\b(?:in )?(?:diesem|dieses) jahre?\b|\bthis year\b/iu, (_, now) => wholeYear(now.getUTCFullYear())],
  [new RegExp(`(?<![\\p{L}\\d])${YEAR}(?![\\d/])`, 'u'), ([, y]) => wholeYear(Number(y))],
];

function takePeriod(text: string, now: Date): { rest: string; from: string | null; to: string | null } {
  for (const [pattern, read] of PERIODS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { from = null, to = null } = read([...match] as string[], now);
    return { rest: text.replace(pattern, ' ').replace(/\s+/gu, ' ').trim(), from, to };
  }
  return { rest: text, from: null, to: null };
}

const TOPIC =
  /\b(?:zu(?:m thema)?|zum|zur|über|wegen|betreffend|bezüglich|hinsichtlich|rund um|nach|about|on|regarding|concerning|for)\s+(.+)$/iu;
/** Words without a meaning of their own here: they neither name a topic nor a person. */
const FILLERS =
  /(?<![\p{L}-])(?:gab|gibt|gebe|es|gibts|wurden?|worden|sind|ist|war(?:en)?|hat|haben|hatte|gestellt|eingereicht|eingegangen|beantwortet|gefragt|angefragt|nachgefragt|vorhanden|bisher|bislang|schon|bereits|einmal|mal|denn|eigentlich|insgesamt|überhaupt|zuletzt|letztmals|das letzte mal|im (?:gemeinderat|stadtrat|rat)|an die (?:stadt|verwaltung)|der (?:stadt|verwaltung)|were|was|there|are|is|have|has|had|been|asked|submitted|answered|so far|in total|last|most recently|someone|anyone|did|the council|in the council|ask(?:ed)?)(?![\p{L}-])/giu;
const ARTICLES = /^(?:(?:de[mnrs]|die|das|eine[mnrs]?|ein|the|an?|unsere[mnrs]?)\s+)+/iu;

/** "von der SPD" behind a topic; "Ausbau von Radwegen" is one. */
const PARTY =
  /\s(?:von|durch|by|from)\s(?:der\s|den\s|the\s)?([A-ZÄÖÜ]{2}[\p{L}-]*|Af[Dd]|Grünen|Linken|\p{L}+-?[Ff]raktion)$/u;

function takeTopic(text: string): { topic: string; named: string[] } {
  const match = TOPIC.exec(text);
  const before = match ? text.slice(0, match.index) : text;
  const about = (match?.[1] ?? '').replace(FILLERS, ' ').trim();
  const party = PARTY.exec(about);
  const topic = bare(party ? about.slice(0, party.index) : about);
  const named = bare(`${before.replace(FILLERS, ' ')} ${party?.[1] ?? ''}`)
    .split(/[\s,]+/u)
    .filter(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !/^(?:von|vom|by|the|der|die|das|den|dem|des|im|in|und|and|of|from|fraktion|partei|ausschuss)$/iu.test(word),
    );
  return { topic, named };
}

function bare(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:;–-]+|[\s,:;–-]+$/gu, '')
    .replace(ARTICLES, '')
    .trim();
}

function wholeYear(year: number): { from: string; to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function yearsBefore(now: Date, years: number): string {
  return `${now.getUTCFullYear() - years}${now.toISOString().slice(4, 10)}`;
}

function wordNumber(word: string): number {
  const words: Record<string, number> = {
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    zehn: 10,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    ten: 10,
  };
  return words[word.toLowerCase()] ?? Number(word);
}
