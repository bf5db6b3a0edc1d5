// Questions that no answer of an administration can answer, recognised without a model: small talk, commissions,
// advice, private data, the voice of the city, attacks. Narrow on purpose: a citizen's question must never fall in.

import type { Known } from '../reply.ts';
import { textsOf } from '../texts.ts';

export type OffPurpose =
  | 'greeting'
  | 'thanks'
  | 'about-us'
  | 'commission'
  | 'advice'
  | 'private'
  | 'city-voice'
  | 'attack'
  | 'insult';

/** The step that recognises it by its words. */
export function declineWhatIsNoQuestion({ request }: Known): Partial<Known> {
  const off = offPurpose(request.question);
  return off === null ? {} : { reply: { form: 'sentence', sentence: textsOf(request.lang).declined(off) } };
}

/** The step that takes the fast model's word for it. */
export function declineOtherIntents({ request, understood }: Known): Partial<Known> {
  const off = understood?.intent === 'smalltalk' ? 'about-us' : understood?.intent === 'other' ? 'commission' : null;
  return off === null ? {} : { reply: { form: 'sentence', sentence: textsOf(request.lang).declined(off) } };
}

/** The first that matches wins; null for everything that may be a question to the administration. */
export function offPurpose(question: string): OffPurpose | null {
  const text = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return RULES.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)))?.[0] ?? null;
}

const ROLE =
  '(?:stadtr[aä]t(?:in)?|gemeinder[aä]t(?:in)?|herrn?|frau|(?:ober)?bürgermeister(?:in)?|ob|amtsleiter(?:in)?|dezernent(?:in)?|mr|mrs|ms|mayor|councillor)';
const OPENING = '^(?:bitte |please |kannst du |könntest du |can you |could you |und |jetzt )*';

const RULES: [OffPurpose, RegExp[]][] = [
  [
    'attack',
    [
      /(?:^|[.!:;,>] ?|\b(?:bitte|und|now|please|and) )(?:ignoriere?|ignorieren sie|vergiss|missachte|ignore|disregard|forget)\b.{0,40}\b(?:anweisung\w*|instruktion\w*|regeln|vorgaben|instructions?|rules|prompts?)\b/u,
      /\bsystem[ -]?prompt\w*|\bsystem override\b|\bjailbreak\b|\bdeveloper mode\b/u,
      /\b(?:dein\w*|eure|your|hidden|versteckte\w*|geheime\w*)\b(?: \S+){0,2} (?:anweisung\w*|instruktion\w*|prompts?|instructions?|konfiguration|configuration)\b/u,
      /\b(?:du bist|you are) (?:ab )?(?:jetzt|nun|sofort|now)\b/u,
      /\b(?:tu so,? als|stell dir vor,? du|pretend (?:to be|you)|act as)\b/u,
      /<\/?(?:kontext|context|system|instructions?|anweisung\w*|prompt|assistant|user)\b[^>]*>/u,
      /\bneue anweisung\w*\b.{0,20}\b(?:vom|von|des) (?:admin\w*|system\w*|entwickler\w*)/u,
      /\b(?:antworte|antwort|answer|reply)\b.{0,30}\b(?:ohne (?:quellen|belege)|without (?:sources|citations))\b/u,
      /\b(?:erfinde|denk dir|make up|invent)\b.{0,40}\b(?:stellungnahme|antwort|zitat|aus|answer|statement|quote)\b/u,
    ],
  ],
  [
    'private',
    [
      /\b(?:handynummer|privatnummer|wohnadresse|privatadresse|privatanschrift|wohnanschrift)\b/u,
      /\bprivate\w* (?:\S+ )?(?:handy\w*|telefon\w*|adressen?|anschrift\w*|nummer\w*|e-?mail\w*|phone|address)\b|\bhome address\b/u,
      new RegExp(`\\b(?:wo wohnt|where does|wie alt ist|how old is) (?:der |die |the )?${ROLE}\\b`, 'u'),
      new RegExp(
        `\\b(?:telefonnummer|handy|e-?mail(?:-?adresse)?|adresse|anschrift|geburtsdatum|geburtstag|phone number|address|birthday)\\b (?:von|vom|des|der|of) (?:dem |der |the )?${ROLE}\\b`,
        'u',
      ),
      new RegExp(
        `\\b(?:ist|hat|is|has|does) ${ROLE}\\b.{0,60}\\b(?:verheiratet|geschieden|schwanger|vorbestraft|krank|schulden|kinder|geliebte\\w*|affäre|freundin|married|divorced|pregnant|debts?|children|affair)\\b`,
        'u',
      ),
      /\b(?:personenbezogene\w* daten|personal data)\b.{0,60}\b(?:gib|nenn\w*|list\w*|aus|print|show)\b|\b(?:gib|nenn\w*|list\w*|print|show)\b.{0,60}\b(?:personenbezogene\w* daten|personal data)\b/u,
    ],
  ],
  [
    'city-voice',
    [
      /\b(?:sag|sage|sichere?|bestätige?|versprich|confirm|promise)\b (?:mir|uns|me|us)\b.{0,40}\b(?:verbindlich|offiziell|im namen der (?:stadt|verwaltung)|officially|on behalf of)\b/u,
      /\b(?:sag|sage|sichere?|bestätige?|versprich)\b.{0,20}\b(?:verbindlich|offiziell)\b/u,
    ],
  ],
  [
    'commission',
    [
      new RegExp(
        `${OPENING}(?:schreibe?n?|verfasse?n?|dichte?n?|erzähle?n?|reime?n?|formuliere?n?)\\b(?: mir| uns)?(?: bitte| mal)*(?: mir)? (?:ein(?:e|en)?|den|das|die) (?:\\S+ )?(?:text|gedicht|geschichte|witz|lied|rede|brief|artikel|aufsatz|programm|skript|widerspruch|klage)\\b`,
        'u',
      ),
      new RegExp(
        `${OPENING}(?:write|compose|tell)\\b(?: me| us)? (?:a|an|the|some) (?:\\S+ )?(?:text|poem|story|joke|song|speech|letter|article|essay|function|program|script|code)\\b`,
        'u',
      ),
      /\b(?:ein|das|dein) rezept (?:für|von|mit)\b|\brecipe for\b/u,
      new RegExp(`${OPENING}(?:übersetze?|übersetzen|translate)\\b`, 'u'),
      /\bwie (?:wird|ist) (?:das|heute das|morgen das) wetter\b|\bwetter (?:heute|morgen|am wochenende)\b|\bwettervorhersage\b|\bweather (?:today|tomorrow|forecast)\b|\bwhat(?:'s| is| will) the weather\b/u,
    ],
  ],
  [
    'advice',
    [
      /\b(?:medikamente?|tabletten?|arznei|medicine|pills?)\b.{0,30}\b(?:nehmen|einnehmen|take)\b/u,
      /\bsoll(?:te)? ich\b(?!.*\d).{0,40}\b(?:klagen|verklagen|wählen|anzeigen)\b|\bshould i\b.{0,20}\b(?:sue|vote)\b/u,
      /\bmeine chancen\b.{0,20}\bgericht\b/u,
    ],
  ],
  [
    'insult',
    [
      /\b(?:du|ihr) (?:bist|seid)\b.{0,30}\b(?:dumm\w*|dümmste\w*|idiot\w*|blöd\w*|drecks\w*|arsch\w*|nutzlos\w*|scheiß\w*)\b/u,
      /^(?:fick|verpiss|fuck)\b/u,
    ],
  ],
  [
    'thanks',
    [
      /^(?:ok(?:ay)?,? |super,? |gut,? )*(?:vielen |herzlichen |besten |lieben )?(?:danke?|thanks?|thank you|merci)(?: schön| sehr| dir| ihnen| euch| very much| a lot| so much)*[ !.:)]*$/u,
      /^(?:tschüs+|auf wiedersehen|bis bald|ciao|bye|goodbye)[ !.]*$/u,
    ],
  ],
  [
    'about-us',
    [
      /^(?:und )?(?:wer|was) (?:bist|seid|sind) (?:du|ihr|sie)\b.{0,12}$|\bwas (?:kannst|machst|weißt) du\b.{0,12}$|^(?:who|what) are you\b.{0,12}$|^what can you do\b.{0,12}$/u,
      /^bist du (?:ein|eine|echt)\b.{0,30}$|^are you (?:a|an|real)\b.{0,30}$|^(?:hilfe|help)[ !.?]*$/u,
    ],
  ],
  [
    'greeting',
    [
      /^(?:hallo|hallöchen|hi|hey|moin(?: moin)?|servus|guten (?:morgen|tag|abend)|grüß (?:gott|dich|sie)|grüezi|hello|good (?:morning|evening|afternoon))(?: zusammen| du| ihr| there| bot)?[ !.,]*$/u,
      /^(?:na|hallo|hi|hey|hello|moin|servus)?[ ,!.]*(?:wie geht(?:'?s| es)|how are you|how's it going|was geht|alles (?:klar|gut))\b.{0,25}$/u,
    ],
  ],
];
