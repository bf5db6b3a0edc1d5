// Sources as markup: a card for each cited document with its quotations in their paragraphs, and plain lists of others.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Source } from '../../api/events.ts';
import { ageOf } from '../../corpus/german/age.ts';
import type { Texts } from '../texts.de.ts';
import type { Chat, ChatSettings } from './chat.ts';
import { reportTemplate } from './report-form.ts';
import { external, heading } from './small-parts.ts';
import { type Excerpt, otherSources, type SourceCard, sourceCards } from './source-cards.ts';
import type { Turn } from './turn.ts';

export function cardsTemplate(part: Chat, settings: ChatSettings, turn: Turn, index: number, texts: Texts) {
  const cards = sourceCards(turn.sources, turn.citations);
  const others = otherSources(turn.sources, turn.citations);
  return html`${heading(settings.headingLevel + 1, texts.sources(cards.length), 'small')}
    <ol class="cards">${cards.map((card) => cardTemplate(part, settings, card, index, texts))}</ol>
    ${others.length === 0 ? nothing : fold(texts.more(others.length), list(others, texts))}`;
}

function cardTemplate(part: Chat, settings: ChatSettings, card: SourceCard, index: number, texts: Texts) {
  const { n, source, question } = card;
  const citation = card.excerpts[0]?.citation;
  return html`<li class="card" data-card=${n} tabindex="-1" aria-label=${texts.source(n, source.title, source.date)}>
    <p class="title"><span aria-hidden="true">[${n}]</span> <span lang="de">${source.title}</span></p>
    <p class="facts">${facts(source, texts)}</p>
    <p class="row links">
      ${external(card.url, texts.toDocument, texts)}
      ${source.image ? external(source.image, texts.toPicture, texts) : nothing}
      ${source.originalUrl === null ? nothing : external(atPage(source.originalUrl, card.excerpts[0]), texts.toOriginal(card.excerpts[0]?.citation.page ?? null), texts)}
    </p>
    <details><summary>${texts.context}</summary>
      ${question === null ? nothing : html`<p>${texts.pairQuestion(source.number)} <q lang="de">${question}</q></p>`}
      ${card.excerpts.map((excerpt) => excerptTemplate(excerpt))}
    </details>
    ${citation === undefined ? nothing : reportTemplate(part, settings, source.documentId, citation, `${index}.${n}`, texts)}
  </li>`;
}

function excerptTemplate(excerpt: Excerpt): TemplateResult {
  return html`<blockquote lang="de" cite=${excerpt.citation.url}>${excerpt.parts.map((part) => (part.quoted ? html`<mark>${part.text}</mark>` : part.text))}</blockquote>`;
}

/** The quotation's page, which need not be its passage's first. */
function atPage(url: string, excerpt: Excerpt | undefined): string {
  const page = excerpt?.citation.page;
  return page ? url.replace(/#page=\d+$/, `#page=${page}`) : url;
}

/** When it was answered, and how long ago where that matters. */
export function dated({ date }: Source, texts: Texts): TemplateResult {
  const years = ageOf(date, new Date());
  return html`<time datetime=${date ?? ''}>${texts.day(date ?? '')}</time>${years === null ? nothing : html` <span class="badge old">${texts.age(years)}</span>`}`;
}

/** @param title stands first, where it is not the heading */
export function facts(source: Source, texts: Texts, title: string | null = null): TemplateResult {
  const named = [
    title === null ? null : html`<span lang="de">${title}</span>`,
    source.date === null ? null : dated(source, texts),
    source.committee === null ? null : html`<span lang="de">${source.committee}</span>`,
    source.reference === null ? null : texts.paper(source.reference),
  ].filter((fact) => fact !== null);
  return html`${named.map((fact, i) => html`${i === 0 ? nothing : ' · '}${fact}`)}
    ${source.kind === 'answered' ? nothing : html`<span class="badge">${texts.kinds[source.kind]}</span>`}
    ${source.ocr ? html`<span class="badge">${texts.scan}</span>` : nothing}`;
}

function list(sources: readonly Source[], texts: Texts): TemplateResult {
  return html`<ul class="sources">${sources.map(
    (source) => html`<li>
      ${external(source.url, html`<span lang="de">${source.question ?? source.title}</span>`, texts)}
      <span class="facts">${facts(source, texts, source.question === null ? null : source.title)}</span>
    </li>`,
  )}</ul>`;
}

function fold(summary: string, content: TemplateResult): TemplateResult {
  return html`<details><summary>${summary}</summary>${content}</details>`;
}
