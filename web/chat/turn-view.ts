// One turn as markup: the question as a heading, progress in words, the answer with its markers, and what follows it.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Lang } from '../../api/events.ts';
import { langParameter } from '../../api/languages.ts';
import type { Texts } from '../texts.de.ts';
import { textsFor } from '../texts.ts';
import { answerBlocks, type Segment } from './answer-blocks.ts';
import { blocksTemplate } from './blocks-view.ts';
import type { Chat, ChatSettings } from './chat.ts';
import { choiceTemplate } from './choice-view.ts';
import { copying } from './copying.ts';
import { helpTemplate, searchLink } from './help-view.ts';
import { ratingTemplate } from './rating.ts';
import { external, heading, questionList } from './small-parts.ts';
import { cardsTemplate } from './source-view.ts';
import { isRunning, type Turn } from './turn.ts';

export function turnTemplate(part: Chat, settings: ChatSettings, turn: Turn, index: number): TemplateResult {
  const texts = textsFor(settings.lang);
  const level = settings.headingLevel;
  const done = turn.state === 'done';
  const isLast = index === part.conversation.turns.length - 1;
  const quiet = turn.summary?.kind === 'smalltalk';
  return html`<article class="turn" data-turn=${index} tabindex="-1" aria-busy=${isRunning(turn) ? 'true' : 'false'}>
    ${heading(level, html`<span class="visually-hidden">${texts.question} </span>${turn.question}`, 'question')}
    ${heading(level + 1, texts.answer, 'visually-hidden')}
    ${turn.summary?.notice ? html`<p class="note">${turn.summary.notice}</p>` : nothing}
    ${answerText(part, turn, index, settings.lang, texts)} ${progress(turn, settings, texts)}
    ${turn.state === 'stopped' ? html`<p class="note">${texts.stopped}</p>` : nothing}
    ${turn.state === 'failed' ? failureTemplate(turn, settings, texts) : nothing}
    ${isLast && !done && !isRunning(turn) ? html`<p><button type="button" aria-disabled=${part.view.wait > 0 ? 'true' : nothing} @click=${() => void part.retry()}>${texts.retry}${part.view.wait > 0 ? ` (${part.view.wait} s)` : nothing}</button></p>` : nothing}
    ${done && !quiet ? results(part, settings, turn, index, texts) : nothing}
    ${done && !quiet && turn.summary ? ratingTemplate(part, settings, turn.summary.id, index, texts) : nothing}
    ${done && isLast ? questionList(part, heading(level + 2, texts.followUps, 'small'), turn.summary?.followUps ?? []) : nothing}
  </article>`;
}

/** The address that asks the same; in a row of the buttons of an answer, or alone below a choice. */
function shareTemplate(part: Chat, { share }: ChatSettings, { question }: Turn) {
  if (!share) return nothing;
  const { shared } = part.view;
  return html`<button type="button" class="plain" @click=${() => void part.share(question, share)}>${share.copy}</button>
    <span role="status">${shared?.question === question ? shared.says : ''}</span>`;
}

/** The line that says what is going on keeps its place until text takes it, so that nothing jumps. */
function progress(turn: Turn, settings: ChatSettings, texts: Texts): TemplateResult | typeof nothing {
  if (turn.state === 'searching')
    return html`<p class="progress" translate="no">${texts.searching(settings.documents)}</p>`;
  if (turn.state === 'reading')
    return html`<p class="progress" translate="no">${turn.sources.length > 1 ? texts.reading(turn.sources.length) : `${texts.status.working} …`}</p>`;
  return nothing;
}

function answerText(part: Chat, turn: Turn, index: number, lang: Lang, texts: Texts) {
  const line = (segments: Segment[]) =>
    segments.map((segment) => {
      if (segment.type === 'verbatim' && langParameter(lang) !== null)
        return html`<span lang="de">${segment.text}</span>`;
      if (segment.type === 'text') return linked(segment.text, turn, texts);
      if (segment.type !== 'marker') return segment.text;
      const { citation } = segment;
      const source = turn.sources[citation.source];
      const onClick = (event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (showCard(part, index, citation.n)) event.preventDefault();
      };
      return html`<a class="marker" href=${citation.url} target="_blank" rel="noopener" @click=${onClick}
        aria-label=${texts.source(citation.n, source?.title ?? '', source?.date ?? null)}>[${citation.n}]</a>`;
    });
  const blocks = blocksTemplate(answerBlocks(turn.text, turn.citations), line, texts);
  // A browser that translates puts other nodes in place of ours. Not while they grow; the finished answer is of fresh ones.
  if (turn.state !== 'done') return html`<div class="answer" translate="no">${blocks}</div>`;
  return html`<div class="answer">${blocks}</div>`;
}

/** Titles in a list lead to their documents. */
function linked(text: string, { sources, summary }: Turn, texts: Texts) {
  const source = summary?.kind === 'list' && sources.find(({ title }) => text.includes(title));
  if (!source) return text;
  const at = text.indexOf(source.title);
  return html`${text.slice(0, at)}${external(source.url, source.title, texts)}${text.slice(at + source.title.length)}`;
}

/** A marker leads to its card in this answer; before the cards are there it is a plain link to the document. */
function showCard(part: Chat, index: number, n: number): boolean {
  const card = part.host.root().querySelector<HTMLElement>(`[data-turn="${index}"] [data-card="${n}"]`);
  card?.focus();
  card?.scrollIntoView({ block: 'nearest' });
  return card !== null;
}

function results(part: Chat, settings: ChatSettings, turn: Turn, index: number, texts: Texts): TemplateResult {
  const list = turn.summary?.listUrl ? html`<p>${external(turn.summary.listUrl, texts.toList, texts)}</p>` : nothing;
  if (turn.summary?.abstained) {
    return html`${turn.sources.length > 0 ? choiceTemplate(part, settings, turn, index, texts) : nothing}
      ${helpTemplate(turn, settings, texts)} ${settings.share ? html`<div class="row actions">${shareTemplate(part, settings, turn)}</div>` : nothing}`;
  }
  return html`${list}${cardsTemplate(part, settings, turn, index, texts)}${actions(part, settings, turn, index, texts)}`;
}

function actions(part: Chat, settings: ChatSettings, turn: Turn, index: number, texts: Texts): TemplateResult {
  const copied = part.view.copied?.what === `${index}` ? part.view.copied : null;
  const mode = turn.summary?.mode ?? 'extractive';
  const onCopy = async () => {
    const worked = await copying(({ copiedAnswer }) => copiedAnswer(turn, texts));
    part.show({ copied: { what: `${index}`, worked } });
  };
  return html`<div class="row actions">
      <button type="button" class="plain" @click=${onCopy}>${texts.copy}</button>
      <span role="status">${copied === null ? '' : copied.worked ? texts.copied : texts.copyFailed}</span>
      ${shareTemplate(part, settings, turn)}
      ${settings.print === null ? nothing : html`<button type="button" class="plain print" @click=${() => print()}>${settings.print}</button>`}
    </div>
    <p class="hint" data-ai-generated=${mode === 'claude' ? 'true' : 'false'}>${texts.madeBy[mode]}</p>`;
}

/** The search is a way on when the chat is busy, switched off or broken. */
function failureTemplate(turn: Turn, settings: ChatSettings, texts: Texts): TemplateResult {
  const { failure } = turn;
  const kind = failure?.kind ?? 'unreachable';
  const sentence = (failure?.kind === 'refused' && failure.detail) || texts.failure[kind];
  return html`<div class="note failure"><p><strong>${texts.failure.heading}</strong></p><p>${sentence}</p>${settings.failureHint ? html`<p>${settings.failureHint}</p>` : nothing}
    ${kind === 'refused' ? html`<p>${searchLink(turn, settings, texts)}</p>` : nothing}</div>`;
}
