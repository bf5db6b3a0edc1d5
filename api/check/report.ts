// A checked inquiry → a report in Markdown: the table, then each question with its earlier answers.
import { houseReference, matchFacts, verdictWords } from './reference.ts';
import type { CheckTexts } from './texts.de.ts';
import type { CheckedQuestion, Match } from './types.ts';

export function markdownReport(questions: CheckedQuestion[], texts: CheckTexts, now: Date): string {
  const { report } = texts;
  const rows = questions.map((question) => {
    const best = question.matches[0];
    const found = best ? `[${cell(houseReference(best.source, texts))}](${best.source.url})` : '–';
    return `| ${question.number ?? '–'} | ${cell(shortened(question.text))} | ${words(question, texts, now)} | ${found} |`;
  });
  return [
    `# ${report.title}`,
    [
      `| ${report.nr} | ${report.question} | ${report.verdict} | ${report.best} |`,
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    ...questions.map((question) => section(question, texts, now)),
    `*${report.note}*`,
    '',
  ].join('\n\n');
}

function section(question: CheckedQuestion, texts: CheckTexts, now: Date): string {
  const { report } = texts;
  const heading = `## ${report.question}${question.number === null ? '' : ` ${question.number}`}: ${words(question, texts, now)}`;
  const found = question.matches.length === 0 ? [report.nothing] : question.matches.map((m) => item(m, texts));
  return [heading, `> ${plain(question.text)}`, ...found].join('\n\n');
}

function item(match: Match, texts: CheckTexts): string {
  const { source, snippet } = match;
  return [
    `- **[${plain(houseReference(source, texts))}](${source.url})**  `,
    `  ${plain(source.title)} · ${plain(matchFacts(match, texts))}`,
    ...(source.question === null ? [] : [`  ${texts.report.asked}: ${plain(source.question)}`]),
    `  „${plain(snippet.text)}“`,
  ].join('\n');
}

const words = (question: CheckedQuestion, texts: CheckTexts, now: Date) =>
  verdictWords(question.verdict, question.matches[0]?.source ?? null, now, texts);

/** One line in which nothing is markup: papers contain asterisks, brackets and bars. */
const plain = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/gu, '\\$&');
const cell = plain;
const shortened = (text: string) => (text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/u, '')} …`);
