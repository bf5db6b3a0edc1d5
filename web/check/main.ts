// What JavaScript adds to /pruefen: dropping a file, saying that it is at work, exports and drafts. The result itself
// comes from the server (api/pages/check.ts).
import type { CheckedQuestion } from '../../api/check/types.ts';
import { pageTextsFor } from '../texts.ts';
import { showDrafts } from './drafts.ts';
import { enableDrop } from './drop.ts';
import { showExports } from './exports.ts';

export interface CheckState {
  questions: CheckedQuestion[];
  about: string;
  /** Drafts that were asked for, by the place of their question. */
  drafts: Map<number, string>;
}

const lang = document.documentElement.lang === 'en' ? 'en' : 'de';
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
if (section) {
  const { questions, about } = JSON.parse(section.dataset.check ?? '{}') as Omit<CheckState, 'drafts'>;
  const state: CheckState = { questions, about, drafts: new Map() };
  showExports(section.querySelector('.exports'), state, lang, texts);
  if (section.dataset.drafts === 'on') showDrafts(section, state, lang, texts);
  section.querySelector<HTMLElement>('#ergebnis')?.focus();
}
