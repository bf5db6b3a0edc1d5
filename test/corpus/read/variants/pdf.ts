// PDFs, one property each; all invented.
import { degrees, PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, rgb, StandardFonts } from 'pdf-lib';
import type { Variant } from './variant.ts';

interface Sheet {
  document: PDFDocument;
  page: PDFPage;
  font: PDFFont;
  line: (text: string, y: number, x?: number, size?: number) => void;
  /** Operators as they are, in the page's own coordinates. */
  raw: (operators: string) => void;
}
const pdf = (name: string, draw: (sheet: Sheet) => unknown, expected: Omit<Variant, 'name' | 'bytes'>): Variant => ({
  name: `${name}.pdf`,
  async bytes() {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 842]);
    const font = await document.embedFont(StandardFonts.Helvetica);
    const raws: string[] = [];
    await draw({
      ...{ document, page, font },
      line: (text, y, x = 60, size = 11) => page.drawText(text, { x, y, size, font }),
      raw: (operators) => void raws.push(operators),
    });
    if (raws.length > 0) {
      page.node.setFontDictionary(PDFName.of('F0'), font.ref);
      const stream = document.context.register(document.context.stream(raws.join('\n')));
      page.node.addContentStream(stream);
    }
    return document.save();
  },
  ...expected,
});
const show = (text: string, x: number, y: number, size = 11) =>
  `BT /F0 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const artifact = (operators: string, properties = '<</Type /Pagination>>') =>
  `/Artifact ${properties} BDC ${operators} EMC`;
const paragraphed = (operators: string, id: number) => `/P <</MCID ${id}>> BDC ${operators} EMC`;
/** One black pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const FILLER = Array.from({ length: 6 }, (_, i) => `Das ist die Zeile ${i + 1} eines Absatzes, den es so nicht gibt.`);

export const PDF: Variant[] = [
  pdf(
    'Ziffern neben gesperrten Wörtern',
    ({ line }) => {
      line('A N T W O R T', 720);
      line('Sonstige 12 9 3 8 4', 700);
      line('TOP Ö / N', 680);
    },
    { is: 'ANTWORT Sonstige 12 9 3 8 4 TOP Ö / N' },
  ),
  pdf(
    'Bild über dem Namen',
    async ({ document, page, line, font }) => {
      line('Beschwert hat sich Erika Beispiel im März.', 700);
      const image = await document.embedPng(PIXEL);
      page.drawImage(image, {
        x: 60 + font.widthOfTextAtSize('Beschwert hat sich ', 11),
        y: 697,
        width: font.widthOfTextAtSize('Erika Beispiel', 11),
        height: 12,
      });
    },
    { has: ['Beschwert hat sich', 'im März.'], hasNot: ['Erika', 'Beispiel'] },
  ),
  pdf(
    'Bild unter dem Text',
    async ({ document, page, line }) => {
      page.drawImage(await document.embedPng(PIXEL), { x: 0, y: 0, width: 595, height: 842, opacity: 0.1 });
      line('Auf dem Bild.', 700);
    },
    { is: 'Auf dem Bild.' },
  ),
  pdf(
    'Zeilennummern als Artefakt',
    ({ raw }) => {
      for (const [i, text] of FILLER.entries())
        raw(`${artifact(show(`${i + 1}`, 30, 700 - 16 * i, 8))} ${paragraphed(show(text, 60, 700 - 16 * i), i)}`);
    },
    { is: FILLER.join(' ') },
  ),
  pdf(
    // A first page's head may say that the paper is closed, and whose it is.
    'Kopf der ersten Seite als Artefakt',
    ({ raw }) => raw(`${artifact(show('Vorlage 2024/0815', 60, 800))} ${paragraphed(show('Der Text.', 60, 700), 0)}`),
    { is: 'Vorlage 2024/0815 Der Text.' },
  ),
  pdf(
    'Kopf und Fuß weiterer Seiten als Artefakt',
    ({ document, line, font }) => {
      line('Erste Seite.', 700);
      const page = document.addPage([595, 842]);
      page.node.setFontDictionary(PDFName.of('F0'), font.ref);
      const drawn = `/Artifact BMC ${show('Kopf', 60, 800)} EMC ${paragraphed(show('Der Text geht weiter.', 60, 700), 0)} ${artifact(show('Fuss', 60, 30))}`;
      page.node.addContentStream(document.context.register(document.context.stream(drawn)));
    },
    { is: 'Erste Seite. Der Text geht weiter.' },
  ),
  pdf(
    'nichtöffentlich als Artefakt einer weiteren Seite',
    ({ document, line, font }) => {
      line('Erste Seite.', 700);
      const page = document.addPage([595, 842]);
      page.node.setFontDictionary(PDFName.of('F0'), font.ref);
      const drawn = `${artifact(show('Vertraulich', 60, 800))} ${paragraphed(show('Der Text geht weiter.', 60, 700), 0)}`;
      page.node.addContentStream(document.context.register(document.context.stream(drawn)));
    },
    { has: ['Vertraulich'] },
  ),
  pdf(
    'Änderungen zusammen gedruckt',
    ({ page, line, font }) => {
      const [before, old, now] = ['Die Kosten betragen ', '50.000', '80.000'];
      const x = 60 + font.widthOfTextAtSize(before, 11);
      const width = font.widthOfTextAtSize(old, 11);
      line(before, 700);
      page.drawText(old, { x, y: 700, size: 11, font, color: rgb(0.8, 0, 0) });
      page.drawLine({ start: { x, y: 703.6 }, end: { x: x + width, y: 703.6 }, thickness: 0.6, color: rgb(0.8, 0, 0) });
      page.drawText(now, { x: x + width, y: 700, size: 11, font, color: rgb(0.8, 0, 0) });
      page.drawLine({
        start: { x: x + width, y: 698.6 },
        end: { x: x + 2 * width, y: 698.6 },
        thickness: 0.6,
        color: rgb(0.8, 0, 0),
      });
      page.drawText(' Euro im Jahr.', { x: x + 2 * width, y: 700, size: 11, font });
    },
    { is: 'Die Kosten betragen 80.000 Euro im Jahr.' },
  ),
  pdf(
    'unterstrichen',
    ({ page, line, font }) => {
      line('Antwort der Verwaltung:', 700);
      page.drawLine({
        start: { x: 60, y: 698.5 },
        end: { x: 60 + font.widthOfTextAtSize('Antwort der Verwaltung:', 11), y: 698.5 },
        thickness: 0.6,
      });
    },
    { is: 'Antwort der Verwaltung:' },
  ),
  pdf(
    'durchgestrichener Satz',
    ({ page, line, font }) => {
      line('Das gilt nicht mehr.', 700);
      page.drawRectangle({
        x: 60,
        y: 703.3,
        width: font.widthOfTextAtSize('Das gilt nicht mehr.', 11),
        height: 0.7,
        color: rgb(0, 0, 0),
      });
      line('Das gilt.', 680);
    },
    { is: 'Das gilt.' },
  ),
  pdf('gesperrte Wörter', ({ line }) => line('S T E L L U N G N A H M E   Z U R   A N F R A G E', 700), {
    is: 'STELLUNGNAHME ZUR ANFRAGE',
  }),
  pdf(
    'gesperrt mit Zeichenabstand',
    ({ raw }) => raw(`BT /F0 11 Tf 4 Tc 1 0 0 1 60 700 Tm (ANTWORT DER VERWALTUNG) Tj ET`),
    { is: 'ANTWORT DER VERWALTUNG' },
  ),
  pdf(
    'zwei Spalten',
    ({ line }) => {
      const words = (side: string) =>
        Array.from({ length: 12 }, (_, i) => `${side} Zeile ${i + 1} mit so vielen Wörtern, dass`);
      for (const [i, text] of words('links').entries()) line(text, 700 - 14 * i, 50, 9);
      for (const [i, text] of words('rechts').entries()) line(text, 700 - 14 * i, 310, 9);
    },
    {
      has: ['links Zeile 2 mit so vielen Wörtern, dass\nlinks Zeile 3'],
      hasNot: ['links Zeile 1 mit so vielen Wörtern, dass rechts', 'dass   rechts'],
    },
  ),
  pdf(
    'Ebene aus',
    ({ document, page, raw }) => {
      const { context } = document;
      const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Intern') }));
      document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
      page.node.Resources()?.set(PDFName.of('Properties'), context.obj({ oc1: layer }));
      raw(`${show('Da.', 60, 700)} /OC /oc1 BDC ${show('GEHEIM', 60, 680)} EMC`);
    },
    { is: 'Da.' },
  ),
  pdf(
    'Portfolio',
    async ({ document, line }) => {
      line('Öffnen Sie diese Mappe mit einem anderen Programm.', 700);
      const inner = await PDFDocument.create();
      inner.addPage().drawText('Die Antwort steht im Anhang.', { x: 60, y: 700, size: 11 });
      await document.attach(await inner.save(), 'antwort.pdf', { mimeType: 'application/pdf' });
    },
    { has: ['Die Antwort steht im Anhang.'] },
  ),
  pdf('abgeschnitten', ({ raw }) => raw(`${show('Da.', 60, 700)} q 0 0 10 10 re W n ${show('GEHEIM', 60, 680)} Q`), {
    is: 'Da.',
  }),
  pdf(
    'Wasserzeichen',
    ({ page, line, font }) => {
      for (const [i, text] of FILLER.entries()) line(text, 700 - 16 * i);
      page.drawText('ENTWURF', { x: 120, y: 520, size: 90, font, rotate: degrees(45), color: rgb(0.85, 0.85, 0.85) });
    },
    { hasNot: ['ENTWURF'] },
  ),
  pdf(
    'zweimal gedruckt',
    ({ line }) => {
      line('Fett gedruckt.', 700);
      line('Fett gedruckt.', 700, 60.3);
    },
    { is: 'Fett gedruckt.' },
  ),
  pdf(
    'Fußnote an der Zahl',
    ({ line, font }) => {
      line('Es sind 1.250', 700);
      line('1', 704, 60 + font.widthOfTextAtSize('Es sind 1.250', 11), 6.5);
      line('Bänke auf 30 m', 680);
      line('2', 684, 60 + font.widthOfTextAtSize('Bänke auf 30 m', 11), 6.5);
    },
    { hasNot: ['1.2501'], has: ['m²'] },
  ),
  pdf(
    'gedrehte Seite',
    ({ page, document, font }) => {
      void document;
      page.setRotation(degrees(90));
      page.drawText('Quer gedruckt.', { x: 300, y: 100, size: 11, font, rotate: degrees(90) });
    },
    { is: 'Quer gedruckt.' },
  ),
  pdf(
    'Text im Formular',
    ({ document, page, font }) => {
      const { context } = document;
      const form = context.register(
        context.stream(show('Aus dem Baustein.', 60, 700), {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 595, 842],
          Resources: { Font: { F0: font.ref } },
        }),
      );
      page.node.setXObject(PDFName.of('Fm0'), form);
      page.node.addContentStream(context.register(context.stream('/Fm0 Do')));
    },
    { is: 'Aus dem Baustein.' },
  ),
  pdf(
    'FreeText',
    ({ document, page, line }) => {
      line('Frage 1: Wer?', 700);
      const { context } = document;
      const note = context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'FreeText',
          Rect: [60, 660, 400, 690],
          Contents: PDFString.of('Das Amt.'),
          DA: PDFString.of('/Helv 11 Tf 0 g'),
          F: 4,
        }),
      );
      page.node.set(PDFName.of('Annots'), context.obj([note]));
      line('Frage 2: Wann?', 640);
    },
    { is: 'Frage 1: Wer? Das Amt. Frage 2: Wann?' },
  ),
];
