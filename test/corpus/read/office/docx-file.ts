// Word files as Word writes them, put together part by part: the properties that matter here are ones that no library
// for writing knows.
import { strToU8, zipSync } from 'fflate';

const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ');
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  comments?: string;
  header?: string;
  /** Other parts by their name below `word/`, with the last part of their relationship's type; ids are rX1, rX2 … */
  more?: { name: string; type: string; content: string }[];
}

export function docx({ body, numbering, styles, footnotes, comments, header, more = [] }: DocxParts): Uint8Array {
  const parts = [
    ...(numbering ? [{ name: 'numbering.xml', type: 'numbering', content: part('numbering', numbering) }] : []),
    ...(styles ? [{ name: 'styles.xml', type: 'styles', content: part('styles', styles) }] : []),
    ...(footnotes ? [{ name: 'footnotes.xml', type: 'footnotes', content: part('footnotes', footnotes) }] : []),
    ...(comments ? [{ name: 'comments.xml', type: 'comments', content: part('comments', comments) }] : []),
    ...(header ? [{ name: 'header1.xml', type: 'header', content: part('hdr', header) }] : []),
  ];
  const links = [
    ...parts.map(({ name, type }) => relation(`r_${type}`, type, name)),
    ...more.map(({ name, type }, i) => relation(`rX${i + 1}`, type, name)),
  ];
  const reference = header ? '<w:headerReference w:type="default" r:id="r_header"/>' : '';
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations([relation('r1', 'officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relations(links),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr>${reference}</w:sectPr></w:body>`),
    ...Object.fromEntries([...parts, ...more].map(({ name, content }) => [`word/${name}`, content])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const part = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMES}>${content}</w:${name}>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
const relations = (links: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;

/** A run; `properties` is what stands in its `w:rPr`. */
export const r = (text: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of text or of runs. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.startsWith('<') ? content : r(content)}</w:p>`;
export const listed = (text: string, level = 0, list = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** An abstract list of levels "format text start". */
export const list = (id: number, levels: [format: string, text: string, more?: string][], more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels
    .map(
      ([format, text, rest = '<w:start w:val="1"/>'], i) =>
        `<w:lvl w:ilvl="${i}">${rest}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
