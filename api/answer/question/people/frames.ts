// Frames: which word families must come together in a short utterance, in whatever order, for it to be a greeting, a cry
// for help, an insult and so on. Unlike a list of sentences they hold for wordings that nobody has thought of.
import type { OffPurpose } from '../off-purpose.ts';
import { has, onlyOf } from './families.ts';
import { foldWords } from './fold.ts';
import { respelt } from './respell.ts';
import type { Family } from './words.ts';

interface Frame {
  is: OffPurpose;
  /** Of each of these at least one word; of a list within it, one of any. */
  all: readonly (Family | readonly Family[])[];
  none?: readonly Family[];
  /** And not a word of any other. */
  only?: readonly Family[];
  /** Not where it begins as a question does. */
  notAsking?: boolean;
  /** Told by longer ones is something else. */
  maxWords: number;
  /** A question to the city may have these words, too. */
  isOfCity?: boolean;
}

/** The first frame that a text fits; null for most of them. */
export function framedAs(question: string): OffPurpose | null {
  const text = foldWords(named(question));
  const words = text.split(' ').length - 2;
  if (words > LONGEST) return null;
  return frameOf(text, words) ?? (words <= LONGEST_RESPELT ? frameOf(respelt(text), words) : null);
}

function frameOf(text: string, words: number): OffPurpose | null {
  const isOfCity = has(text, 'city') || /\d{4}/u.test(text);
  return FRAMES.find((frame) => words <= frame.maxWords && fits(text, frame, isOfCity))?.is ?? null;
}

/** Names of people are words of the families, too: "mein Name ist …" says nothing, "von Vorname Nachname" means somebody. */
const named = (question: string): string =>
  question
    .replace(/(?<!\p{L})(?:mein name ist|ich heiße|ich heisse|my name is)(?: \p{L}+){1,2}?(?=[ ,.!?]|$)/iu, ' ')
    .replace(/(?<!\p{L})(?:von|of) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=[ ,.!?]|$)/u, ' vornamenachname');

function fits(text: string, { all, none = [], only, notAsking, isOfCity }: Frame, isCity: boolean): boolean {
  if (isCity && !isOfCity) return false;
  if (notAsking && ASKING.test(text)) return false;
  if (!all.every((one) => (typeof one === 'string' ? has(text, one) : one.some((family) => has(text, family)))))
    return false;
  return !none.some((family) => has(text, family)) && (only === undefined || onlyOf(text, only));
}

/** "Wer hilft mir?", "Und bei uns?", "Is that still so?" */
const ASKING =
  /^ (?:und|and|oder|wer|was|wie|wo|wann|warum|wieso|welche\p{L}*|wem|wen|seit|gibt|ist|sind|hat|kann man|who|what|how|where|when|why|is|are|was|since) /u;

const LONGEST = 24;
const LONGEST_RESPELT = 8;

const I_OR_CLOSE = ['i', 'we', 'close'] as const;

const FRAMES: readonly Frame[] = [
  // Commissions of hatred and crime
  { is: 'hateful', all: ['slur'], maxWords: 20, isOfCity: true },
  { is: 'hateful', all: ['nazi', ['deny', 'write']], none: ['figures'], maxWords: 14 },
  {
    is: 'hateful',
    all: ['write', 'hateWork', ['group', 'target', 'official']],
    none: ['figures'],
    maxWords: 20,
    isOfCity: true,
  },
  { is: 'hateful', all: ['write', 'hateWork'], none: ['figures'], maxWords: 9 },
  { is: 'hateful', all: ['group', 'contempt'], none: ['figures', 'i', 'symptom'], maxWords: 14 },
  { is: 'hateful', all: ['write', 'group', 'contempt'], none: ['figures'], maxWords: 18, isOfCity: true },
  { is: 'hateful', all: ['group', 'away'], none: ['figures'], maxWords: 12, isOfCity: true },
  { is: 'hateful', all: ['weapon', 'build', ['i', 'ask']], none: ['figures'], maxWords: 12 },
  {
    is: 'hateful',
    all: [['i', 'write'], 'harm', 'target'],
    none: ['now', 'selfHarm', 'threat', 'crime'],
    maxWords: 14,
    isOfCity: true,
  },

  // Now somebody must be called
  { is: 'emergency', all: ['alarm'], only: ['alarm', 'small', 'ask', 'now'], maxWords: 4 },
  { is: 'emergency', all: ['fire', ['i', 'we', 'close', 'now', 'here']], none: ['figures', 'ask'], maxWords: 14 },
  { is: 'emergency', all: ['fire', 'whatToDo'], maxWords: 10 },
  { is: 'emergency', all: ['fire', 'now'], none: ['figures'], maxWords: 10 },
  { is: 'emergency', all: ['rescue', 'now'], only: ['rescue', 'send', 'small', 'now'], maxWords: 8 },
  { is: 'emergency', all: ['rescue', 'send'], none: ['figures', 'ask'], maxWords: 10 },
  {
    is: 'emergency',
    all: ['collapse', ['i', 'we', 'close', 'here', 'now']],
    none: ['figures'],
    maxWords: 16,
    isOfCity: true,
  },
  { is: 'emergency', all: ['poison', 'swallowed', ['i', 'we', 'close']], maxWords: 16 },
  { is: 'emergency', all: ['fallen', ['close', 'i'], ['danger', 'hurt', 'now']], none: ['figures'], maxWords: 16 },
  {
    is: 'emergency',
    all: ['accident', ['now', 'i', 'here'], ['hurt', 'now']],
    none: ['figures'],
    maxWords: 16,
    isOfCity: true,
  },
  { is: 'emergency', all: ['accident', ['hurt', 'here']], none: ['figures', 'ask', 'yesNo'], maxWords: 12 },
  { is: 'emergency', all: ['crime', ['i', 'we', 'now', 'here']], none: ['figures'], maxWords: 16 },
  { is: 'emergency', all: ['threat', ['selfHarm', 'harm'], 'close'], maxWords: 14 },
  { is: 'emergency', all: ['hurt', 'close', ['now', 'here']], none: ['figures'], maxWords: 12 },
  { is: 'emergency', all: ['now', ['fire', 'crime', 'collapse', 'accident']], none: ['figures'], maxWords: 7 },

  // Despair
  { is: 'despair', all: [I_OR_CLOSE, 'selfHarm'], none: ['figures'], maxWords: 24, isOfCity: true },
  { is: 'despair', all: ['i', 'wish', 'dead'], maxWords: 18 },
  {
    is: 'despair',
    all: ['i', ['not', 'more'], 'life', ['more', 'wish', 'cannot', 'strength', 'hope', 'sad']],
    maxWords: 16,
  },
  { is: 'despair', all: ['i', 'not', 'hope'], maxWords: 14 },
  { is: 'despair', all: ['not', 'hope', 'life'], maxWords: 14 },
  { is: 'despair', all: ['i', 'hope', ['more', 'sad', 'life']], maxWords: 12 },
  { is: 'despair', all: ['hope', 'strength', 'more'], maxWords: 9 },
  {
    is: 'despair',
    all: ['hope'],
    only: ['hope', 'small', 'life', 'more', 'strength', 'really', 'sad', 'not'],
    maxWords: 12,
  },
  { is: 'despair', all: ['not', 'strength', ['more', 'life'], ['i', 'life']], maxWords: 12 },
  { is: 'despair', all: ['i', 'feel', 'sad'], none: ['ask'], maxWords: 14 },
  { is: 'despair', all: ['nobody', 'i', 'care'], maxWords: 14 },
  { is: 'despair', all: ['going', 'bad', 'i'], none: ['symptom'], maxWords: 12 },
  { is: 'despair', all: ['i', 'cannot', 'more'], maxWords: 12 },
  { is: 'despair', all: ['i', 'tooMuch'], none: ['ask'], maxWords: 11 },
  { is: 'despair', all: ['i', 'psych'], none: ['ask', 'medicine', 'here'], maxWords: 14 },
  { is: 'despair', all: ['i', 'cry'], none: ['ask'], maxWords: 13 },
  { is: 'despair', all: ['ask', 'life', 'i', ['more', 'dead', 'strength']], maxWords: 10 },

  // Illness
  { is: 'illness', all: ['symptom', 'i'], none: ['figures', 'selfHarm'], maxWords: 16 },
  { is: 'illness', all: ['disease', 'i'], none: ['figures', 'selfHarm'], maxWords: 10 },
  { is: 'illness', all: ['medicine', ['i', 'take']], none: ['figures', 'selfHarm'], maxWords: 14 },
  {
    is: 'illness',
    all: ['symptom'],
    only: ['symptom', 'disease', 'small', 'have', 'body', 'really', 'medicine', 'now'],
    maxWords: 10,
  },
  {
    is: 'illness',
    all: ['symptom', ['take', 'doctor', 'medicine', 'close', 'disease']],
    none: ['figures', 'we'],
    maxWords: 10,
  },
  { is: 'illness', all: ['disease', ['medicine', 'symptom']], none: ['figures', 'we'], maxWords: 9 },
  { is: 'illness', all: ['doctor', ['i', 'today']], none: ['figures', 'disease'], maxWords: 9 },
  { is: 'illness', all: ['body', 'i', ['bad', 'symptom']], maxWords: 10 },
  { is: 'illness', all: ['disease', 'body'], none: ['figures', 'we'], maxWords: 12 },
  { is: 'illness', all: ['medicine'], only: ['medicine', 'small', 'take', 'send', 'have'], maxWords: 8 },
  {
    is: 'illness',
    all: ['disease'],
    only: ['disease', 'symptom', 'small', 'have', 'really', 'now'],
    none: ['we'],
    maxWords: 9,
  },
  { is: 'illness', all: ['ask', ['disease', 'symptom'], 'harmless'], none: ['figures', 'we'], maxWords: 9 },

  // Private affairs of people
  { is: 'private', all: ['official', 'affair', 'ask'], none: ['publicAffair', 'figures'], maxWords: 14 },
  { is: 'private', all: ['yesNo', 'official', 'affair'], none: ['publicAffair', 'figures', 'i', 'we'], maxWords: 10 },
  { is: 'private', all: ['near', 'affair', ['ask', 'yesNo']], none: ['publicAffair', 'figures'], maxWords: 12 },
  { is: 'private', all: ['contact', 'named'], none: ['publicAffair'], maxWords: 12 },
  { is: 'private', all: ['lookUp', 'contact', ['official', 'near']], none: ['publicAffair'], maxWords: 14 },

  // Insults
  { is: 'insult', all: ['you', ['abuse', 'mean']], none: ['figures'], maxWords: 14, isOfCity: true },
  { is: 'insult', all: ['goAway'], none: ['figures'], maxWords: 10, isOfCity: true },
  { is: 'insult', all: ['thing', 'abuse'], none: ['figures', 'ask'], maxWords: 8, isOfCity: true },
  { is: 'insult', all: ['abuse'], none: ['ask', 'i'], maxWords: 5 },
  { is: 'insult', all: ['mean', 'isThat'], only: ['mean', 'abuse', 'insultWord', 'small'], maxWords: 6 },
  {
    is: 'insult',
    all: ['mean', 'thing'],
    only: ['mean', 'abuse', 'thing', 'insultWord', 'small'],
    maxWords: 10,
    isOfCity: true,
  },

  // Manners: not a word that means anything else
  {
    is: 'greeting',
    all: ['hello'],
    none: ['farewell'],
    only: ['hello', 'helloWord', 'small'],
    maxWords: 16,
    isOfCity: true,
  },
  {
    is: 'thanks',
    all: ['thank'],
    notAsking: true,
    only: ['thank', 'thankWord', 'small'],
    maxWords: 16,
    isOfCity: true,
  },
  { is: 'greeting', all: ['hello'], only: ['hello', 'helloWord', 'small'], maxWords: 16, isOfCity: true },
  { is: 'greeting', all: ['approach'], notAsking: true, only: ['helloWord', 'small'], maxWords: 12, isOfCity: true },
  { is: 'greeting', all: ['howAreYou'], only: ['helloWord', 'howAreYou', 'small'], maxWords: 12, isOfCity: true },
];
