// Writes the two templates that ship with the project: corpus/templates/*.docx, invented forms with placeholders.
// Run with: npm run templates
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { optionsOf } from './arguments.ts';

const TARGET = join(import.meta.dirname, '../corpus/templates');

const line = (text: string, bold = false) =>
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, bold })] });
const cell = (text: string, bold = false) =>
  new TableCell({ children: [line(text, bold)], margins: { left: 100, right: 100, top: 60 } });

/** Question by question; an office is named where the clerk has named one. */
const questions = [
  line('{#fragen}'),
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text: '{nummer}. {frage}', bold: true })],
  }),
  line('{@antwortblock}'),
  line('{#zustaendig}'),
  new Paragraph({
    spacing: { after: 120 },
    children: [new TextRun({ text: 'Zu ergänzen durch: {zustaendig}', italics: true })],
  }),
  line('{/zustaendig}'),
  line('{/fragen}'),
];

const TEMPLATES: Record<string, (Paragraph | Table)[]> = {
  beantwortung: [
    new Paragraph({
      text: 'Beantwortung einer Anfrage nach § 4 der Geschäftsordnung',
      heading: HeadingLevel.HEADING_1,
    }),
    line('öffentlicher Teil'),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: [6_500, 3_000],
      rows: [
        new TableRow({ children: [cell('Gremium', true), cell('Datum', true)] }),
        new TableRow({ children: [cell('{gremium}'), cell('{datum}')] }),
      ],
    }),
    new Paragraph({
      spacing: { before: 240, after: 240 },
      children: [
        new TextRun({
          text: 'Beantwortung der Anfrage {anfragenummer} von {anfragende} vom {anfragedatum}: {betreff}',
          bold: true,
        }),
      ],
    }),
    line('Die oben bezeichnete Anfrage beantwortet die Verwaltung wie folgt:'),
    ...questions,
    line('gez. {unterschrift}'),
  ],
  brief: [
    line('{stadt}', true),
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { after: 240 }, children: [new TextRun('{heute}')] }),
    line('An {anfragende}'),
    new Paragraph({
      spacing: { before: 240, after: 240 },
      children: [new TextRun({ text: '{betreff} – Ihre Anfrage {anfragenummer} vom {anfragedatum}', bold: true })],
    }),
    line('Sehr geehrte Damen und Herren,'),
    line('Ihre Anfrage beantworten wir wie folgt:'),
    ...questions,
    line('Mit freundlichen Grüßen'),
    line('{unterschrift}'),
  ],
};

optionsOf({}, 'npm run templates');
await mkdir(TARGET, { recursive: true });
for (const [name, children] of Object.entries(TEMPLATES)) {
  const document = new Document({
    title: 'Vorlage',
    creator: 'Ratsauskunft',
    // Else Word takes the reader's own language for the text's and underlines every word.
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'de-DE' } } } } },
    sections: [{ children }],
  });
  await writeFile(join(TARGET, `${name}.docx`), await Packer.toBuffer(document));
}
