// Failures as the outside sees them: RFC 9457 problem documents with a sentence for people in the request's language.

import type { Context, TypedResponse } from 'hono';
import { checkTexts } from './check/texts.ts';
import type { UnusableInquiry } from './check/upload.ts';
import type { Lang } from './events.ts';
import type { InvalidField } from './invalid.ts';
import { isLang, langOf } from './languages.ts';

export type Problem =
  | { kind: 'malformed' }
  | { kind: 'invalid'; errors: InvalidField[] }
  | { kind: 'too-large'; limit: string }
  | { kind: 'not-found' }
  | { kind: 'method-not-allowed'; allow: string }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'unsupported-media-type' }
  | { kind: 'no-index' }
  | { kind: 'unreadable-index' }
  | { kind: 'chat-off' }
  | { kind: 'model-off' }
  | { kind: 'foreign-origin' }
  | { kind: 'unusable-inquiry'; reason: UnusableInquiry }
  | { kind: 'internal' };

const STATUS = {
  malformed: 400,
  invalid: 400,
  'too-large': 413,
  'not-found': 404,
  'method-not-allowed': 405,
  'rate-limited': 429,
  'unsupported-media-type': 415,
  'no-index': 503,
  'unreadable-index': 503,
  'chat-off': 503,
  'model-off': 503,
  'foreign-origin': 403,
  'unusable-inquiry': 400,
  internal: 500,
} as const satisfies Record<Problem['kind'], number>;

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: InvalidField[];
}

/** `application/problem+json`; the type carries the status, so that a route can only fail as its description says. */
export function problem<P extends Problem>(
  c: Context,
  failure: P,
  lang: Lang = requestLang(c),
): TypedResponse<ProblemBody, (typeof STATUS)[P['kind']], 'json'> & Response {
  const status = STATUS[failure.kind];
  const { title, detail } = sentenceOf(failure, lang);
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  headers['cache-control'] = 'no-store';
  if (failure.kind === 'rate-limited') headers['retry-after'] = String(failure.retryAfterSeconds);
  if (failure.kind === 'method-not-allowed') headers.allow = failure.allow;
  const body: ProblemBody = {
    type: `urn:ratsauskunft:problem:${failure.kind}`,
    title,
    status,
    detail,
    requestId: c.get('requestId'),
    ...(failure.kind === 'invalid' ? { errors: failure.errors } : {}),
  };
  return c.json(body, status, headers) as ReturnType<typeof problem<P>>;
}

/** German unless `accept-language` prefers English. */
export function requestLang(c: Context): Lang {
  const ranked = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().toLowerCase().split(';q=');
      return { lang: tag.slice(0, 2), q: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter((entry) => isLang(entry.lang))
    .sort((a, b) => b.q - a.q);
  return langOf(ranked[0]?.lang);
}

/** What people are told of a failure. */
export const sentenceOf = (failure: Problem, lang: Lang): { title: string; detail: string } => SENTENCES[lang](failure);

const SENTENCES: Record<Lang, (failure: Problem) => { title: string; detail: string }> = {
  de: (failure) => {
    switch (failure.kind) {
      case 'malformed':
        return { title: 'Anfrage nicht lesbar', detail: 'Die Anfrage ist kein gültiges JSON.' };
      case 'invalid':
        return {
          title: 'Anfrage ungültig',
          detail: `Die Anfrage ist ungültig: ${failure.errors.map((e) => `${e.path || 'Anfrage'}: ${e.message}`).join('; ')}.`,
        };
      case 'too-large':
        return {
          title: 'Anfrage zu groß',
          detail: `Die Anfrage ist zu groß. Erlaubt sind höchstens ${failure.limit}.`,
        };
      case 'not-found':
        return { title: 'Nicht gefunden', detail: 'Unter dieser Adresse gibt es nichts.' };
      case 'method-not-allowed':
        return { title: 'Methode nicht erlaubt', detail: `Diese Adresse nimmt nur ${failure.allow} an.` };
      case 'rate-limited':
        return {
          title: 'Zu viele Fragen',
          detail: `Das waren viele Fragen in kurzer Zeit. Bitte versuchen Sie es in ${failure.retryAfterSeconds} Sekunden noch einmal.`,
        };
      case 'unsupported-media-type':
        return { title: 'Format nicht unterstützt', detail: 'Dieses Format wird hier nicht angenommen.' };
      case 'no-index':
        return {
          title: 'Noch kein Suchindex',
          detail: 'Es sind noch keine Antworten geladen. Bitte versuchen Sie es später noch einmal.',
        };
      case 'unreadable-index':
        return {
          title: 'Suchindex veraltet',
          detail: 'Der Suchindex passt nicht zu diesem Programm. Wer den Dienst betreibt, baut ihn neu: npm run index.',
        };
      case 'chat-off':
        return {
          title: 'Chat abgeschaltet',
          detail: 'Der Chat ist zurzeit abgeschaltet. Die Suche steht Ihnen weiter offen.',
        };
      case 'model-off':
        return {
          title: 'Kein Modell',
          detail: 'Entwürfe sind hier nicht eingerichtet. Die Fundstellen gelten auch so.',
        };
      case 'foreign-origin':
        return { title: 'Fremde Seite', detail: 'Diese Website ist hier nicht eingetragen.' };
      case 'unusable-inquiry':
        return { title: 'Anfrage nicht prüfbar', detail: checkTexts('de').unusable[failure.reason] };
      case 'internal':
        return {
          title: 'Fehler',
          detail: 'Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal.',
        };
    }
  },
  en: (failure) => {
    switch (failure.kind) {
      case 'malformed':
        return { title: 'Unreadable request', detail: 'The request is not valid JSON.' };
      case 'invalid':
        return {
          title: 'Invalid request',
          detail: `The request is invalid: ${failure.errors.map((e) => `${e.path || 'request'}: ${e.message}`).join('; ')}.`,
        };
      case 'too-large':
        return {
          title: 'Request too large',
          detail: `The request is too large. At most ${failure.limit} are allowed.`,
        };
      case 'not-found':
        return { title: 'Not found', detail: 'There is nothing at this address.' };
      case 'method-not-allowed':
        return { title: 'Method not allowed', detail: `This address only accepts ${failure.allow}.` };
      case 'rate-limited':
        return {
          title: 'Too many questions',
          detail: `Those were many questions in a short time. Please try again in ${failure.retryAfterSeconds} seconds.`,
        };
      case 'unsupported-media-type':
        return { title: 'Unsupported format', detail: 'This format is not accepted here.' };
      case 'no-index':
        return { title: 'No search index yet', detail: 'No answers are loaded yet. Please try again later.' };
      case 'unreadable-index':
        return {
          title: 'Outdated search index',
          detail: 'The search index does not fit this program. Whoever runs the service builds it anew: npm run index.',
        };
      case 'chat-off':
        return { title: 'Chat is off', detail: 'The chat is currently switched off. You can still use the search.' };
      case 'model-off':
        return { title: 'No model', detail: 'Drafts are not set up here. The matches stand without them.' };
      case 'foreign-origin':
        return { title: 'Foreign site', detail: 'This website is not registered here.' };
      case 'unusable-inquiry':
        return { title: 'Inquiry cannot be checked', detail: checkTexts('en').unusable[failure.reason] };
      case 'internal':
        return { title: 'Error', detail: 'Something went wrong on our side. Please try again.' };
    }
  },
};
