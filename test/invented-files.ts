// Files as people have them, good and bad, made here; all texts are invented.
import { Document, Packer, Paragraph } from 'docx';
import { PDFDocument, PDFHexString } from 'pdf-lib';

const LINES = ['Anfrage: Bänke im Stadtgarten', '1. Wie viele Bänke gibt es?', '2. Was kostet eine Bank?'];

export async function wordFile(): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({ sections: [{ children: LINES.map((text) => new Paragraph(text)) }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

export async function pdfFile(): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.addPage().drawText(LINES.join('\n'), { x: 50, y: 700, size: 12 });
  return new Uint8Array(await document.save());
}

export async function scan(): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
  return new Uint8Array(await document.save());
}

/** Locked with a password that nobody knows, its check sums being made up. */
export async function lockedPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Erfunden');
  const { context } = document;
  const bytes = PDFHexString.of('5a'.repeat(32));
  context.trailerInfo.ID = context.obj([PDFHexString.of('00'), PDFHexString.of('00')]);
  context.trailerInfo.Encrypt = context.register(
    context.obj({ Filter: 'Standard', V: 2, R: 3, Length: 128, P: -4, O: bytes, U: bytes }),
  );
  return new Uint8Array(await document.save({ useObjectStreams: false }));
}
