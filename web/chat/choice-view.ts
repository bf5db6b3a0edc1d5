// A choice: what was asked and answered before, as a list of real questions. Each is opened in place with its whole
// answer and its proof, as if it had been asked.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Source } from '../../api/events.ts';
import type { Texts } from '../texts.de.ts';
import { answerBlocks, type Segment } from './answer-blocks.ts';
import { blocksTemplate } from './blocks-view.ts';
import type { Chat, ChatSettings } from './chat.ts';
import { copying } from './copying.ts';
import { reportTemplate } from './report-form.ts';
import { external, heading } from './small-parts.ts';
import { dated, facts } from './source-view.ts';
import type { Turn } from './turn.ts';
import { wholeAnswer } from './whole-answer.ts';

/** Of an answer's beginning; the style cuts it to one line. */
const FIRST_CHARACTERS = 120;

export function choiceTemplate(part: Chat, settings: ChatSettings, turn: Turn, index: number, texts: Texts) {
  return html`${heading(settings.headingLevel + 1, texts.choice.heading, 'small')}
    <ol class="choice">${turn.sources.map((source, i) => html`<li>${choiceItem(part, settings, source, `${index}.${i}`, texts)}</li>`)}</ol>`;
}

function choiceItem(part: Chat, settings: ChatSettings, source: Source, key: string, texts: Texts): TemplateResult {
  const state = part.view.opened.get(key);
  const set = (next: typeof state) => next && part.show({ opened: new Map(part.view.opened).set(key, next) });
  const onToggle = async (event: Event) => {
    const isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (!isOpen || (state !== undefined && state !== 'failed')) return;
    set('loading');
    set((await wholeAnswer(settings.api, source)) ?? 'failed');
  };
  return html`<details @toggle=${onToggle}>
    <summary><span class="asked" lang="de">${source.question ?? source.title}</span>
      ${source.date === null ? nothing : html`<span class="facts">${dated(source, texts)}</span>`}
      <span class="first" lang="de">${beginning(source.text)}</span></summary>
    <p role="status" class="facts">${state === 'loading' ? texts.choice.loading : state === 'failed' ? texts.choice.failed : ''}</p>
    ${state === undefined || state === 'loading' ? nothing : opened(part, settings, source, key, texts)}
  </details>`;
}

function opened(part: Chat, settings: ChatSettings, source: Source, key: string, texts: Texts): TemplateResult {
  const state = part.view.opened.get(key);
  const whole = typeof state === 'object' ? state : null;
  const text = (whole?.text ?? source.text).trim();
  const url = whole?.url ?? source.url;
  const copied = part.view.copied?.what === key ? part.view.copied : null;
  const onCopy = async () => {
    const worked = await copying(({ copiedPair }) => copiedPair(source, text, url, texts));
    part.show({ copied: { what: key, worked } });
  };
  const words = (segments: Segment[]) =>
    segments.map((segment) => (segment.type === 'marker' ? nothing : segment.text));
  return html`<p class="facts">${facts(source, texts, source.question === null ? null : source.title)}</p>
    <blockquote class="answer" lang="de" cite=${url}>${blocksTemplate(answerBlocks(text, []), words, texts)}</blockquote>
    <p class="row links">${external(url, texts.toDocument, texts)}
      ${source.image ? external(source.image, texts.toPicture, texts) : nothing}
      ${source.originalUrl === null ? nothing : external(source.originalUrl, texts.toOriginal(source.page), texts)}
      <button type="button" class="plain" @click=${onCopy}>${texts.copy}</button>
      <span role="status">${copied === null ? '' : copied.worked ? texts.copied : texts.copyFailed}</span></p>
    ${whole === null ? nothing : reportTemplate(part, settings, source.documentId, whole, `${key}.choice`, texts)}`;
}

const beginning = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, FIRST_CHARACTERS);
