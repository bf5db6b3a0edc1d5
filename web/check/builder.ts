// One question of a checked inquiry → where its answer is built: earlier answers are ticked and come in whole, the text
// is edited, the office that has to answer is named, and a model may draft from what is ticked.

import { countedOverYears } from '../../api/check/changed.ts';
import type { CheckedQuestion, Match } from '../../api/check/types.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import type { Building } from './building.ts';
import { element, field } from './dom.ts';
import { showDraftButton } from './drafts.ts';
import { earlierAnswer } from './earlier-answer.ts';
import { quotationText, withoutQuotation, withQuotation } from './entry.ts';

/** @param section the question's part of the page, with its matches as list items in the order of `matches` and `nearest` */
export function showBuilder(section: HTMLElement, place: number, building: Building): void {
  const { question, entry, texts, onChange } = building;
  const words = texts.check;
  const text = field(words.newText(question.number ?? `${place + 1}`), `text-${place}`, element('textarea'));
  text.input.rows = 4;
  text.input.lang = 'de';
  text.input.value = entry.text;
  text.input.addEventListener('input', () => {
    entry.text = text.input.value;
    onChange();
  });
  const office = field(words.responsible, `office-${place}`, element('input'));
  office.input.lang = 'de';
  office.input.value = entry.responsible;
  office.input.addEventListener('input', () => {
    entry.responsible = office.input.value.trim();
    onChange();
  });
  const write = (value: string) => {
    entry.text = value;
    text.input.value = value;
    text.input.rows = Math.min(16, Math.max(4, value.split('\n').length + 1));
    onChange();
  };
  const status = element('p', '', { role: 'status', className: 'hint' });
  const matches = [...question.matches, ...question.nearest];
  const items = [...section.querySelectorAll<HTMLElement>('ol.matches > li')];
  for (const [i, item] of items.entries()) {
    const match = matches[i];
    if (match) item.prepend(tick(match, `tick-${place}-${i}`, building, write, status));
  }
  const slot = section.querySelector<HTMLElement>('.draft');
  slot?.append(...changes(question, texts), status, text.block, office.block);
  if (slot && building.canDraft) showDraftButton(slot, building, write);
}

function tick(
  match: Match,
  id: string,
  building: Building,
  write: (text: string) => void,
  status: HTMLElement,
): HTMLElement {
  const { entry, ticked, texts } = building;
  const box = element('input');
  box.type = 'checkbox';
  box.id = id;
  const label = element('label', texts.check.take);
  label.htmlFor = id;
  const line = element('p', '', { className: 'tick' });
  line.lang = document.documentElement.lang;
  line.append(box, label);
  // A draft that was kept may hold it already.
  box.addEventListener('change', async () => {
    const wanted = box.checked;
    status.textContent = '';
    try {
      const answer = await earlierAnswer(match.source);
      if (box.checked !== wanted) return;
      if (wanted) ticked.set(match, answer);
      else ticked.delete(match);
      write(wanted ? withQuotation(entry.text, answer) : withoutQuotation(entry.text, answer));
      status.textContent = wanted ? texts.check.taken : texts.check.takenOut;
    } catch {
      box.checked = !wanted;
      status.textContent = texts.check.takeFailed;
    }
  });
  if (entry.text !== '') {
    earlierAnswer(match.source).then(
      (answer) => {
        if (!entry.text.includes(quotationText(answer))) return;
        box.checked = true;
        ticked.set(match, answer);
      },
      () => {},
    );
  }
  return line;
}

/** What changed between earlier answers to the same question, where they counted the same. */
function changes({ matches }: CheckedQuestion, texts: PageTexts): HTMLElement[] {
  const counted = countedOverYears(matches.map(({ source }) => ({ date: source.date, text: source.text })));
  if (counted.length === 0) return [];
  const list = counted.map(
    ({ noun, values }) => `${noun} ${values.map(({ year, value }) => `${year}: ${value}`).join(', ')}`,
  );
  return [element('p', `${texts.check.changed} ${list.join(' · ')}`, { className: 'changed' })];
}
