// What kind of statement a question asks for: a number, money, a time, a reason, yes or no. German and English.
import { german } from '../../../corpus/german/letters.ts';
import { MONTHS } from '../../../corpus/german/months.ts';
import { CARDINALS } from '../../../corpus/german/number-words.ts';

export type QuestionType = 'money' | 'count' | 'when' | 'duration' | 'why' | 'where' | 'who' | 'yes-no' | 'open';

/** The first that matches wins, so money goes before count ("Wie viele Euro …"), why before both ("Warum so teuer?"). */
export function questionType(question: string): QuestionType {
  const text = question.toLowerCase().replace(/\s+/gu, ' ').trim();
  const type = RULES.find(([, pattern]) => pattern.test(text))?.[0];
  return type ?? (DOES_CITY.test(question.trim()) ? 'yes-no' : 'open');
}

/** 0 to 1: how much a sentence looks like a statement of that kind. */
export function fitsType(sentence: string, type: QuestionType): number {
  switch (type) {
    case 'money':
      return MONEY.test(sentence) && /\d/u.test(sentence) ? 1 : 0;
    case 'count':
      return NUMBER.test(sentence.replace(DATES, ' ')) ? 1 : 0;
    case 'when':
      return TIME.test(sentence) ? 1 : 0;
    case 'duration':
      return DURATION.test(sentence) ? 1 : TIME.test(sentence) ? 0.5 : 0;
    case 'why':
      return REASON.test(sentence) ? 1 : 0;
    case 'yes-no':
      return YES_NO.test(sentence) ? 1 : VERDICT.test(sentence) ? 0.6 : 0;
    default:
      return 0;
  }
}

/** The words of a question that only say which kind of statement is asked for: "hoch" of "Wie hoch ist". */
export function typeWords(question: string): string[] {
  return [...question.matchAll(TYPE_WORDS)].map((match) => match[1] ?? match[2]!);
}

const TYPE_WORDS = german(
  /\b(?:wie|how) (hoch|teuer|groß|oft|häufig|weit|stark|schnell|lange?|high|large|big|often|far|long|expensive)\b|\b(?:was|wie ?viel|how much|what)\b.{0,30}?\b(kostet|kosten|kostete|gekostet|costs?)\b/giu,
);

const RULES: [QuestionType, RegExp][] = [
  ['why', german(/\b(?:warum|wieso|weshalb|weswegen|aus welchem grund|why|how come)\b|\bworan (?:liegt|lag)\b/u)],
  [
    'money',
    german(
      /\b(?:was|wie ?viel|wieviele?)\b.{0,30}\b(?:kostet|kosten|kostete|gekostet|zahlt|zahlen|bezahlt|verdient|euro|geld|millionen)\b|\bkosten\b(?! (?:nicht|sie))|\bwie teuer\b|\bhow (?:much|expensive)\b|\bcosts?\b|\b(?:zuschuss|budget|etat|betrag|summe|ausgaben)\b|\p{L}*(?:preise?n?|gebühr(?:en)?|eintritt|tarife?|entgelte?|steuer|mieten?|bußgeld(?:er)?)\b/u,
    ),
  ],
  ['duration', german(/\bwie ?lange?\b|\bhow long\b/u)],
  [
    'count',
    german(
      /\bwie ?viele?n?\b|\bwie (?:hoch|groß|oft|häufig|weit|stark|schnell)\b|\bhow (?:many|high|large|big|often|far)\b|\b(?:anzahl|zahl|zahlen|anteil|prozent|quote|number|percentage|figures?)\b/u,
    ),
  ],
  [
    'when',
    german(
      /\b(?:wann|when)\b|\b(?:seit|bis|ab) (?:wann|welchem)\b|\bin welchem jahr\b|\bsince when\b|\bbaubeginn\b|\bfertigstellung\b/u,
    ),
  ],
  [
    'where',
    german(
      /^(?:und )?(?:wo|wohin|woher|where)\b|\b(?:in|an|auf) welche[mnr]\b|\bwelche[nr]? (?:stadtteile?n?|straßen?|standorte?n?|orte?n?|schulen?)\b/u,
    ),
  ],
  ['who', german(/^(?:und )?(?:wer|wem|wen|who|whose)\b|\bvon wem\b/u)],
  [
    'yes-no',
    german(
      /^(?:und |aber |also |then |so |and )?(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|gibt|gibts|gab|kann|können|könnte|darf|dürfen|muss|müssen|soll|sollen|will|wollen|plant|planen|kommt|kommen|bekommt|bekommen|kriegt|kriegen|bringt|macht|steht|geht|gehen|lässt|bleibt|bleiben|brauch\w*|springt|dreht|entsteh\w*|\w+(?:t|en)(?= (?:die|der|das|es|man|ich|wir|sie|stadt|gemeinde|verwaltung))|is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|may|must)\b/u,
    ),
  ],
];

const MONEY = german(/€|\bEuro\b|\bEUR\b|\bT€|\b(?:Mio|Mrd)\b|\bCent\b|kostenlos|kostenfrei|gebührenfrei/u);
const DATES = german(/\b\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?(?:\d{4})?|\b(?:19|20)\d{2}\b/gu);
const NUMBER = german(new RegExp(`\\d|\\b(?:kein(?:e|en|er)?|${CARDINALS.slice(1).join('|')}|alle|sämtliche)\\b`, 'u'));
const TIME = german(
  new RegExp(
    `\\b(?:19|20)\\d{2}\\b|\\b\\d{1,2}\\.\\s?\\d{1,2}\\.|\\b(?:${MONTHS.join('|')}|Quartal|Jahresende|Frühjahr|Sommer|Herbst|Winter|Monat\\w*|Woche\\w*)\\b|\\bnoch nicht\\b`,
    'u',
  ),
);
const DURATION = german(/\b(?:Jahr\w*|Monat\w*|Woche\w*|Tag\w*|Stunde\w*|Minute\w*)\b/u);
const REASON = german(
  /\b(?:weil|da|denn|aufgrund|auf Grund|wegen|infolge|deshalb|daher|deswegen|somit|Gr[uü]nd\w*|Ursache\w*|begründet\w*|zurückzuführen|liegt daran|dadurch|nicht (?:möglich|zulässig|erforderlich))\b/iu,
);
/** "Baut Musterstadt eine Halle?": a verb, a name, more, and a question mark; "Stadt Musterstadt …" has none. */
const DOES_CITY =
  /^\p{Lu}\p{Ll}+t(?<!amt|stadt|heit|keit|schaft|dienst|markt|fahrt|punkt|jekt|zept|wirt|zeit|bericht|rat) \p{Lu}\p{Ll}{2,}(?: \p{L}+)? .*\?$/u;
const YES_NO = german(/^(?:Ja|Nein|Yes|No|Derzeit nicht|Nicht)\b/u);
const VERDICT = german(
  /\b(?:nicht|kein\w*|keinesfalls|grundsätzlich|möglich|zulässig|erlaubt|vorgesehen|geplant|beabsichtigt|bereits|derzeit|weiterhin|künftig)\b/iu,
);
