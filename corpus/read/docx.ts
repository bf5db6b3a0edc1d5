import type { Result, SkipReason } from '../types.ts';
import { type Field, fieldMark } from './office/docx-fields.ts';
import { type Numbers, numbersOf } from './office/docx-numbers.ts';
import { descendants, embeddedParts, linksOf, UnreadablePart } from './office/docx-parts.ts';
import { isOn, type Styles, stylesOf, toggle } from './office/docx-styles.ts';
import { isInvisible, isShaded, isSwitchedOff } from './office/docx-unseen.ts';
import {
  attribute,
  child,
  childrenOf,
  type Element,
  escaped,
  nameOf,
  openParts,
  type Parts,
  textIn,
} from './office/package.ts';
import { raised, signOf, signsOf } from './office/signs.ts';

interface Reading {
  parts: Parts;
  /** Path of the part that is read, for its links. */
  part: string;
  styles: Styles;
  numbers: Numbers;
  /** Of footnotes and endnotes, in the order in which the text refers to them. */
  notes: { kind: string; id: string }[];
  /** Text boxes of the paragraph that is read, which follow it. */
  boxes: string[];
  /** Those that are open. */
  fields: Field[];
  /** A darker ground behind the text, where white letters are seen. */
  ground: boolean;
  /** What stands before, for raised figures. */
  last: string;
  /** The paragraph before whose mark was deleted. */
  open: string | null;
  depth: number;
}

export async function readDocx(bytes: Uint8Array): Promise<Result<string, SkipReason>> {
  const opened = await openParts(bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, value: await htmlOf(opened.value, 0) };
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}

async function htmlOf(parts: Parts, depth: number): Promise<string> {
  const part = linksOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const body = child(parts.xml(part), 'body');
  if (!body) throw new UnreadablePart('no body');
  const links = linksOf(parts, part);
  const of = (type: string) => {
    const target = links.find((link) => link.type === type)?.target;
    return target ? parts.xml(target) : null;
  };
  const styles = stylesOf(of('styles'));
  const reading: Reading = {
    ...{ parts, part, styles, numbers: numbersOf(of('numbering'), styles), notes: [], boxes: [], fields: [] },
    ...{ ground: false, last: '', open: null, depth },
  };
  const embedded = await embeddedParts(body, parts, part, depth, htmlOf);
  const head = headOf(body, reading);
  const text = blocks(body, reading, embedded) + closed(reading);
  return head + text + notesOf(reading, of);
}

/** Facts of the paper stand in the head of the page; whether it is closed may stand in its foot. */
function headOf(body: Element, reading: Reading): string {
  const section = descendants(body, 'sectPr')[0];
  if (!section) return '';
  const links = linksOf(reading.parts, reading.part);
  const hasFirst = toggle([section], 'titlePg') === true;
  const seen = new Set<string>();
  return childrenOf(section)
    .filter((one) => /^(?:header|footer)Reference$/.test(nameOf(one)))
    .filter((one) => attribute(one, 'type') !== 'even' && (hasFirst || attribute(one, 'type') !== 'first'))
    .sort((a, b) => Number(attribute(b, 'type') === 'first') - Number(attribute(a, 'type') === 'first'))
    .flatMap((one) => {
      const target = links.find(({ id }) => id === attribute(one, 'id'))?.target;
      const root = target ? reading.parts.xml(target) : null;
      if (!root) return [];
      const html = blocks(root, { ...reading, boxes: [], fields: [], open: null }, new Map());
      if (nameOf(one) === 'footerReference' && !/öffentlich|vertraulich/i.test(html)) return [];
      return html.split(/(?<=<\/p>|<\/table>)/).filter((block) => !seen.has(block) && seen.add(block));
    })
    .join('');
}

function blocks(parent: Element, reading: Reading, embedded: ReadonlyMap<string, string>): string {
  return childrenOf(parent)
    .map((element) => block(element, reading, embedded))
    .join('');
}

function block(element: Element, reading: Reading, embedded: ReadonlyMap<string, string>): string {
  switch (nameOf(element)) {
    case 'p':
      return paragraph(element, reading);
    case 'tbl':
      return closed(reading) + table(element, reading, embedded);
    case 'altChunk':
      return closed(reading) + (embedded.get(attribute(element, 'id') ?? '') ?? '');
    case 'sdt': {
      if (isPlaceholder(element)) return '';
      const content = child(element, 'sdtContent');
      return content ? blocks(content, reading, embedded) : '';
    }
    case 'AlternateContent':
      return blocks(child(element, 'Choice') ?? child(element, 'Fallback') ?? element, reading, embedded);
    case 'ins':
    case 'moveTo':
    case 'customXml':
    case 'smartTag':
      return blocks(element, reading, embedded);
    default:
      return '';
  }
}

const isPlaceholder = (control: Element): boolean => toggle([child(control, 'sdtPr')], 'showingPlcHdr') === true;

function paragraph(element: Element, reading: Reading): string {
  const properties = child(element, 'pPr');
  const mark = child(properties, 'rPr');
  const style = attribute(child(properties, 'pStyle'), 'val') ?? reading.styles.normal;
  const isGround = reading.ground || [properties, ...reading.styles.paragraphsOf(style)].some(isShaded);
  reading.last = '';
  const inner = runs(element, { ...reading, ground: isGround }, style, reading);
  const boxes = reading.boxes.splice(0).join('');
  const isMarkGone =
    child(mark, 'del') !== null || child(mark, 'moveFrom') !== null || toggle([mark], 'vanish') === true;
  if (isMarkGone) {
    // The paragraph goes on with the next one, or was nothing but hidden.
    reading.open = `${reading.open ?? ''}${inner}`;
    return boxes;
  }
  const before = reading.open ?? '';
  reading.open = null;
  const text = before + inner;
  const isEmpty = text.replace(/<br>/g, '').trim() === '';
  const number = reading.numbers.next(properties);
  if (isEmpty) return boxes;
  // Items of a list stand below each other, without an empty line.
  const tag = number === '' ? 'p' : 'dd';
  return `<${tag}>${number === '' ? '' : `${escaped(number)} `}${text}</${tag}>${boxes}`;
}

function closed(reading: Reading): string {
  const { open } = reading;
  reading.open = null;
  return open === null || open.trim() === '' ? '' : `<p>${open}</p>`;
}

/** @param owner the reading whose boxes, notes and fields are filled */
function runs(parent: Element, reading: Reading, style: string | undefined, owner: Reading): string {
  return childrenOf(parent)
    .map((element) => inline(element, reading, style, owner))
    .join('');
}

function inline(element: Element, reading: Reading, style: string | undefined, owner: Reading): string {
  switch (nameOf(element)) {
    case 'r':
      return element.name.startsWith('m:') ? escaped(mathIn(element)) : run(element, reading, style, owner);
    case 'ins':
    case 'moveTo':
    case 'hyperlink':
    case 'smartTag':
    case 'customXml':
    case 'fldSimple':
    case 'bdo':
    case 'dir':
      return runs(element, reading, style, owner);
    case 'sdt': {
      const box = child(element, 'sdtPr', 'checkbox');
      if (box) return isOn(attribute(child(box, 'checked'), 'val') ?? '0') ? '☒' : '☐';
      const content = child(element, 'sdtContent');
      return isPlaceholder(element) || !content ? '' : runs(content, reading, style, owner);
    }
    case 'AlternateContent':
      return runs(child(element, 'Choice') ?? child(element, 'Fallback') ?? element, reading, style, owner);
    case 'oMath':
    case 'oMathPara':
      return escaped(mathIn(element));
    default:
      return '';
  }
}

const mathIn = (element: Element): string =>
  nameOf(element) === 't' ? textIn(element) : childrenOf(element).map(mathIn).join('');

function run(element: Element, reading: Reading, style: string | undefined, owner: Reading): string {
  const own = child(element, 'rPr');
  const { styles } = reading;
  const all = [own, ...styles.charactersOf(attribute(child(own, 'rStyle'), 'val')), ...styles.charactersOf(style)];
  const isHidden =
    toggle(all, 'vanish') === true || toggle(all, 'specVanish') === true || isInvisible(all, reading.ground);
  const font = all
    .map((one) => attribute(child(one, 'rFonts'), 'ascii') ?? attribute(child(one, 'rFonts'), 'hAnsi'))
    .find(Boolean);
  const position = all.map((one) => attribute(child(one, 'vertAlign'), 'val')).find(Boolean);
  let text = '';
  for (const part of childrenOf(element)) {
    const field = owner.fields.at(-1);
    const name = nameOf(part);
    if (name === 'fldChar') text += fieldMark(part, owner.fields);
    else if (field && !field.isResult) continue;
    else if (isHidden) continue;
    else if (name === 't') {
      const written = signsOf(font, textIn(part));
      text += escaped(
        position && position !== 'baseline'
          ? raised(written, position === 'subscript' ? 'lowered' : 'raised', owner.last + text)
          : written,
      );
    } else text += partOfRun(part, owner);
  }
  if (text !== '') owner.last = text;
  // The reader of HTML leaves it out and can say so.
  const isStruck = text !== '' && (toggle(all, 'strike') === true || toggle(all, 'dstrike') === true);
  return isStruck ? `<s>${text}</s>` : text;
}

function partOfRun(part: Element, owner: Reading): string {
  switch (nameOf(part)) {
    case 'tab':
    case 'ptab':
      return ' ';
    case 'br':
    case 'cr':
      return '<br>';
    case 'noBreakHyphen':
      return '-';
    case 'sym': {
      const code = Number.parseInt(attribute(part, 'char') ?? '', 16);
      const sign = signOf(attribute(part, 'font') ?? '', code);
      return sign ?? (Number.isNaN(code) || (code >= 0xe000 && code < 0xf900) ? '' : String.fromCodePoint(code));
    }
    case 'footnoteReference':
    case 'endnoteReference': {
      if (attribute(part, 'customMarkFollows')) return '';
      owner.notes.push({ kind: nameOf(part).replace('Reference', ''), id: attribute(part, 'id') ?? '' });
      return `[${owner.notes.length}]`;
    }
    case 'ruby':
      return childrenOf(child(part, 'rubyBase') ?? part)
        .map((one) => escaped(textIn(one)))
        .join('');
    case 'AlternateContent': {
      const choice = child(part, 'Choice');
      takeBoxes(choice && descendants(choice, 'txbxContent').length > 0 ? choice : child(part, 'Fallback'), owner);
      return '';
    }
    case 'drawing':
    case 'pict':
    case 'object':
      takeBoxes(part, owner);
      return '';
    default:
      return '';
  }
}

/** Text boxes stand behind the paragraph that they are anchored in. */
function takeBoxes(drawing: Element | null, owner: Reading): void {
  if (!drawing || isSwitchedOff(drawing)) return;
  for (const content of descendants(drawing, 'txbxContent')) {
    const inner: Reading = { ...owner, boxes: [], fields: [], open: null, ground: true };
    owner.boxes.push(blocks(content, inner, new Map()) + closed(inner));
  }
}

function table(element: Element, reading: Reading, embedded: ReadonlyMap<string, string>): string {
  const properties = child(element, 'tblPr');
  // Styles of tables set white heads on a dark ground.
  const isGround = reading.ground || child(properties, 'tblStyle') !== null || isShaded(properties);
  const rows = rowsIn(element).map((row) => {
    const about = child(row, 'trPr');
    if (toggle([about], 'hidden') === true || child(about, 'del')) return '';
    const cells = cellsIn(row).map((cell) => {
      const own = child(cell, 'tcPr');
      const merge = child(own, 'vMerge');
      const goesOn = merge !== null && attribute(merge, 'val') !== 'restart';
      const inner: Reading = { ...reading, boxes: [], fields: [], open: null, ground: isGround || isShaded(own) };
      const text = blocks(cell, inner, embedded) + closed(inner);
      return `<td${goesOn ? ' data-goes-on' : ''}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

/** Rows and cells may stand in content controls. */
const rowsIn = (element: Element): Element[] => within(element, 'tr');
const cellsIn = (row: Element): Element[] => within(row, 'tc');

const within = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((one) => {
    if (nameOf(one) === name) return [one];
    return /^(?:sdt|sdtContent|ins|customXml)$/.test(nameOf(one)) ? within(one, name) : [];
  });

function notesOf(reading: Reading, of: (type: string) => Element | null): string {
  const roots = { footnote: of('footnotes'), endnote: of('endnotes') };
  // Notes may refer to notes; those come at the end, too.
  let html = '';
  for (let i = 0; i < reading.notes.length; i++) {
    const { kind, id } = reading.notes[i]!;
    const root = roots[kind as keyof typeof roots];
    const note = (root ? childrenOf(root) : []).find((one) => attribute(one, 'id') === id);
    if (!note) continue;
    const text = blocks(note, reading, new Map()) + closed(reading);
    html += text.replace(/^<(p|dd)>\s*/, `<$1>[${i + 1}] `);
  }
  return html;
}
