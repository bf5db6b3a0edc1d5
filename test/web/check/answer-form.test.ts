// The answer form is filled from a template and read back by another library: nothing is lost, gaps are marked.
import { readFile } from 'node:fs/promises';
import { Document, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type AnswerForm, fillAnswerForm } from '../../../web/check/answer-form.ts';

const FORM: AnswerForm = {
  facts: {
    subject: 'Bäume & Sträucher <an der> Hauptstraße',
    askedBy: 'Neue Mitte',
    reference: '2025/0815',
    date: '2025-03-03',
    committee: null,
    today: '2025-04-01',
    city: 'Musterstadt',
  },
  questions: [
    {
      number: '1',
      question: 'Wie viele Bäume wurden gefällt?',
      answer: 'Die Zahlen:\n\nJahr\tBäume\n2023\t12\n2024\t{17}\n\nDie Gründe sind\nverschieden.',
      responsible: 'Gartenbauamt',
    },
    { number: '2', question: 'Was kostet das?', answer: '', responsible: '' },
  ],
};

const shipped = async (name: string): Promise<ArrayBuffer> => {
  const bytes = await readFile(new URL(`../../../corpus/templates/${name}.docx`, import.meta.url));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

async function templateWith(...paragraphs: string[]): Promise<ArrayBuffer> {
  const document = new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] });
  return Uint8Array.from(await Packer.toBuffer(document)).buffer;
}

async function read(blob: Blob) {
  const buffer = Buffer.from(await blob.arrayBuffer());
  return {
    text: (await mammoth.extractRawText({ buffer })).value,
    html: (await mammoth.convertToHtml({ buffer })).value,
  };
}

describe.each(['beantwortung', 'brief'])('the template %s', (name) => {
  test('holds each question with its answer, word for word, in order', async () => {
    const filled = fillAnswerForm(await shipped(name), FORM);
    const { text, html } = await read(filled.ok ? filled.value : new Blob());
    const places = ['1. Wie viele Bäume wurden gefällt?', 'Die Zahlen:', '{17}', 'verschieden.', '2. Was kostet das?'];
    expect(places.map((place) => text.indexOf(place))).toEqual(
      [...places.map((place) => text.indexOf(place))].sort((a, b) => a - b),
    );
    expect(places.filter((place) => !text.includes(place))).toEqual([]);
    expect(text).toContain('Bäume & Sträucher <an der> Hauptstraße');
    expect(text).toContain('Zu ergänzen durch: Gartenbauamt');
    expect(text.match(/Zu ergänzen durch/g)).toHaveLength(1);
    expect(html).toMatch(/<td><p>2023<\/p><\/td><td><p>12<\/p><\/td>/);
  });

  test('marks what nobody has filled in, and leaves no placeholder', async () => {
    const filled = fillAnswerForm(await shipped(name), FORM);
    const { text } = await read(filled.ok ? filled.value : new Blob());
    expect(text).toContain('[Antwort ergänzen]');
    expect(text).toContain('[Name ergänzen]');
    expect(text.replace('{17}', '')).not.toMatch(/[{}]|undefined|null/);
  });
});

describe('a broken template', () => {
  test.each([
    [['{gremiun}'], /\{gremiun\} gibt es nicht\. Möglich sind: .*gremium/],
    [['{#fragen}', '{fraage}', '{/fragen}'], /\{fraage\} gibt es nicht/],
    [['{#fragen}', '{frage}'], /\{#fragen\} wird nicht geschlossen/],
    [['{frage}', '{/fragen}'], /\{\/fragen\} wurde nie geöffnet/],
    [['Betreff: {betreff'], /betreff/],
  ])('%j is refused by a sentence that names the place', async (paragraphs, sentence) => {
    const filled = fillAnswerForm(await templateWith(...paragraphs), FORM);
    expect(filled).toEqual({ ok: false, error: [expect.stringMatching(sentence)] });
  });

  test('every wrong placeholder is named at once', async () => {
    const filled = fillAnswerForm(await templateWith('{eins} und {zwei}'), FORM);
    expect(!filled.ok && filled.error).toHaveLength(2);
  });

  test('a file that is no Word file is said to be none', () => {
    expect(fillAnswerForm(new TextEncoder().encode('Hallo').buffer as ArrayBuffer, FORM)).toEqual({
      ok: false,
      error: ['Die Vorlage ist keine lesbare Word-Datei.'],
    });
  });
});
