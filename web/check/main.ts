// What JavaScript adds to /pruefen: dropping a file, saying that it is at work, and building the answer from what was
// found. The result itself comes from the server (api/pages/check.ts).

import { langOf } from '../../api/languages.ts';
import { pageTextsFor } from '../texts.pages.ts';
import { showBuilder } from './builder.ts';
import { enableDrop } from './drop.ts';
import { emptyEntry } from './entry.ts';
import { showExports } from './exports.ts';
import { factsForm } from './facts-form.ts';
import { restoreKept, showKeeping } from './keep.ts';
import type { CheckState } from './state.ts';

const lang = langOf(document.documentElement.lang);
const texts = pageTextsFor(lang);

const form = document.querySelector<HTMLFormElement>('form.inquiry');
if (form) {
  enableDrop(form);
  form.addEventListener('submit', (event) => {
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
    const status = form.querySelector('.busy');
    if (button?.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    button?.setAttribute('aria-disabled', 'true');
    if (status) status.textContent = form.dataset.busy ?? '';
  });
  // The page comes back from the browser's memory as it was left.
  addEventListener('pageshow', () => {
    form.querySelector('button[type=submit]')?.removeAttribute('aria-disabled');
    form.querySelector('.busy')?.replaceChildren();
  });
}

const section = document.querySelector<HTMLElement>('[data-check]');
if (section) showResult(section);

function showResult(section: HTMLElement): void {
  const sent = JSON.parse(section.dataset.check ?? '{}') as Omit<CheckState, 'entries'>;
  const state: CheckState = { ...sent, entries: sent.questions.map(emptyEntry) };
  const isKept = restoreKept(state);
  const tools = section.querySelector('.exports');
  let onChange = () => {};
  if (tools) {
    tools.append(factsForm(state.facts, texts, () => onChange()));
    showExports(tools, state, lang, texts);
    onChange = showKeeping(tools, state, isKept, texts);
  }
  for (const [i, question] of state.questions.entries()) {
    const own = section.querySelector<HTMLElement>(`#frage-${i + 1}`);
    if (!own) continue;
    showBuilder(own, i, {
      question,
      about: state.about,
      entry: state.entries[i]!,
      ticked: new Map(),
      lang,
      texts,
      canDraft: section.dataset.drafts === 'on',
      onChange: () => onChange(),
    });
  }
  section.querySelector<HTMLElement>('#ergebnis')?.focus();
}
