// `document.text` → HTML in which offsets can still be found: the text nodes of an element with `data-start` are,
// joined, exactly `text.slice(start, …)`. Questions become headings, page breaks become marks without text of their own.

import type { Pair, ReplyDocument, Span } from '../../corpus/types.ts';
import type { Lang } from '../languages.ts';
import { askedAt } from './anchors.ts';
import { type Html, html } from './html.ts';

import { type PageTexts, pageTexts } from './texts.ts';

export function documentText(
  document: Pick<ReplyDocument, 'text' | 'pages' | 'pairs' | 'inquiry'> & Partial<Pick<ReplyDocument, 'originalUrl'>>,
  lang: Lang,
): Html {
  const texts = pageTexts(lang).document;
  const blocks = cutIntoBlocks(document.text, document.pairs);
  const toInquiry = (pair: Pair, label: string): Html | string => {
    const place = askedAt(document, pair);
    return place === null ? label : html`<a href="#${place}">${label}</a>`;
  };
  // Without text of its own, as the marks of pages.
  const askedElsewhere = (index: number): Html | false => {
    const pair = document.pairs[index];
    const place = pair ? askedAt(document, pair) : null;
    return (
      place !== null &&
      html`<a class="to-inquiry" href="#${place}" data-label="${texts.inInquiry}" aria-label="${texts.inInquiry}"></a>`
    );
  };
  return html`${blocks.map((block) => {
    const content = withPageMarks(document, block, texts);
    const anchors = block.answers.map(
      ({ pair, index }) =>
        html`<div id="antwort-${index + 1}" class="answer-start" tabindex="-1">${
          pair.question === null &&
          pair.questionText !== null &&
          html`<h3 class="question"><span class="from">${toInquiry(pair, texts.inquiryQuestion)}: </span>${pair.questionText}</h3>`
        }</div>`,
    );
    const element =
      block.question === null
        ? html`<p data-start="${block.start}"${block.isUnsure && html` class="unsure" data-label="${texts.unsure}"`}>${content}</p>`
        : html`<h3 class="question" id="frage-${block.question + 1}" tabindex="-1" data-start="${block.start}">${content}${askedElsewhere(block.question)}</h3>`;
    return html`${anchors}${element}`;
  })}`;
}

interface Block extends Span {
  /** Index of the pair whose question this is. */
  question: number | null;
  /** It stands in an answer, and may be the asker's words (unquotable.ts). */
  isUnsure: boolean;
  /** Pairs whose answer starts here. */
  answers: { pair: Pair; index: number }[];
}

/** Paragraphs, cut again where a question or an answer starts or a question ends. White space between is left out. */
function cutIntoBlocks(text: string, pairs: Pair[]): Block[] {
  const questions = pairs.flatMap((pair, index) => (pair.question === null ? [] : [{ ...pair.question, index }]));
  const cuts = new Set([0, text.length, ...questions.flatMap(({ start, end }) => [start, end])]);
  const unsure = pairs.flatMap(({ unquotable }) => unquotable ?? []);
  for (const { start, end } of unsure) cuts.add(start).add(end);
  for (const { answer } of pairs) cuts.add(answer.start);
  for (const gap of text.matchAll(/\n\s*\n/g)) cuts.add(gap.index + gap[0].length);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  const blocks = places.slice(0, -1).map((place, i): Block => {
    const end = places[i + 1] ?? text.length;
    const piece = text.slice(place, end);
    const start = place + (piece.length - piece.trimStart().length);
    const question = questions.find((span) => span.start < end && span.end > start)?.index ?? null;
    const answers = pairs.flatMap((pair, index) =>
      pair.answer.start >= place && pair.answer.start < end ? [{ pair, index }] : [],
    );
    const isUnsure = unsure.some((span) => span.start < end && span.end > start);
    return { start, end: start + piece.trim().length, question, isUnsure, answers };
  });
  return joinQuestions(
    blocks.filter((block) => block.end > block.start),
    text,
  );
}

/** "1.", "Frage 2:", "a)" */
const NUMBER = /^(?:(?:zu )?frage )?\(?(?:\d{1,2}(?:\.\d{1,2})*|\p{L})\s?[.):]{1,2}$/iu;

/** A question of several paragraphs is one heading, with the number before it, so that an id stands once. */
function joinQuestions(blocks: Block[], text: string): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNumber = last?.question === null && NUMBER.test(text.slice(last.start, last.end));
    if (last && block.question !== null && (last.question === block.question || isNumber)) {
      last.question = block.question;
      last.end = block.end;
      last.answers.push(...block.answers);
    } else joined.push(block);
  }
  return joined;
}

function withPageMarks(
  { text, pages, originalUrl = null }: Parameters<typeof documentText>[0],
  block: Span,
  texts: PageTexts['document'],
): Html {
  // A PDF viewer opens at the page; other files have none.
  const file = originalUrl !== null && /^https?:[^#]+$/i.test(originalUrl) ? originalUrl : null;
  const breaks = pages.length < 2 ? [] : pages.filter(({ start }) => start >= block.start && start < block.end);
  // The label is drawn by CSS from the attribute: a text node would shift every offset behind it.
  const pieces = breaks.map(({ number, start }, i) => {
    const before = text.slice(breaks[i - 1]?.start ?? block.start, start);
    const label = texts.page(number);
    return file === null
      ? html`${before}<span class="page-mark" id="seite-${number}" data-label="${label}"></span>`
      : html`${before}<a class="page-mark" id="seite-${number}" data-label="${label}" href="${file}#page=${number}" aria-label="${texts.originalPage(number)}"></a>`;
  });
  return html`${pieces}${text.slice(breaks.at(-1)?.start ?? block.start, block.end)}`;
}
