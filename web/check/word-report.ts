// A checked inquiry → a Word file: the table, then each question with its draft and its earlier answers.
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { houseReference, matchFacts, verdictWords } from '../../api/check/reference.ts';
import type { CheckTexts } from '../../api/check/texts.ts';
import type { Match, ReportedQuestion } from '../../api/check/types.ts';

export async function wordReport(questions: ReportedQuestion[], texts: CheckTexts, now: Date): Promise<Blob> {
  const { report } = texts;
  const words = (question: ReportedQuestion) =>
    verdictWords(question.verdict, question.matches[0]?.source ?? null, now, texts);
  const rows = questions.map((question) => {
    const best = question.matches[0];
    const place = best ? [linkTo(best, texts)] : [new TextRun('–')];
    return tableRow([
      [new TextRun(question.number ?? '–')],
      [new TextRun(line(question.text))],
      [new TextRun(words(question))],
      place,
    ]);
  });
  const document = new Document({
    title: report.title,
    creator: 'Ratsauskunft',
    lastModifiedBy: 'Ratsauskunft',
    // Else Word takes the reader's own language for the text's and underlines every word.
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'de-DE' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: report.title, heading: HeadingLevel.HEADING_1 }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            columnWidths: COLUMN_WIDTHS,
            rows: [tableRow([report.nr, report.question, report.verdict, report.best].map(bold), true), ...rows],
          }),
          ...questions.flatMap((question) => section(question, words(question), texts)),
          new Paragraph({ spacing: { before: 400 }, children: [new TextRun({ text: report.note, italics: true })] }),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

/** Twentieths of a point; together the width of A4 between its margins. */
const COLUMN_WIDTHS = [700, 4_000, 2_100, 2_700];

type Runs = (TextRun | ExternalHyperlink)[];

function tableRow(cells: Runs[], tableHeader = false): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map(
      (children, i) =>
        new TableCell({
          width: { size: COLUMN_WIDTHS[i] ?? 2_000, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 90, right: 90 },
          children: [new Paragraph({ children })],
        }),
    ),
  });
}

function section(question: ReportedQuestion, words: string, texts: CheckTexts): Paragraph[] {
  const { report } = texts;
  const number = question.number === null ? '' : `${question.number}. `;
  const draft = question.draft
    ? [
        new Paragraph({ spacing: { before: 120 }, children: bold(report.draft) }),
        ...question.draft.split(/\n+/).map((text) => new Paragraph({ text, spacing: { after: 80 } })),
      ]
    : [];
  return [
    new Paragraph({ text: number + line(question.text), heading: HeadingLevel.HEADING_2, spacing: { before: 320 } }),
    new Paragraph({ children: bold(words), spacing: { after: 120 } }),
    ...draft,
    ...(question.matches.length === 0
      ? [new Paragraph({ text: report.nothing })]
      : question.matches.flatMap((match) => matchParagraphs(match, texts))),
  ];
}

function matchParagraphs(match: Match, texts: CheckTexts): Paragraph[] {
  const { source, snippet } = match;
  return [
    new Paragraph({ bullet: { level: 0 }, keepNext: true, children: [linkTo(match, texts)] }),
    new Paragraph({
      indent: { left: 720 },
      children: [new TextRun(`${line(source.title)} · ${line(matchFacts(match, texts))}`)],
    }),
    ...(source.question === null
      ? []
      : [
          new Paragraph({
            indent: { left: 720 },
            children: [new TextRun(`${texts.report.asked}: ${line(source.question)}`)],
          }),
        ]),
    new Paragraph({
      indent: { left: 720 },
      spacing: { after: 120 },
      children: [new TextRun({ text: `„${line(snippet.text)}“`, italics: true })],
    }),
  ];
}

function linkTo({ source }: Match, texts: CheckTexts): ExternalHyperlink {
  return new ExternalHyperlink({
    link: source.url,
    children: [new TextRun({ text: houseReference(source, texts), style: 'Hyperlink' })],
  });
}

function bold(text: string): Runs {
  return [new TextRun({ text, bold: true })];
}

/** XML knows no control characters. */
function line(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\u0000-\u001f\ufffe\uffff]/gu, '')
    .toWellFormed()
    .trim();
}
