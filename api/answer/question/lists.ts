// Questions about the collection itself: how many inquiries, which, who asked last, who most, when last. Recognised by
// their shape, answered by the index; a question that may mean anything else is left to the search.
import { german } from '../../../corpus/german/letters.ts';
import { type Period, takePeriod } from '../../../corpus/german/periods.ts';

export interface ListQuestion extends Period {
  ask: 'count' | 'list' | 'who' | 'when' | 'most';
  /** What the inquiries are about, in the user's words; empty for all of a period or a person. */
  topic: string;
  /** Words that must name a committee, a person or a faction, if the question is to be of this kind. */
  named: string[];
}

/** Null for every question that is not about the collection. */
export function listQuestion(question: string, now: Date): ListQuestion | null {
  const text = question
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[?.!\s]+$/u, '')
    .trim();
  if (ELSEWHERE.test(text)) return null;
  for (const [ask, pattern, needs] of SHAPES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { rest, from, to } = takePeriod(text.slice(match[0].length).trim(), now);
    const { topic, named } = takeTopic(rest);
    if (needs === 'name' && named.length === 0) return null;
    if (needs === 'topic' && topic === '') return null;
    // Without a period it is a question like others, or a topic (broad.ts).
    if (needs === 'period' && (from ?? to) === null) continue;
    const isWhole = topic === '' && named.length === 0 && from === null && to === null;
    if (isWhole && needs !== 'nothing' && !(ask === 'count' && WHOLE.test(rest))) return null;
    return { ask, from, to, topic, named };
  }
  return null;
}

/** Inquiries of citizens at offices, which this collection does not have. */
const ELSEWHERE =
  /(?<!\p{L})(?:erhält|erhalten|erhielt|bekommt|bekommen|bekam|bearbeite\p{L}*|gehen|gingen|täglich|monatlich|jährlich|pro (?:Jahr|Monat|Woche|Tag)|Bürger(?:telefon|büro|service)\p{L}*|per day|per month|per year|daily)(?!\p{L})/iu;
/** All there is: "Wie viele Anfragen gibt es?" */
const WHOLE =
  /(?<!\p{L})(?:gibt|gab|insgesamt|gespeichert|veröffentlicht|beantwortet|gestellt|kenn\p{L}*|are there|in total|published|answered)(?!\p{L})/iu;

const INQUIRIES =
  '(?:(?:schriftliche\\w*|beantwortete\\w*|öffentliche\\w*|neue\\w*|letzte\\w*|aktuelle\\w*) )?(?:rats|gemeinderats)?(?:anfragen?|stellungnahmen?)';
const INQUIRIES_EN =
  '(?:(?:written|answered|public|recent|new|latest|last) )?(?:council )?(?:inquir(?:y|ies)|enquir(?:y|ies)|council questions?)';
const WHO = '(?:wer|welche (?:fraktion|partei|gruppe|gruppierung)(?:en)?|welche[rs]? stadtr[aä]t\\w*)';
const WHO_EN = '(?:who|which (?:party|group|faction|councillor)s?)';
const CITY =
  '(?:die |der |das )?(?:stadt|stadtverwaltung|verwaltung|gemeinde|gemeinderat|oberbürgermeister(?:in)?|rathaus)';
const ASKED = '(?:gefragt|angefragt|nachgefragt)';
const LAST = '(?:zuletzt|letztmals|das letzte mal|als letzte[rs]?)';

/** Anchored at the beginning; what follows the match is period, topic and names, of which some shapes need one. */
const SHAPES: [ListQuestion['ask'], RegExp, needs?: 'name' | 'topic' | 'period' | 'nothing'][] = (
  [
    ['count', `(?:und )?wie ?viele ${INQUIRIES}\\b`],
    [
      'count',
      `wie ?viele (?:veröffentlichte )?antworten(?= (?:gibt es|sind|haben sie|kenn\\w+|hast du)(?: hier| insgesamt| denn|$))`,
    ],
    ['count', `(?:die )?(?:an)?zahl (?:der |von |aller )?${INQUIRIES}\\b`],
    ['count', `wie (?:oft|häufig) (?:hat|haben|wurden?)(?=.*\\b${ASKED}$)`],
    ['count', `wie (?:oft|häufig) fragten?\\b`],
    ['count', `how many ${INQUIRIES_EN}\\b`],
    ['count', `(?:the )?number of ${INQUIRIES_EN}\\b`],
    ['count', `how many questions(?= (?:did|has|have) .*\\bask(?:ed)?\\b)`, 'name'],
    ['count', `how often (?:did|has|have|was|were)(?=.*\\bask(?:ed)?\\b)`],
    [
      'most',
      `${WHO} (?:hat|haben|stell(?:t|te|ten|en)|frag(?:t|te|ten|en))\\b(?=.*\\b(?:die meisten ${INQUIRIES}|am (?:meisten|häufigsten|öftesten))\\b)`,
      'nothing',
    ],
    ['most', `von wem (?:kommen|kamen|stammen) die meisten ${INQUIRIES}\\b`, 'nothing'],
    [
      'most',
      `${WHO_EN} (?:has |have )?(?:ask(?:s|ed)?|submit(?:s|ted)?)\\b(?=.*\\b(?:most (?:questions|${INQUIRIES_EN})|most often)\\b)`,
      'nothing',
    ],
    ['who', `(?:und )?${WHO} (?:hat|haben|fragte|wollte)(?: sich)?(?: denn| eigentlich)? ${LAST}`, 'topic'],
    ['who', `von wem (?:kam|kommt|stammt|war|ist) die (?:letzte )?${INQUIRIES}\\b`, 'topic'],
    ['who', `wer (?:stellte|hat) die (?:letzte )?${INQUIRIES}\\b`, 'topic'],
    ['who', `${WHO} (?:hat|haben) (?:schon (?:ein)?mal |bereits )?(?=(?:nach|zu[mr]?|wegen) .+ ${ASKED}$)`, 'topic'],
    ['who', `${WHO} fragten?(?: denn| zuletzt)? (?=(?:nach|zu[mr]?|wegen) )`, 'topic'],
    ['who', `${WHO_EN} (?:has |have )?(?:last |most recently )?(?:asked|inquired|enquired)(?= (?:about|for))`, 'topic'],
    ['who', `who was the last (?:one |person |party )?to (?:ask|inquire|enquire)\\b`, 'topic'],
    [
      'when',
      `(?:und )?wann (?:wurde|hat (?:jemand|die \\S+|der gemeinderat))(?: denn| eigentlich)? ${LAST}(?=.*\\b(?:${ASKED}|geantwortet|beantwortet)$)`,
      'topic',
    ],
    ['when', `wann (?:war|kam|gab es) (?:denn |eigentlich )?die letzte ${INQUIRIES}\\b`],
    [
      'when',
      `when (?:was|were|did (?:someone|anyone|the (?:council|city|administration)))(?= .*\\b(?:last|most recently)\\b.*\\b(?:ask|answer)(?:ed)?\\b)`,
      'topic',
    ],
    ['when', `when was the (?:last|latest|most recent) ${INQUIRIES_EN}\\b`],
    [
      'list',
      `(?:bitte )?(?:zeige?n?|liste?n?|nenne?n?|suche?n?|finde?n?|gib)(?: sie)?(?: mir| uns)?(?: bitte| mal)*(?: alle| die| sämtliche| den)*(?: (?:neuesten|neuen|letzten|aktuellen))? ${INQUIRIES}\\b`,
    ],
    ['list', `(?:welche|alle|sämtliche) ${INQUIRIES}\\b`],
    ['list', `alle antworten(?= (?:zu|zum|zur|über|seit|aus|von|der)\\b)`],
    ['list', `(?:die |das )?(?:neueste|letzte|aktuelle)[nr]? ${INQUIRIES}\\b`, 'nothing'],
    ['list', `(?:was war|worum (?:ging|geht) es (?:in|bei)) (?:die|der) (?:neueste|letzte)n? ${INQUIRIES}\\b`],
    ['list', `anfragen (?=(?:der|von|vom) )`, 'name'],
    ['list', `(?:die |alle |welche )?(?:anfragen|antworten|stellungnahmen)(?: der (?:stadt|verwaltung))?\\b`, 'period'],
    ['list', `was (?:sagte|antwortete|schrieb|sagt|meinte) ${CITY}\\b`, 'period'],
    [
      'list',
      `was (?:hat|haben) ${CITY}(?=.*\\b(?:gesagt|geantwortet|mitgeteilt|berichtet|erklärt|geschrieben)$)`,
      'period',
    ],
    ['list', `was (?:wurde|gab es|kam|war)(?=.*\\b(?:zu[mr]?|über)\\b)`, 'period'],
    ['list', `what (?:did|has|does) the (?:city|council|administration) (?:say|said|answer(?:ed)?)\\b`, 'period'],
    ['list', `welche (?:fragen|themen|anliegen) (?:hat|haben)(?=.*\\b(?:gestellt|${ASKED}|eingebracht)$)`, 'name'],
    ['list', `was (?:hat|haben)(?=.*\\b${ASKED}$)`, 'name'],
    ['list', `was wollten?(?=.*\\bwissen$)`, 'name'],
    ['list', `(?:hat|haben)(?=.*\\b(?:schon|bereits|jemals|je|mal)\\b.*\\b${ASKED}$)`, 'topic'],
    [
      'list',
      `(?:gibt|gab) es (?:schon |bereits |denn |eigentlich )*(?:(?:ein)?mal )?(?:eine |irgendwelche )?${INQUIRIES}\\b`,
    ],
    ['list', `(?:please )?(?:list|show|find)(?: me)?(?: all| the)*(?: (?:latest|recent))? ${INQUIRIES_EN}\\b`],
    ['list', `(?:which|what|all) ${INQUIRIES_EN}\\b`],
    [
      'list',
      `(?:the )?(?:latest|newest|most recent) (?:inquir(?:y|ies)|enquir(?:y|ies)|council questions?)\\b`,
      'nothing',
    ],
    ['list', `(?:what|which questions) (?:did|has|have)(?=.*\\bask(?:ed)?\\b)`, 'name'],
    ['list', `(?:has|have)(?=.*\\bever asked\\b)`, 'topic'],
  ] as [ListQuestion['ask'], string, ('name' | 'topic' | 'period' | 'nothing')?][]
).map(
  ([ask, source, needs]) =>
    [ask, german(new RegExp(`^${source}`, 'iu')), ...(needs ? [needs] : [])] as [
      ListQuestion['ask'],
      RegExp,
      ('name' | 'topic' | 'period' | 'nothing')?,
    ],
);

const TOPIC =
  /(?<!\p{L})(?:zu(?:m thema)?|zum|zur|über|wegen|betreffend|bezüglich|hinsichtlich|rund um|nach|about|on|regarding|concerning|for)\s+(.+)$/iu;
/** Words without a meaning of their own here: they neither name a topic nor a person. */
const FILLERS = german(
  new RegExp(
    `(?<![\\p{L}-])(?:${[
      'gab|gibt|gebe|es|gibts|wurden?|worden|sind|ist|war(?:en)?|hat|haben|hatte|stell(?:t|te|ten|en)|frag(?:t|te|ten|en)',
      'gesagt|mitgeteilt|berichtet|erklärt|geschrieben|gestellt|eingereicht|eingegangen|eingebracht|beantwortet|geantwortet|behandelt|gefragt|angefragt|nachgefragt|wissen',
      'vorhanden|gespeichert|veröffentlicht|bisher|bislang|schon|bereits|jemals|einmal|mal|denn|eigentlich|hier',
      'insgesamt|überhaupt|zuletzt|letztmals|das letzte mal|als letzte[rs]?|jemand|man',
      `(?:auf|in) (?:eine|die|der) (?:letzten? )?anfragen?|die meisten ${INQUIRIES}|am (?:meisten|häufigsten|öftesten)`,
      'an die (?:stadt|verwaltung)|(?:der|die) (?:stadt|verwaltung)',
      'were|was|there|are|is|have|has|had|been|asked|submit(?:ted)?|answered|so far|in total|last|most recently|someone|anyone',
      'did|the (?:council|city|administration)|in the council|ask(?:ed)?|answer(?:ed)?|ever|questions',
      `the most (?:questions|${INQUIRIES_EN})|most often`,
    ].join('|')})(?![\\p{L}-])`,
    'giu',
  ),
);
const ARTICLES = /^(?:(?:de[mnrs]|die|das|eine[mnrs]?|ein|the|an?|unsere[mnrs]?)\s+)+/iu;

/** "von der SPD" behind a topic; "Ausbau von Radwegen" is one. */
const PARTY =
  /\s(?:von|durch|by|from)\s(?:der\s|den\s|the\s)?([A-ZÄÖÜ]{2}[\p{L}-]*|Af[Dd]|Grünen|Linken|\p{L}+-?[Ff]raktion)$/u;

const NO_NAME = german(
  /^(?:von|vom|by|the|der|die|das|den|dem|des|im|in|und|and|of|from|fraktion|partei|gruppe|stadtr[aä]t\w*|stadt|für|zu|party|group|councillor|the)$/iu,
);

function takeTopic(text: string): { topic: string; named: string[] } {
  const match = TOPIC.exec(text);
  const before = match ? text.slice(0, match.index) : text;
  const about = (match?.[1] ?? '').replace(FILLERS, ' ').trim();
  const party = PARTY.exec(about);
  const topic = bare(party ? about.slice(0, party.index) : about);
  const named = bare(`${before.replace(FILLERS, ' ')} ${party?.[1] ?? ''}`)
    .split(/[\s,]+/u)
    .filter((word) => /\p{L}{2}/u.test(word) && !NO_NAME.test(word));
  return { topic, named };
}

function bare(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:;–-]+|[\s,:;–-]+$/gu, '')
    .replace(ARTICLES, '')
    .trim();
}
