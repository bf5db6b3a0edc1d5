// The buttons that take a checked inquiry along: as a Word file, as Markdown, as plain text.
import { markdownReport } from '../../api/check/report.ts';
import { checkTexts } from '../../api/check/texts.ts';
import type { Lang } from '../../api/events.ts';
import type { PageTexts } from '../texts.de.ts';
import type { CheckState } from './main.ts';
import { plainReport } from './plain-report.ts';

export function showExports(place: Element | null, state: CheckState, lang: Lang, texts: PageTexts): void {
  if (!place) return;
  // Numbered as on the page, also where the inquiry does not number its questions.
  const report = () =>
    state.questions.map((question, i) => ({
      ...question,
      number: question.number ?? `${i + 1}`,
      draft: state.drafts.get(i) ?? null,
    }));
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const words = checkTexts(lang);
  const say = (sentence: string) => {
    status.textContent = sentence;
  };
  const buttons: [string, () => Promise<void> | void][] = [
    [
      texts.check.word,
      async () => {
        // Large, and not everybody wants it.
        const { wordReport } = await import('./word-report.ts');
        save(await wordReport(report(), words, new Date()), 'anfrage-geprueft.docx');
      },
    ],
    [
      texts.check.markdown,
      () => save(asFile(markdownReport(report(), words, new Date()), 'text/markdown'), 'anfrage-geprueft.md'),
    ],
    [
      texts.check.plain,
      () => save(asFile(plainReport(report(), words, new Date()), 'text/plain'), 'anfrage-geprueft.txt'),
    ],
    [
      texts.check.copy,
      async () => {
        await navigator.clipboard.writeText(plainReport(report(), words, new Date()));
        say(texts.check.copied);
      },
    ],
    [texts.check.print, () => print()],
  ];
  const row = document.createElement('div');
  row.className = 'row';
  for (const [label, work] of buttons) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      say('');
      Promise.resolve()
        .then(work)
        .catch(() => say(texts.check.exportFailed));
    });
    row.append(button);
  }
  place.append(row, status);
}

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
