// Word files with the properties that real ones have, all invented: the text is what Word shows, and nothing that it
// does not show.
import { describe, expect, it, test } from 'vitest';
import { readPages } from '../../../../corpus/read/read.ts';
import { type DocxParts, docx, list, listed, num, p, r } from './docx-file.ts';

async function textOf(parts: DocxParts): Promise<string> {
  const read = await readPages(docx(parts), 'invented.docx');
  if (!read.ok) throw new Error(read.error);
  return read.value.pages[0]?.text ?? '';
}
/** The paragraphs. */
const linesOf = async (parts: DocxParts) => (await textOf(parts)).split(/\n+/);

const QUESTIONS = [listed('Wie viele Bänke gibt es?'), p('Vierzig.'), listed('Was kosten sie?'), p('Nichts.')];

describe('automatic numbers', () => {
  test.each<[name: string, parts: DocxParts, lines: string[]]>([
    [
      'go on behind paragraphs without one',
      { body: QUESTIONS.join(''), numbering: list(0, [['decimal', '%1.']]) + num(1, 0) },
      ['1. Wie viele Bänke gibt es?', 'Vierzig.', '2. Was kosten sie?', 'Nichts.'],
    ],
    [
      'have words of the list’s own',
      { body: QUESTIONS.join(''), numbering: list(0, [['decimal', 'Frage %1:']]) + num(1, 0) },
      ['Frage 1: Wie viele Bänke gibt es?', 'Vierzig.', 'Frage 2: Was kosten sie?', 'Nichts.'],
    ],
    [
      'stand in levels, and a lower one begins again below each higher one',
      {
        body: [listed('A'), listed('b', 1), listed('c', 1), listed('D'), listed('e', 1)].join(''),
        numbering:
          list(0, [
            ['decimal', '%1.'],
            ['lowerLetter', '%2)'],
          ]) + num(1, 0),
      },
      ['1. A', 'a) b', 'b) c', '2. D', 'a) e'],
    ],
    [
      'name the levels above',
      {
        body: [listed('A'), listed('b', 1), listed('c', 1), listed('D'), listed('e', 1)].join(''),
        numbering:
          list(0, [
            ['decimal', '%1.'],
            ['decimal', '%1.%2'],
          ]) + num(1, 0),
      },
      ['1. A', '1.1 b', '1.2 c', '2. D', '2.1 e'],
    ],
    [
      'come from the paragraph’s style and the style that it is based on',
      {
        body: ['A', 'B'].map((text) => p(text, '<w:pStyle w:val="FrageFett"/>')).join(''),
        styles:
          '<w:style w:type="paragraph" w:styleId="Frage"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="FrageFett"><w:basedOn w:val="Frage"/></w:style>',
        numbering: list(0, [['decimal', '%1.', '<w:start w:val="1"/><w:pStyle w:val="Frage"/>']]) + num(1, 0),
      },
      ['1. A', '2. B'],
    ],
    [
      'go on in another list of the same kind, unless that begins anew',
      {
        body: [listed('A'), listed('B', 0, 2), listed('C', 0, 3)].join(''),
        numbering:
          list(0, [['decimal', '%1.']]) +
          num(1, 0) +
          num(2, 0) +
          num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      },
      ['1. A', '2. B', '1. C'],
    ],
    [
      'begin where the list says, in letters and Roman figures',
      {
        body: [listed('A'), listed('B', 0, 2), listed('C', 0, 2)].join(''),
        numbering:
          list(0, [['upperRoman', '%1.', '<w:start w:val="4"/>']]) +
          list(1, [['upperLetter', '%1.', '<w:start w:val="26"/>']]) +
          num(1, 0) +
          num(2, 1),
      },
      ['IV. A', 'Z. B', 'AA. C'],
    ],
    [
      'are taken from a paragraph by the number 0',
      {
        body: [listed('A'), listed('B', 0, 0), listed('C')].join(''),
        numbering: list(0, [['decimal', '%1)']]) + num(1, 0),
      },
      ['1) A', 'B', '2) C'],
    ],
    [
      'are not used up by paragraphs that are hidden or deleted',
      {
        body: [
          listed('A'),
          p(
            `${r('Versteckt', '<w:vanish/>')}`,
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
          ),
          p(
            `<w:del>${r('Gelöscht').replaceAll('w:t', 'w:delText')}</w:del>`,
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
          ),
          listed('B'),
        ].join(''),
        numbering: list(0, [['decimal', '%1.']]) + num(1, 0),
      },
      ['1. A', '2. B'],
    ],
  ])('%s', async (_name, parts, lines) => {
    expect(await linesOf(parts)).toEqual(lines);
  });

  it('are bullets where the list has bullets', async () => {
    const numbering = list(0, [['bullet', '\uf0b7']]) + num(1, 0);
    expect(await linesOf({ body: listed('Bank') + listed('Baum'), numbering })).toEqual(['• Bank', '• Baum']);
  });
});

describe('what Word does not show is not in the text', () => {
  const hidden = r('GEHEIM', '<w:vanish/>');
  test.each<[name: string, parts: DocxParts]>([
    ['hidden characters', { body: p(r('Offen') + hidden) }],
    [
      'a hidden paragraph style',
      {
        body: p('Offen') + p('GEHEIM', '<w:pStyle w:val="N"/>'),
        styles: '<w:style w:type="paragraph" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>',
      },
    ],
    [
      'a hidden character style, based on a hidden one',
      {
        body: p(r('Offen') + r('GEHEIM', '<w:rStyle w:val="M"/>')),
        styles:
          '<w:style w:type="character" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="M"><w:basedOn w:val="N"/></w:style>',
      },
    ],
    ['white characters', { body: p(r('Offen') + r('GEHEIM', '<w:color w:val="FFFFFF"/>')) }],
    ['characters of no size', { body: p(r('Offen') + r('GEHEIM', '<w:sz w:val="1"/>')) }],
    ['deleted changes', { body: p(`${r('Offen')}<w:del>${r('GEHEIM')}</w:del>`) }],
    ['the place from which text was moved', { body: p(`${r('Offen')}<w:moveFrom>${r('GEHEIM')}</w:moveFrom>`) }],
    [
      'comments',
      {
        body: p(`${r('Offen')}<w:r><w:commentReference w:id="0"/></w:r>`),
        comments: `<w:comment w:id="0">${p('GEHEIM')}</w:comment>`,
      },
    ],
    [
      'the code of a field',
      {
        body: p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>GEHEIM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Offen')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      },
    ],
    [
      'the placeholder of an empty content control',
      {
        body: p(
          `${r('Offen')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('GEHEIM')}</w:sdtContent></w:sdt>`,
        ),
      },
    ],
    [
      'a hidden row',
      {
        body: `<w:tbl><w:tr><w:tc>${p('Offen')}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p('GEHEIM')}</w:tc></w:tr></w:tbl>`,
      },
    ],
    [
      'a shape that is switched off',
      {
        body: p(
          `${r('Offen')}<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="a" hidden="1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p('GEHEIM')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
        ),
      },
    ],
  ])('%s', async (_name, parts) => {
    expect((await textOf(parts)).trim()).toBe('Offen');
  });

  it('but white characters on a dark ground are shown', async () => {
    const cell = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>${p(r('Kopf', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`;
    expect(await textOf({ body: cell })).toContain('Kopf');
  });
});

describe('what Word shows is in the text', () => {
  const box = (content: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>FALLBACK</mc:AlternateContent></w:r>`;
  const fallback = (content: string) =>
    `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>`;
  const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

  test.each<[name: string, parts: DocxParts, lines: string[]]>([
    [
      'a text box, once, behind its paragraph',
      { body: p(r('Frage') + box(p('Antwort')).replace('FALLBACK', fallback(p('Antwort')))) + p('Danach') },
      ['Frage', 'Antwort', 'Danach'],
    ],
    [
      'a text box without the old form',
      { body: p(r('Frage') + box(p('Antwort')).replace('FALLBACK', '')) },
      ['Frage', 'Antwort'],
    ],
    [
      'a text box in the old form only',
      {
        body: p(
          `${r('Frage')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('Antwort')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ),
      },
      ['Frage', 'Antwort'],
    ],
    [
      'the result of a field',
      { body: p(`${r('Es sind ')}<w:fldSimple w:instr=" =A1 ">${r('216')}</w:fldSimple>${r(' Euro')}`) },
      ['Es sind 216 Euro'],
    ],
    [
      'inserted changes',
      { body: p(`${r('80')}<w:ins>${r('.000')}</w:ins><w:moveTo>${r(' Euro')}</w:moveTo>`) },
      ['80.000 Euro'],
    ],
    [
      'two paragraphs whose break was deleted as one',
      { body: p(r('Im Stadt'), '<w:rPr><w:del/></w:rPr>') + p('garten') },
      ['Im Stadtgarten'],
    ],
    ['a content control', { body: `<w:sdt><w:sdtContent>${p('Wert')}</w:sdtContent></w:sdt>` }, ['Wert']],
    [
      'footnotes, marked as in the text',
      {
        body: p(`${r('1.250')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' Bäume')}`),
        footnotes: `<w:footnote w:id="0" w:type="separator">${p('—')}</w:footnote><w:footnote w:id="2">${p('Stand 2023')}</w:footnote>`,
      },
      ['1.250[1] Bäume', '[1] Stand 2023'],
    ],
    [
      'raised figures apart from numbers',
      {
        body: p(
          r('1.250') +
            r('1', '<w:vertAlign w:val="superscript"/>') +
            r(' Bäume auf 5 m') +
            r('2', '<w:vertAlign w:val="superscript"/>') +
            r(', CO') +
            r('2', '<w:vertAlign w:val="subscript"/>'),
        ),
      },
      ['1.250 ¹ Bäume auf 5 m², CO₂'],
    ],
    [
      'the facts of the page’s head',
      { body: p('Text'), header: p('Vorlage Nr.: 2024/0815') },
      ['Vorlage Nr.: 2024/0815', 'Text'],
    ],
    [
      'a part of HTML',
      {
        body: '<w:altChunk r:id="rX1"/>',
        more: [{ name: 'a.html', type: 'aFChunk', content: '<html><body><p>Erster</p><p>Zweiter</p></body></html>' }],
      },
      ['Erster', 'Zweiter'],
    ],
    [
      'a hyphen that breaks no line, and no soft one',
      { body: p('<w:r><w:t>KA</w:t><w:noBreakHyphen/><w:t>Feed</w:t><w:softHyphen/><w:t>back</w:t></w:r>') },
      ['KA-Feedback'],
    ],
    [
      'boxes of Wingdings',
      { body: p(sign('Wingdings', 'F0A8') + r(' nein ') + sign('Wingdings', 'F0FE') + r(' ja')) },
      ['☐ nein ☒ ja'],
    ],
    [
      'boxes of Wingdings 2',
      { body: p(sign('Wingdings 2', 'F0A3') + r(' nein ') + sign('Wingdings 2', 'F052') + r(' ja')) },
      ['☐ nein ☒ ja'],
    ],
    [
      'letters that are set in Wingdings',
      {
        body: p(
          r('o', '<w:rFonts w:ascii="Wingdings"/>') +
            r(' nein ') +
            r('þ', '<w:rFonts w:ascii="Wingdings"/>') +
            r(' ja'),
        ),
      },
      ['☐ nein ☒ ja'],
    ],
    [
      'boxes of content controls',
      {
        body: p(
          ['0', '1']
            .map(
              (on, i) =>
                `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${on}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(i ? '☒' : '☐')}</w:sdtContent></w:sdt>${r(i ? ' ja' : ' nein ')}`,
            )
            .join(''),
        ),
      },
      ['☐ nein ☒ ja'],
    ],
    [
      'boxes of old form fields',
      {
        body: p(
          ['0', '1']
            .map(
              (on, i) =>
                `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${on}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r(i ? ' ja' : ' nein ')}`,
            )
            .join(''),
        ),
      },
      ['☐ nein ☒ ja'],
    ],
    [
      'the chosen entry of an old drop-down',
      {
        body: p(
          '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="rot"/><w:listEntry w:val="blau"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
      },
      ['blau'],
    ],
  ])('%s', async (_name, parts, lines) => {
    expect(await linesOf(parts)).toEqual(lines);
  });

  it('names a file whose part it cannot read, instead of leaving that out', async () => {
    const more = [{ name: 'a.bin', type: 'aFChunk', content: 'PK' }];
    expect(await readPages(docx({ body: `${p('Text')}<w:altChunk r:id="rX1"/>`, more }), 'a.docx')).toEqual({
      ok: false,
      error: 'unreadable',
    });
  });
});
