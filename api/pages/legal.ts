// Accessibility, privacy and imprint: templates that are true for this software, filled with what the city has said of
// itself. What it has not said is shown as not filled in.

import type { Health } from '../events.ts';
import type { Lang } from '../languages.ts';
import { html } from './html.ts';
import { legalDe } from './legal.de.ts';
import { legalEn } from './legal.en.ts';
import type { Facts, LegalTexts, LegalTopic } from './legal-texts.ts';
import { type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';

const TEXTS = { de: legalDe, en: legalEn } satisfies Record<Lang, LegalTexts>;

export function legalPage(context: PageContext, topic: LegalTopic, health: Health): Page {
  const texts = TEXTS[context.lang];
  const facts = factsIn(context);
  const sections = texts[topic](context.city, facts, health);
  const isUnfinished = sections.some(({ body }) => body.markup.includes('class="not-set"'));
  return page(context, {
    shell: 'text',
    title: texts.titles[topic],
    noindex: false,
    main: html`<div class="prose"><h1>${texts.titles[topic]}</h1>
      ${isUnfinished && html`<p class="note" role="note">${pageTexts(context.lang).fillIn}</p>`}
      ${sections.map(({ heading, id, body }) => html`<section${id !== undefined && html` id="${id}"`}><h2>${heading}</h2>${body}</section>`)}
      <section><h2>${texts.stand}</h2><dl class="facts">${texts
        .state(health, facts)
        .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section></div>`,
  });
}

function factsIn({ lang }: PageContext): Facts {
  const { notSet, day } = pageTexts(lang);
  const missing = html`<em class="not-set">${notSet}</em>`;
  return {
    day,
    text: (value) => (value === null ? missing : html`${value}`),
    mail: (value) => (value === null ? missing : html`<a href="mailto:${value}">${value}</a>`),
    phone: (value) => (value === null ? missing : html`<a href="tel:${value.replace(/[^+\d]/g, '')}">${value}</a>`),
    web: (value, label) =>
      value === null ? (label ? html`${label}` : missing) : html`<a href="${value}">${label ?? value}</a>`,
  };
}
