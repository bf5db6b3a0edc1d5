// What a clerk has written → Markdown and HTML of the answer, for where no Word file is wanted. No verdict and no figure
// of likeness leaves the house.
import type { AnswerForm } from './answer-form.ts';

export function answerMarkdown({ facts, questions }: AnswerForm): string {
  const title = `# Beantwortung der Anfrage${facts.subject === null ? '' : `: ${plain(facts.subject)}`}`;
  const about = [facts.askedBy, facts.reference, facts.committee].filter((fact) => fact !== null).map(plain);
  const blocks = questions.map(({ number, question, answer, responsible }) =>
    [
      `## ${number}. ${plain(question)}`,
      answer === '' ? '[Antwort ergänzen]' : markdownBlocks(answer),
      ...(responsible === '' ? [] : [`*Zu ergänzen durch: ${plain(responsible)}*`]),
    ].join('\n\n'),
  );
  return `${[title, ...(about.length === 0 ? [] : [about.join(' · ')]), ...blocks].join('\n\n')}\n`;
}

export function answerHtml({ facts, questions }: AnswerForm): string {
  const title = `<h1>Beantwortung der Anfrage${facts.subject === null ? '' : `: ${escaped(facts.subject)}`}</h1>`;
  return [
    title,
    ...questions.map(
      ({ number, question, answer }) =>
        `<h2>${escaped(number)}. ${escaped(question)}</h2>${blocksOf(answer || '[Antwort ergänzen]')
          .map(htmlBlock)
          .join('')}`,
    ),
  ].join('\n');
}

const blocksOf = (text: string): string[] => text.split(/\n\s*\n/u).filter((block) => block.trim() !== '');

const markdownBlocks = (text: string): string =>
  blocksOf(text)
    .map((block) => {
      if (!block.includes('\t')) return block.split('\n').map(plain).join('  \n');
      const [head = [], ...rows] = rowsOf(block);
      const line = (cells: string[]) => `| ${cells.map((cell) => plain(cell)).join(' | ')} |`;
      return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
    })
    .join('\n\n');

const htmlBlock = (block: string): string =>
  block.includes('\t')
    ? `<table>${rowsOf(block)
        .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('')}</table>`
    : `<p>${block.split('\n').map(escaped).join('<br>')}</p>`;

const rowsOf = (block: string): string[][] => block.split('\n').map((line) => line.split('\t'));

/** One line in which nothing is markup: papers contain asterisks, brackets and bars. */
const plain = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/gu, '\\$&');

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
