// A question with no single answer → what it is about: a keyword ("Müll"), "Was gibt es Neues zu …", "Was sagt die
// Stadt zu …". It gets a choice of what was answered on it, the newest first, with a line that says how much there is.
import type { Filters, Lang } from '../../events.ts';
import type { Hit, LiveIndex } from '../../search/types.ts';
import { choiceFrom } from '../quote/choice.ts';
import type { Known } from '../reply.ts';
import type { StepDeps } from '../step.ts';
import { textsOf } from '../texts.ts';

export interface BroadQuestion {
  /** In the user's words; empty for "Was ist neu?". */
  topic: string;
  /** The newest is asked for, not what fits best. */
  isNews: boolean;
}

/** The step that offers what there is on a topic. */
export async function offerTopic({ request }: Known, { index, origin }: StepDeps): Promise<Partial<Known>> {
  const broad = broadQuestion(request.question, request.lang, index);
  if (broad === null) return {};
  // Which one is meant may have been said before.
  if (request.history.length > 0 && ASKS_WHEN.test(request.question)) return {};
  const { topic, isNews } = broad;
  const { filters } = request;
  const sort = topic === '' ? 'date' : 'relevance';
  const asked = { query: topic, filters, history: [], rewrite: null, sort, limit: LOOKED_AT, offset: 0 } as const;
  const found = await index.search({ ...asked, history: [], group: topic === '' ? 'document' : 'pair' });
  const years = found.facets.year.map(({ value }) => value).sort();
  const all = {
    total: found.total,
    isAtLeast: found.totalIsLowerBound,
    from: years[0] ?? null,
    to: years.at(-1) ?? null,
  };
  if (found.hits.length === 0) return {};
  const hits = isNews ? choiceFrom(found.hits.toSorted(newestFirst), 1) : choiceFrom(found.hits, 1).sort(newestFirst);
  const listUrl = addressOf(origin, topic, filters, isNews ? 'date' : 'relevance');
  const says = textsOf(request.lang).topic(topic, all, isNews);
  return { found, confidence: found.confidence, reply: { form: 'choice', hits, says, notice: null, listUrl } };
}

export const newestFirst = (a: Hit, b: Hit) => (b.document.date ?? '').localeCompare(a.document.date ?? '');

/** Of the pairs that fit best the newest are taken where news are asked for. */
const LOOKED_AT = 20;

/** Null for every question that may have one answer. */
export function broadQuestion(question: string, lang: Lang, index: Pick<LiveIndex, 'terms'>): BroadQuestion | null {
  const text = question
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[?.!\s]+$/u, '')
    .trim();
  for (const [pattern, isNews] of SHAPES[lang]) {
    const topic = pattern.exec(text)?.groups?.topic;
    if (topic === undefined) continue;
    const words = index.terms(topic).length;
    if (words === 0 ? isNews && topic === '' : words <= MAX_TOPIC_WORDS) return { topic, isNews };
  }
  const isKeyword =
    /^[\p{L}\p{N}/ -]+$/u.test(text) &&
    index.terms(text).filter(({ start, end }) => end - start > 1).length === 1 &&
    text.split(' ').length <= 2;
  return isKeyword && !LEANS.test(text) ? { topic: text, isNews: false } : null;
}

/** Of a longer one not everything is a topic: "Was sagt die Stadt zu der Kritik, dass …". */
const MAX_TOPIC_WORDS = 3;
/** It goes on from what was asked before. */
const LEANS =
  /^(?:und|oder|aber|auch|dann|seit|bis|ab|wann|wo|wer|wie|warum|and|or|since|when|where|who|how|why)(?!\p{L})/iu;

const ON = '(?:zu[mr]?|über|bei[m]?|in|im|aus|vom?|rund um|um|zum thema|on|about|in|with)';
const CITY =
  '(?:die |der |das )?(?:stadt|stadtverwaltung|verwaltung|gemeinde|rathaus|oberbürgermeister(?:in)?|stadtrat|gemeinderat)';
const THE = '(?:(?:de[rmn]|die|das|the|thema) )*';

const ASKS_WHEN = /^(?:bis )?(?:wann|wie lange|when|how long)(?!\p{L})/iu;

/** Of which a city has many: asked without a place, nobody knows which one is meant. */
const ONE_OF_MANY =
  '(?:\\p{L}*baustelle|baustellen|bauarbeiten|straßen?sperrung|sperrung|vollsperrung|umleitung|brücke|unterführung|kreuzung|ampel|kreisel|radweg|gehweg|spielplatz|haltestelle|aufzug|rolltreppe|spielstraße)';
const DONE =
  '(?:\\p{L}*fertig(?:gestellt)?|gebaut|umgebaut|ausgebaut|saniert|renoviert|repariert|offen|geöffnet|eröffnet|auf|zu|zu ende|beendet|vorbei|aufgehoben|frei|gesperrt|abgebaut|weg|erneuert|verlegt|abgeschlossen)';

const SHAPES: Record<Lang, [RegExp, isNews: boolean][]> = {
  de: [
    [
      new RegExp(
        `^(?:was (?:gibt(?:['’]?s| es)|ist)(?: denn| so)* neue?s?|neuigkeiten|neues)(?: ${ON} ${THE}(?<topic>.+))$`,
        'iu',
      ),
      true,
    ],
    [/^(?:was (?:gibt(?:['’]?s| es)|ist)(?: denn| so)* neue?s?|neuigkeiten|neues)(?<topic>)$/iu, true],
    [new RegExp(`^was (?:sagt|meint|sagte|schreibt|weiß) ${CITY} ${ON} ${THE}(?<topic>.+)$`, 'iu'), false],
    [
      new RegExp(
        `^was (?:hat|haben) ${CITY} (?:denn |schon |bisher )*${ON} ${THE}(?<topic>.+?) (?:gesagt|geantwortet|mitgeteilt|erklärt|berichtet|geschrieben)$`,
        'iu',
      ),
      false,
    ],
    [
      new RegExp(
        `^(?:bis )?(?:wann|wie lange) (?:denn )?(?:ist|sind|wird|werden|dauert|dauern|bleibt|bleiben|kommt|kommen|öffnet) (?:denn |eigentlich |endlich )*(?:die|der|das|den|diese[rs]?|eine?|unsere?|mein) (?<topic>${ONE_OF_MANY})(?: (?:denn|endlich|noch|wieder|mal|hier|jetzt|bei uns|vor (?:der|meiner|unserer) (?:haus)?tür|in (?:meiner|unserer|der) straße))*(?: ${DONE})?$`,
        'iu',
      ),
      true,
    ],
    [new RegExp(`^(?:alles|infos?|informationen|antworten|thema)(?: ${ON})? ${THE}(?<topic>.+)$`, 'iu'), false],
  ],
  en: [
    [new RegExp(`^(?:what(?:['’]s| is)(?: there)? new|news|any news)(?: ${ON} ${THE}(?<topic>.+))$`, 'iu'), true],
    [/^(?:what(?:['’]s| is) new|news)(?<topic>)$/iu, true],
    [
      new RegExp(
        `^what (?:does|did|has) the (?:city|council|administration) (?:say|said) ${ON} ${THE}(?<topic>.+)$`,
        'iu',
      ),
      false,
    ],
    [
      /^(?:when|how long) (?:will|is|are|does|do) (?:the|this|our|my) (?<topic>construction(?: site| works?)?|road ?works?|road closure|closure|diversion|building site)(?: be| going to be)?(?: finally)?(?: finished| over| done| completed| last| take| lifted| removed)?$/iu,
      true,
    ],
    [new RegExp(`^(?:everything|info|information) ${ON} ${THE}(?<topic>.+)$`, 'iu'), false],
  ],
};

function addressOf(origin: string, topic: string, filters: Filters, sort: string): string {
  return `${origin}/suche?${new URLSearchParams({ q: topic, ...filters, sort })}`;
}
