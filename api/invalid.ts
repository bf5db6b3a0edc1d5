// What zod found wrong with a request → errors with a few words for people, in their language.
import type { z } from '@hono/zod-openapi';
import type { Lang } from './events.ts';

export interface InvalidField {
  /** "filters.from"; empty for the request as a whole. */
  path: string;
  message: string;
}

/** What only our own rules can find wrong; a schema gives the name as its message. */
export type OwnRule =
  | 'no-content'
  | 'last-not-user'
  | 'empty-question'
  | 'long-question'
  | 'long-inquiry'
  | 'empty-span'
  | 'unknown-document'
  | 'beyond-text';

type Issue = z.core.$ZodIssue;

export function invalidFields(issues: Issue[], lang: Lang): InvalidField[] {
  return issues.map((issue) => ({ path: issue.path.join('.'), message: wordsFor(issue, WORDS[lang]) }));
}

export function brokenRule(path: string, rule: OwnRule, lang: Lang): InvalidField {
  return { path, message: WORDS[lang].rules[rule] };
}

function wordsFor(issue: Issue, words: Words): string {
  if (Object.hasOwn(words.rules, issue.message)) return words.rules[issue.message as OwnRule];
  switch (issue.code) {
    case 'invalid_type':
      return words.expected(words.types[issue.expected] ?? issue.expected);
    case 'too_small':
      if (issue.origin in words.units && Number(issue.minimum) === 1) return words.empty;
      return words.atLeast(`${issue.minimum}`, words.units[issue.origin] ?? '');
    case 'too_big':
      return words.atMost(`${issue.maximum}`, words.units[issue.origin] ?? '');
    case 'invalid_value':
      return words.oneOf(issue.values.map(String).join(', '));
    case 'invalid_format':
      return issue.format === 'date' ? words.expected(words.types.date ?? '') : words.form;
    default:
      return words.wrong;
  }
}

interface Words {
  rules: Record<OwnRule, string>;
  types: Record<string, string>;
  units: Record<string, string>;
  empty: string;
  form: string;
  wrong: string;
  expected: (type: string) => string;
  atLeast: (minimum: string, unit: string) => string;
  atMost: (maximum: string, unit: string) => string;
  oneOf: (values: string) => string;
}

const WORDS: Record<Lang, Words> = {
  de: {
    rules: {
      'no-content': 'content oder parts fehlt',
      'last-not-user': 'die letzte Nachricht muss die Frage sein (role "user")',
      'empty-question': 'die Frage ist leer',
      'long-question': 'die Frage ist länger als 2.000 Zeichen',
      'long-inquiry': 'der Text ist länger als 50.000 Zeichen; fügen Sie nur die Anfrage ein',
      'empty-span': 'muss größer sein als start',
      'unknown-document': 'dieses Dokument gibt es nicht',
      'beyond-text': 'liegt hinter dem Ende des Textes',
    },
    types: {
      ...{ string: 'ein Text', number: 'eine Zahl', int: 'eine ganze Zahl', date: 'ein Datum wie 2024-05-27' },
      ...{ array: 'eine Liste', object: 'ein Objekt' },
    },
    units: { string: ' Zeichen', array: ' Einträge' },
    empty: 'darf nicht leer sein',
    form: 'hat nicht die vorgesehene Form',
    wrong: 'ist ungültig',
    expected: (type) => `erwartet wird ${type}`,
    atLeast: (minimum, unit) => `mindestens ${minimum}${unit}`,
    atMost: (maximum, unit) => `höchstens ${maximum}${unit}`,
    oneOf: (values) => `erlaubt ist: ${values}`,
  },
  en: {
    rules: {
      'no-content': 'content or parts is missing',
      'last-not-user': 'the last message must be the question (role "user")',
      'empty-question': 'the question is empty',
      'long-question': 'the question is longer than 2,000 characters',
      'long-inquiry': 'the text is longer than 50,000 characters; paste the inquiry only',
      'empty-span': 'must be greater than start',
      'unknown-document': 'there is no such document',
      'beyond-text': 'lies behind the end of the text',
    },
    types: {
      ...{ string: 'a text', number: 'a number', int: 'a whole number', date: 'a date like 2024-05-27' },
      ...{ array: 'a list', object: 'an object' },
    },
    units: { string: ' characters', array: ' entries' },
    empty: 'must not be empty',
    form: 'does not have the intended form',
    wrong: 'is invalid',
    expected: (type) => `expected is ${type}`,
    atLeast: (minimum, unit) => `at least ${minimum}${unit}`,
    atMost: (maximum, unit) => `at most ${maximum}${unit}`,
    oneOf: (values) => `allowed is: ${values}`,
  },
};
