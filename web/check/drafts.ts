// A draft for a question from the earlier answers that are ticked: asked for by a button, proven by the server sentence
// by sentence, marked as a model's. The server is told which pairs, never their text.
import type { Draft } from '../../api/check/draft.ts';
import { checkTexts } from '../../api/check/texts.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import type { Building } from './building.ts';
import { element } from './dom.ts';
import { withReferences } from './draft-text.ts';

const MAX_CHARACTERS = 2_000;

export function showDraftButton(place: HTMLElement, building: Building, write: (text: string) => void): void {
  const { question, about, ticked, lang, texts, entry } = building;
  const made = element('button', texts.check.draft);
  made.type = 'button';
  const status = element('p', '', { role: 'status' });
  place.append(made, status);
  made.addEventListener('click', async () => {
    if (made.getAttribute('aria-disabled') === 'true') return;
    if (ticked.size === 0) {
      status.textContent = texts.check.tickFirst;
      return;
    }
    made.setAttribute('aria-disabled', 'true');
    status.textContent = texts.check.drafting;
    const pairs = [...ticked.values()].map(({ pair }) => pair);
    const asked = { question: question.text.slice(0, MAX_CHARACTERS), about: about.slice(0, MAX_CHARACTERS) };
    const draft = await ask({ ...asked, pairs, lang }, texts);
    made.removeAttribute('aria-disabled');
    status.textContent = draft.notice ?? texts.check.drafted;
    if (draft.answer === '') return;
    const text = `${texts.check.draftLabel}:\n\n${withReferences(draft, checkTexts('de'))}`;
    write(entry.text.trim() === '' ? text : `${text}\n\n${entry.text}`);
  });
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
