// The buttons that take a built answer along: the city's form as a Word file, Markdown, copied as HTML; and the internal
// overview of what was found, which stays in the house.
import { markdownReport } from '../../api/check/report.ts';
import { checkTexts } from '../../api/check/texts.ts';
import type { Lang } from '../../api/events.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import type { AnswerForm } from './answer-form.ts';
import { answerHtml, answerMarkdown } from './answer-text.ts';
import { button, element, field } from './dom.ts';
import type { CheckState } from './state.ts';

const TEMPLATES = '/vorlagen/vorlagen.json';

export function showExports(place: Element | null, state: CheckState, lang: Lang, texts: PageTexts): void {
  if (!place) return;
  const words = texts.check;
  const status = element('p', '', { role: 'status' });
  const say = (sentence: string) => {
    status.textContent = sentence;
  };
  const template = field(words.template, 'template', element('select'));
  template.input.append(new Option(words.templateNames.beantwortung, 'beantwortung'));
  void offerTemplates(template.input, words.templateNames);
  const works: [string, () => Promise<void> | void][] = [
    [words.word, () => saveWord(template.input.value, formOf(state), say, texts)],
    [words.markdown, () => save(asFile(answerMarkdown(formOf(state)), 'text/markdown'), 'antwortentwurf.md')],
    [
      words.copy,
      async () => {
        await copy(formOf(state));
        say(words.copied);
      },
    ],
    [
      words.overview,
      () =>
        save(
          asFile(markdownReport(reported(state), checkTexts(lang), new Date()), 'text/markdown'),
          'anfrage-geprueft.md',
        ),
    ],
    [words.print, () => print()],
  ];
  const row = element('div', '', { className: 'row' });
  for (const [i, [label, work]] of works.entries()) {
    const made = button(label, () => {
      say('');
      Promise.resolve()
        .then(work)
        .catch(() => say(words.exportFailed));
    });
    if (i === 0) made.className = 'primary';
    row.append(made);
  }
  place.append(template.block, row, status);
}

/** Questions are numbered as on the page, also where the inquiry does not. */
function formOf({ questions, entries, facts, city }: CheckState): AnswerForm {
  return {
    facts: { ...facts, city, today: localDay(new Date()) },
    questions: questions.map(({ number, text }, i) => ({
      number: number ?? `${i + 1}`,
      question: text,
      answer: entries[i]?.text.trim() ?? '',
      responsible: entries[i]?.responsible ?? '',
    })),
  };
}

const reported = ({ questions }: CheckState) =>
  questions.map((question, i) => ({ ...question, number: question.number ?? `${i + 1}` }));

async function saveWord(name: string, form: AnswerForm, say: (text: string) => void, texts: PageTexts): Promise<void> {
  const [response, { fillAnswerForm }] = await Promise.all([
    fetch(`/vorlagen/${encodeURIComponent(name)}.docx`, { credentials: 'omit' }),
    // Large, and not everybody wants it.
    import('./answer-form.ts'),
  ]);
  if (!response.ok) return say(texts.check.templateMissing(name));
  const filled = fillAnswerForm(await response.arrayBuffer(), form);
  if (!filled.ok) return say(`${texts.check.templateBroken(name)} ${filled.error.join(' ')}`);
  save(filled.value, 'antwortentwurf.docx');
  say(texts.check.saved);
}

/** Both kinds, so that Word takes over tables and a plain field its text. */
async function copy(form: AnswerForm): Promise<void> {
  const plain = answerMarkdown(form);
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(plain);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([plain], { type: 'text/plain' }),
      'text/html': new Blob([answerHtml(form)], { type: 'text/html' }),
    }),
  ]);
}

/** The city's own ones stand beside those that ship. */
async function offerTemplates(select: HTMLSelectElement, names: Record<string, string>): Promise<void> {
  const response = await fetch(TEMPLATES, { credentials: 'omit' }).catch(() => null);
  if (!response?.ok) return;
  const found = (await response.json()) as string[];
  select.replaceChildren(...found.map((name) => new Option(names[name] ?? name, name)));
}

/** YYYY-MM-DD where the clerk sits. */
const localDay = (now: Date): string => new Intl.DateTimeFormat('sv-SE').format(now);

function asFile(text: string, type: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
