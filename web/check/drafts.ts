// A draft for a question, asked for by a button: proven by the server sentence by sentence, shown as a draft with its
// sources, and taken along by the exports.

import type { Draft } from '../../api/check/draft.ts';
import { houseReference } from '../../api/check/reference.ts';
import { type CheckTexts, checkTexts } from '../../api/check/texts.ts';
import type { Lang } from '../../api/events.ts';
import type { PageTexts } from '../texts.de.ts';
import { citedSources, draftParagraphs, withReferences } from './draft-text.ts';
import type { CheckState } from './main.ts';

export function showDrafts(section: HTMLElement, state: CheckState, lang: Lang, texts: PageTexts): void {
  for (const place of section.querySelectorAll<HTMLElement>('[data-question]')) {
    const i = Number(place.dataset.question);
    const question = state.questions[i];
    if (!question || question.matches.length === 0) continue;
    const button = element('button', texts.check.draft);
    button.type = 'button';
    const status = element('p');
    status.setAttribute('role', 'status');
    const shown = element('div');
    place.append(button, status, shown);
    button.addEventListener('click', async () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      status.textContent = texts.check.drafting;
      const draft = await ask(
        { question: question.text.slice(0, 2_000), about: state.about.slice(0, 2_000), lang },
        texts,
      );
      button.removeAttribute('aria-disabled');
      status.textContent = draft.notice ?? texts.check.drafted;
      if (draft.answer === '') return shown.replaceChildren();
      state.drafts.set(i, withReferences(draft, checkTexts(lang)));
      show(shown, draft, checkTexts(lang), texts);
    });
  }
}

async function ask(body: object, texts: PageTexts): Promise<Draft> {
  const failed = (notice: string): Draft => ({ answer: '', sources: [], citations: [], notice });
  try {
    const response = await fetch('/api/check/draft', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(45_000),
    });
    const answer = (await response.json()) as Draft & { detail?: string };
    return response.ok ? answer : failed(answer.detail ?? texts.check.draftFailed);
  } catch {
    return failed(texts.check.draftFailed);
  }
}

function show(place: HTMLElement, draft: Draft, words: CheckTexts, texts: PageTexts): void {
  const label = element('p', texts.check.draftLabel);
  label.className = 'badge old';
  const paragraphs = draftParagraphs(draft).map((pieces) => {
    const paragraph = element('p');
    paragraph.lang = 'de';
    paragraph.append(
      ...pieces.map((piece) => (typeof piece === 'string' ? piece : linkTo(piece.url, piece.marker, 'marker'))),
    );
    return paragraph;
  });
  const list = element('ol');
  list.lang = 'de';
  for (const { source, url } of citedSources(draft)) {
    const item = element('li');
    item.append(linkTo(url, houseReference(source, words), ''));
    list.append(item);
  }
  place.className = 'note';
  place.replaceChildren(label, ...paragraphs, list);
}

function linkTo(url: string, text: string, className: string): HTMLAnchorElement {
  const link = element('a', text);
  const { pathname, search, hash } = new URL(url);
  link.href = pathname + search + hash;
  if (className !== '') link.className = className;
  return link;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
