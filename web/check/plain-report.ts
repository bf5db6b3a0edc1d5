// A checked inquiry → plain text for mails and templates, references in the house's form.
import { houseReference, matchFacts, verdictWords } from '../../api/check/reference.ts';
import type { CheckTexts } from '../../api/check/texts.ts';
import type { ReportedQuestion } from '../../api/check/types.ts';

export function plainReport(questions: ReportedQuestion[], texts: CheckTexts, now: Date): string {
  const { report } = texts;
  const blocks = questions.map((question) => {
    const best = question.matches[0]?.source ?? null;
    const head = `${question.number === null ? '' : `${question.number}. `}${line(question.text)}`;
    const found = question.matches.map((match) =>
      [
        `- ${houseReference(match.source, texts)}`,
        `  ${line(match.source.title)} · ${line(matchFacts(match, texts))}`,
        ...(match.source.question === null ? [] : [`  ${report.asked}: ${line(match.source.question)}`]),
        `  „${line(match.snippet.text)}“`,
        `  ${match.source.url}`,
      ].join('\n'),
    );
    return [
      head,
      `→ ${verdictWords(question.verdict, best, now, texts)}`,
      ...(question.draft ? [`${report.draft}:\n${question.draft}`] : []),
      ...(found.length === 0 ? [report.nothing] : found),
    ].join('\n');
  });
  return `${[report.title, ...blocks, report.note].join('\n\n')}\n`;
}

const line = (text: string) => text.replace(/\s+/gu, ' ').trim();
