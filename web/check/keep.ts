// "Entwurf behalten" and "Alles löschen": the clerk's visible choice, off until it is made (kept-draft.ts).
import type { PageTexts } from '../texts.pages.de.ts';
import { button, element } from './dom.ts';
import { deleteDraft, keepDraft, keptDraft } from './kept-draft.ts';
import type { CheckState } from './state.ts';

/** Takes up a kept draft of the same questions. Returns what to call at each change. */
export function restoreKept(state: CheckState): boolean {
  const kept = keptDraft(localStorage, Date.now());
  const asked = state.questions.map(({ text }) => text);
  if (kept === null || JSON.stringify(kept.questions) !== JSON.stringify(asked)) return false;
  Object.assign(state.facts, kept.facts);
  for (const [i, entry] of kept.entries.entries()) Object.assign(state.entries[i] ?? {}, entry);
  return true;
}

export function showKeeping(place: Element, state: CheckState, isKept: boolean, texts: PageTexts): () => void {
  const words = texts.check;
  let keeping = isKept;
  const box = element('input');
  box.type = 'checkbox';
  box.id = 'keep-draft';
  box.checked = keeping;
  const label = element('label', words.keep);
  label.htmlFor = box.id;
  const status = element('p', isKept ? words.restored : '', { role: 'status' });
  const store = () => {
    if (!keeping) return;
    const questions = state.questions.map(({ text }) => text);
    const isStored = keepDraft({ questions, facts: state.facts, entries: state.entries }, localStorage, Date.now());
    if (!isStored) status.textContent = words.keepFailed;
  };
  box.addEventListener('change', () => {
    keeping = box.checked;
    if (keeping) store();
    else deleteDraft(localStorage);
    status.textContent = keeping ? words.kept : words.deleted;
  });
  const erase = button(words.deleteAll, () => {
    keeping = false;
    box.checked = false;
    deleteDraft(localStorage);
    status.textContent = words.deleted;
  });
  const row = element('p', '', { className: 'row keep' });
  row.append(box, label, erase);
  place.append(row, status);
  return store;
}
