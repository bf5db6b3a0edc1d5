// Word files, one property each; all invented.
import { docx, list, listed, num, p, r } from '../office/docx-file.ts';
import type { Variant } from './variant.ts';

const word = (name: string, parts: Parameters<typeof docx>[0], expected: Omit<Variant, 'name' | 'bytes'>): Variant => ({
  name: `${name}.docx`,
  bytes: () => docx(parts),
  ...expected,
});
const tc = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;
const tbl = (...rows: string[][]) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
const simple = (id = 1, format = 'decimal', text = '%1.') => list(id, [[format, text]]) + num(id, id);

export const WORD: Variant[] = [
  word(
    'gesperrt mit Leerzeichen',
    { body: p('S T E L L U N G N A H M E   Z U R   A N F R A G E') + p('Note A B C') },
    { is: 'STELLUNGNAHME ZUR ANFRAGE Note A B C' },
  ),
  word(
    'durchgestrichen',
    { body: p(r('Es kostet ') + r('50.000 ', '<w:strike/>') + r('70.000 ', '<w:dstrike/>') + r('80.000 Euro.')) },
    { is: 'Es kostet 80.000 Euro.' },
  ),
  word(
    'römische Nummern',
    { body: listed('Wer?') + p('Ich.') + listed('Wann?') + p('Nie.'), numbering: simple(1, 'lowerRoman', '(%1)') },
    { is: '(i) Wer? Ich. (ii) Wann? Nie.' },
  ),
  word(
    'große Buchstaben',
    { body: listed('Wer?') + listed('Wann?'), numbering: simple(1, 'upperLetter', '%1)') },
    { is: 'A) Wer? B) Wann?' },
  ),
  word(
    'Nummern mit Null',
    { body: listed('Wer?') + listed('Wann?'), numbering: simple(1, 'decimalZero', 'Nr. %1') },
    { is: 'Nr. 01 Wer? Nr. 02 Wann?' },
  ),
  word(
    'drei Ebenen',
    {
      body: listed('A', 0) + listed('B', 1) + listed('C', 2) + listed('D', 1) + listed('E', 0) + listed('F', 1),
      numbering:
        list(1, [
          ['decimal', '%1'],
          ['decimal', '%1.%2'],
          ['decimal', '%1.%2.%3'],
        ]) + num(1, 1),
    },
    { is: '1 A 1.1 B 1.1.1 C 1.2 D 2 E 2.1 F' },
  ),
  word(
    'neu begonnen mit startOverride',
    {
      body: listed('A', 0, 1) + listed('B', 0, 1) + listed('C', 0, 2),
      numbering:
        list(1, [['decimal', '%1.']]) +
        num(1, 1) +
        num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    },
    { is: '1. A 2. B 1. C' },
  ),
  word(
    'fortgesetzt hinter einer Tabelle',
    { body: listed('A') + tbl([tc(p('x')), tc(p('y'))]) + listed('B'), numbering: simple() },
    { has: ['1. A', '2. B'] },
  ),
  word(
    'Nummer aus der Überschrift',
    {
      body: p('Wer?', '<w:pStyle w:val="Frage"/>') + p('Ich.') + p('Wann?', '<w:pStyle w:val="Frage"/>'),
      styles:
        '<w:style w:type="paragraph" w:styleId="Basis"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Frage"><w:basedOn w:val="Basis"/></w:style>',
      numbering: simple(1, 'decimal', 'Frage %1:'),
    },
    { is: 'Frage 1: Wer? Ich. Frage 2: Wann?' },
  ),
  word(
    'Nummer abgewählt',
    {
      body: listed('A') + p('B', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>') + listed('C'),
      numbering: simple(),
    },
    { is: '1. A B 2. C' },
  ),
  word(
    'verborgen aus der Formatvorlage',
    {
      body:
        p('Sichtbar.') +
        p('GEHEIM', '<w:pStyle w:val="Intern"/>') +
        p(r('Auch ') + r('GEHEIM', '<w:rStyle w:val="Z"/>') + r('sichtbar.')),
      styles:
        '<w:style w:type="paragraph" w:styleId="Intern"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Z"><w:rPr><w:vanish/></w:rPr></w:style>',
    },
    { has: ['Sichtbar.', 'Auch', 'sichtbar.'], hasNot: ['GEHEIM'] },
  ),
  word('verborgen wieder sichtbar', { body: p(r('Da.', '<w:vanish w:val="0"/>')) }, { is: 'Da.' }),
  word(
    'verschobener Text',
    {
      body:
        p(`<w:moveFrom w:id="1">${r('GEHEIM')}</w:moveFrom>`) + p(`<w:moveTo w:id="2">${r('Neu hier.')}</w:moveTo>`),
    },
    { is: 'Neu hier.' },
  ),
  word(
    'geänderte Zahl',
    {
      body: p(
        `${r('Es kostet ')}<w:del w:id="1"><w:r><w:delText>50.000</w:delText></w:r></w:del><w:ins w:id="2">${r('80.000')}</w:ins>${r(' Euro.')}`,
      ),
    },
    { is: 'Es kostet 80.000 Euro.' },
  ),
  word(
    'gelöschte Tabellenzeile',
    {
      body: `<w:tbl><w:tr>${tc(p('bleibt'))}${tc(p('1'))}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p('<w:del w:id="3"><w:r><w:delText>GEHEIM</w:delText></w:r></w:del>'))}${tc(p('<w:del w:id="4"><w:r><w:delText>2</w:delText></w:r></w:del>'))}</w:tr></w:tbl>`,
    },
    { has: ['bleibt'], hasNot: ['GEHEIM'] },
  ),
  word(
    'Kommentar',
    {
      body: p(
        `<w:commentRangeStart w:id="0"/>${r('Text.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
      comments: `<w:comment w:id="0">${p('GEHEIM')}</w:comment>`,
    },
    { is: 'Text.' },
  ),
  word(
    'Feld mit Anweisung',
    {
      body: p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "GEHEIM" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('12.03.2024')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    },
    { is: '12.03.2024' },
  ),
  word(
    'Textfeld mit Ersatz',
    {
      body: p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('Im Kasten.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Im Kasten.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('Davor.')}`,
      ),
    },
    { has: ['Im Kasten.', 'Davor.'] },
  ),
  word(
    'Zeichen',
    {
      body: p(
        '<w:r><w:t>Rad</w:t><w:noBreakHyphen/><w:t>Weg</w:t><w:softHyphen/><w:t>e</w:t><w:br/><w:t>neu</w:t><w:tab/><w:t>x</w:t></w:r>',
      ),
    },
    { is: 'Rad-Wege neu x' },
  ),
  word(
    'Verknüpfung und Hülle',
    {
      body: p(
        `<w:hyperlink>${r('Seite')}</w:hyperlink><w:smartTag>${r(' der ')}</w:smartTag><w:customXml>${r('Stadt')}</w:customXml>`,
      ),
    },
    { is: 'Seite der Stadt' },
  ),
  word(
    'weiße Schrift',
    { body: p(r('Da. ') + r('GEHEIM', '<w:color w:val="FFFFFF"/>')) },
    { hasNot: ['GEHEIM'], has: ['Da.'] },
  ),
  word(
    'Kästchen im Steuerelement',
    {
      body: p(
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> ja</w:t></w:r>',
      ),
    },
    { is: '☒ ja' },
  ),
  word(
    'hochgestellte Fußnote an der Zahl',
    {
      body: p(
        `${r('1.250')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>${r(' Bänke, 30 m')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`,
      ),
    },
    { hasNot: ['1.2501'], has: ['m²'] },
  ),
  word(
    'Tabelle in der Tabelle',
    { body: tbl([tc(p('außen'), tbl([tc(p('innen 1')), tc(p('innen 2'))]), p('')), tc(p('rechts'))]) },
    { has: ['außen', 'innen 1', 'innen 2', 'rechts'] },
  ),
];
