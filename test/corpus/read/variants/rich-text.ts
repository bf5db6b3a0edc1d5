// Rich Text and OpenDocument, one property a file; all invented.
import { strToU8, zipSync } from 'fflate';
import type { Variant } from './variant.ts';

const rtf = (name: string, body: string, expected: Omit<Variant, 'name' | 'bytes'>): Variant => ({
  name: `${name}.rtf`,
  bytes: () => strToU8(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}${body}}`),
  ...expected,
});
export const RTF: Variant[] = [
  rtf('durchgestrichen', 'Es kostet {\\strike 50.000 }80.000 Euro.\\par', { is: 'Es kostet 80.000 Euro.' }),
  rtf('Nummern', '{\\listtext\\tab 1.\\tab}Wer?\\par Ich.\\par{\\listtext 2.\\tab}Wann?\\par', {
    is: '1. Wer? Ich. 2. Wann?',
  }),
  rtf('verborgen und gelöscht', 'Da. {\\v GEHEIM}{\\deleted GEHEIM}{\\*\\annotation GEHEIM}Dort.\\par', {
    is: 'Da. Dort.',
  }),
  rtf('Unicode', "\\u8364?uro, B\\'e4nke \\u8211\\'96 ja\\par", { is: '€uro, Bänke – ja' }),
  rtf(
    'Tabelle',
    '\\trowd\\cellx1000\\cellx2000\\intbl A\\cell B\\cell\\row\\trowd\\cellx1000\\cellx2000\\intbl C\\cell D\\cell\\row\\pard Ende\\par',
    { has: ['A\tB', 'C\tD', 'Ende'] },
  ),
  rtf('Feld', '{\\field{\\*\\fldinst DATE GEHEIM}{\\fldrslt 12.03.2024}}\\par', { is: '12.03.2024' }),
  rtf('hochgestellt', "1.250{\\super 1} B\\'e4nke, 30 m{\\super 2}\\par", { hasNot: ['1.2501'], has: ['m²'] }),
];
const ODF_NAMES = ['office', 'text', 'table', 'style', 'draw', 'fo', 'form']
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'fo' ? 'xsl-fo-compatible' : name === 'draw' ? 'drawing' : name}:1.0"`,
  )
  .join(' ');
const odt = (
  name: string,
  { styles = '', body }: { styles?: string; body: string },
  expected: Omit<Variant, 'name' | 'bytes'>,
): Variant => ({
  name: `${name}.odt`,
  bytes: () =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content ${ODF_NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      'META-INF/manifest.xml': strToU8('<manifest/>'),
    }),
  ...expected,
});
const numbered = (format: string, prefix: string, suffix: string) =>
  `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"/></text:list-style>`;
const item = (text: string, more = '') => `<text:list-item${more}><text:p>${text}</text:p></text:list-item>`;
export const ODT: Variant[] = [
  odt(
    'durchgestrichen',
    {
      styles:
        '<style:style style:name="D" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>',
      body: '<text:p>Es kostet <text:span text:style-name="D">50.000 </text:span>80.000 Euro.</text:p>',
    },
    { is: 'Es kostet 80.000 Euro.' },
  ),
  odt(
    'Nummern',
    {
      styles: numbered('1', 'Frage ', ':'),
      body: `<text:list text:style-name="L">${item('Wer?')}${item('Wann?')}</text:list>`,
    },
    { is: 'Frage 1: Wer? Frage 2: Wann?' },
  ),
  odt(
    'fortgesetzt',
    {
      styles: numbered('a', '', ')'),
      body: `<text:list xml:id="l1" text:style-name="L">${item('Wer?')}</text:list><text:p>Ich.</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('Wann?')}</text:list>`,
    },
    { is: 'a) Wer? Ich. b) Wann?' },
  ),
  odt(
    'Anfangswert',
    {
      styles: numbered('1', '', '.'),
      body: `<text:list text:style-name="L">${item('Wer?', ' text:start-value="4"')}${item('Wann?')}</text:list>`,
    },
    { is: '4. Wer? 5. Wann?' },
  ),
  odt(
    'verborgen',
    {
      styles:
        '<style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>',
      body: '<text:p>Da. <text:span text:style-name="V">GEHEIM</text:span><text:hidden-text text:string-value="GEHEIM" text:is-hidden="true"/></text:p><text:section text:display="none"><text:p>GEHEIM</text:p></text:section>',
    },
    { is: 'Da.' },
  ),
  odt(
    'Änderungen',
    {
      body: '<text:tracked-changes><text:changed-region><text:deletion><text:p>GEHEIM</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>80.000 Euro<office:annotation><text:p>GEHEIM</text:p></office:annotation></text:p>',
    },
    { is: '80.000 Euro' },
  ),
  odt(
    'Leerzeichen und Tabelle',
    {
      body: '<text:p>A<text:s text:c="3"/>B<text:tab/>C<text:line-break/>D</text:p><table:table><table:table-row><table:table-cell><text:p>E</text:p></table:table-cell><table:table-cell><text:p>F</text:p></table:table-cell></table:table-row></table:table>',
    },
    { has: ['E\tF'], hasNot: ['AB'] },
  ),
];
