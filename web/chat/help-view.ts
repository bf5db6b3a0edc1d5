// What an abstention offers instead of an answer: the search, and how to ask the administration.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { contact } from '../../corpus/city.json';
import type { Texts } from '../texts.de.ts';
import type { ChatSettings } from './chat.ts';
import { external, heading, pageUrl } from './small-parts.ts';
import type { Turn } from './turn.ts';

/** Facts of city.json, which the build has checked; null is not filled in. */
const office: { office: string | null; mail: string | null; phone: string | null; url: string | null } = contact;

export function helpTemplate(turn: Turn, settings: ChatSettings, texts: Texts): TemplateResult {
  const { help } = texts;
  return html`<div class="note help">
    ${heading(settings.headingLevel + 1, turn.sources.length > 0 ? help.noneFits : help.heading, 'small')}
    <ul>
      <li>${searchLink(turn, settings, texts)}</li>
      <li>${help.contact} ${contactTemplate(texts)}</li>
    </ul>
  </div>`;
}

export function searchLink(turn: Turn, settings: ChatSettings, texts: Texts): TemplateResult {
  const path = `/suche?q=${encodeURIComponent(turn.question)}`;
  return external(pageUrl(settings, path), texts.help.search, texts);
}

function contactTemplate(texts: Texts): TemplateResult {
  const { help } = texts;
  if (office.mail === null && office.phone === null && office.url === null) return html`<em>${help.notSet}</em>`;
  return html`<span class="contact">
    ${office.office === null ? nothing : html`<span>${office.office}</span>`}
    ${office.mail === null ? nothing : html`<span>${help.mail}: <a href="mailto:${office.mail}">${office.mail}</a></span>`}
    ${office.phone === null ? nothing : html`<span>${help.phone}: <a href="tel:${office.phone.replace(/[^+\d]/g, '')}">${office.phone}</a></span>`}
    ${office.url === null ? nothing : html`<span>${external(office.url, help.web, texts)}</span>`}
  </span>`;
}
