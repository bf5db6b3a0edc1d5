// An OpenDocument text → HTML of what a word processor shows: with the numbers of its lists, notes and text boxes, and
// without what is hidden, deleted or a comment.
import type { Result, SkipReason } from '../types.ts';
import { type OdtLists, odtLists } from './office/odt-lists.ts';
import { type OdtStyles, odtStyles } from './office/odt-styles.ts';
import {
  attribute,
  child,
  childrenOf,
  type Element,
  escaped,
  isElement,
  nameOf,
  openParts,
  textIn,
} from './office/package.ts';
import { raised, signsOf } from './office/signs.ts';

interface Reading {
  styles: OdtStyles;
  lists: OdtLists;
  controls: ReadonlyMap<string, string>;
  notes: string[];
  boxes: string[];
  ground: boolean;
  last: string;
}

export async function readOdt(bytes: Uint8Array): Promise<Result<string, SkipReason>> {
  const opened = await openParts(bytes);
  if (!opened.ok) return opened;
  try {
    const content = opened.value.xml('content.xml');
    const body = child(content, 'body', 'text');
    if (!content || !body)
      return {
        ok: false,
        error: /encryption-data/.test(opened.value.text('META-INF/manifest.xml') ?? '')
          ? 'password-protected'
          : 'unreadable',
      };
    const common = opened.value.xml('styles.xml');
    const styles = odtStyles([content, ...(common ? [common] : [])]);
    const reading: Reading = {
      ...{ styles, lists: odtLists([content, ...(common ? [common] : [])]), controls: controlsIn(body) },
      ...{ notes: [], boxes: [], ground: false, last: '' },
    };
    const head = common ? headOf(common, reading) : '';
    const text = blocks(body, reading);
    const notes = reading.notes.map((note, i) => note.replace(/^<(p|dd)>\s*/, `<$1>[${i + 1}] `));
    return { ok: true, value: head + text + notes.join('') };
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}

/** The head of the first page style; its foot where that says whether the paper is closed. */
function headOf(common: Element, reading: Reading): string {
  const pages = child(common, 'master-styles');
  const page = pages ? childrenOf(pages).find((one) => nameOf(one) === 'master-page') : null;
  const read = (name: string) => {
    const part = child(page, name);
    return part && attribute(part, 'display') !== 'false' ? blocks(part, { ...reading, notes: [], boxes: [] }) : '';
  };
  const foot = read('footer');
  return read('header-first') + read('header') + (/öffentlich|vertraulich/i.test(foot) ? foot : '');
}

const blocks = (parent: Element, reading: Reading): string =>
  childrenOf(parent)
    .map((one) => block(one, reading))
    .join('');

function block(element: Element, reading: Reading): string {
  switch (nameOf(element)) {
    case 'p':
      return paragraph(element, reading, '');
    case 'h':
      return paragraph(element, reading, reading.lists.heading(Number(attribute(element, 'outline-level') ?? 1)));
    case 'list':
      return list(element, reading, 0);
    case 'numbered-paragraph': {
      const number = reading.lists.item({
        style: attribute(element, 'style-name'),
        list: attribute(element, 'list-id'),
        level: Number(attribute(element, 'level') ?? 1) - 1,
        start: attribute(element, 'start-value'),
      });
      return childrenOf(element)
        .map((one) => paragraph(one, reading, number))
        .join('');
    }
    case 'section':
      return /^(?:none|condition)$/.test(attribute(element, 'display') ?? '') ? '' : blocks(element, reading);
    case 'table':
      return table(element, reading);
    case 'frame':
    case 'text-box':
      return blocks(element, reading);
    case 'table-of-content':
    case 'tracked-changes':
    case 'forms':
    case 'annotation':
      return '';
    case 'index-body':
    case 'g':
      return blocks(element, reading);
    default:
      return '';
  }
}

function list(element: Element, reading: Reading, level: number, style?: string): string {
  const own = attribute(element, 'style-name') ?? style ?? paragraphListStyle(element, reading);
  if (level === 0) reading.lists.begin(element, own);
  return childrenOf(element)
    .map((item) => {
      if (nameOf(item) !== 'list-item' && nameOf(item) !== 'list-header') return '';
      let isNumbered = nameOf(item) === 'list-item';
      const start = attribute(item, 'start-value');
      return childrenOf(item)
        .map((one) => {
          if (nameOf(one) === 'list') return list(one, reading, level + 1, own);
          if (!/^[ph]$/.test(nameOf(one))) return block(one, reading);
          const number = isNumbered ? reading.lists.item({ style: own, list: undefined, level, start }) : '';
          isNumbered = false;
          return paragraph(one, reading, number);
        })
        .join('');
    })
    .join('');
}

function paragraphListStyle(element: Element, reading: Reading): string | undefined {
  const first = descendants(element, 'p')[0];
  return first && reading.styles.listOf(attribute(first, 'style-name'));
}

function paragraph(element: Element, reading: Reading, number: string): string {
  const style = attribute(element, 'style-name');
  const isHidden = descendants(element, 'hidden-paragraph').some((one) => attribute(one, 'is-hidden') === 'true');
  if (isHidden) return '';
  reading.last = '';
  const text = inlines(element, reading, [style]);
  const boxes = reading.boxes.splice(0).join('');
  if (text.replace(/<br>/g, '').trim() === '') return boxes;
  const tag = number === '' ? 'p' : 'dd';
  return `<${tag}>${number === '' ? '' : `${escaped(number)} `}${text}</${tag}>${boxes}`;
}

/** @param styles of the paragraph and the spans around, the innermost first */
function inlines(parent: Element, reading: Reading, styles: (string | undefined)[]): string {
  return parent.children
    .map((node) => {
      if (node.type === 'text') return written(node.data.replace(/\s+/g, ' '), reading, styles);
      return isElement(node) ? inline(node, reading, styles) : '';
    })
    .join('');
}

function written(text: string, reading: Reading, styles: (string | undefined)[]): string {
  const { isHidden, isStruck, position, font } = reading.styles.look(styles, reading.ground);
  if (isHidden) return '';
  const signs = signsOf(font, text);
  const shown = position ? raised(signs, position, reading.last) : signs;
  if (shown.trim() !== '') reading.last = shown;
  return isStruck ? `<s>${escaped(shown)}</s>` : escaped(shown);
}

function inline(element: Element, reading: Reading, styles: (string | undefined)[]): string {
  switch (nameOf(element)) {
    case 'span':
      return inlines(element, reading, [attribute(element, 'style-name'), ...styles]);
    case 's':
    case 'tab':
      return ' ';
    case 'line-break':
      return '<br>';
    case 'note': {
      const body = child(element, 'note-body');
      const at = reading.notes.push('');
      reading.notes[at - 1] = body ? blocks(body, { ...reading, boxes: [] }) : '';
      return `[${at}]`;
    }
    case 'annotation':
    case 'annotation-end':
    case 'hidden-text':
    case 'placeholder':
    case 'tracked-changes':
      return '';
    case 'frame':
    case 'text-box':
    case 'custom-shape':
    case 'g':
      reading.boxes.push(blocks(element, { ...reading, boxes: [], ground: true }));
      return '';
    case 'control':
      return reading.controls.get(attribute(element, 'control') ?? '') ?? '';
    case 'ruby':
      return child(element, 'ruby-base') ? inlines(child(element, 'ruby-base')!, reading, styles) : '';
    case 'content-control': {
      const state = attribute(element, 'checkbox') === 'true' ? attribute(element, 'checked') : undefined;
      if (attribute(element, 'checkbox') === 'true') return state === 'true' ? '☒' : '☐';
      return attribute(element, 'showing-place-holder') === 'true' ? '' : inlines(element, reading, styles);
    }
    default:
      return inlines(element, reading, styles);
  }
}

function table(element: Element, reading: Reading): string {
  const rows = (parent: Element): string =>
    childrenOf(parent)
      .map((one) => {
        const isSeen = !/^(?:collapse|filter)$/.test(attribute(one, 'visibility') ?? '');
        if (/^table-(?:header-)?rows?$|^table-row-group$/.test(nameOf(one)) && nameOf(one) !== 'table-row')
          return rows(one);
        return nameOf(one) === 'table-row' && isSeen ? `<tr>${cells(one)}</tr>` : '';
      })
      .join('');
  const cells = (row: Element): string =>
    childrenOf(row)
      .map((cell) => {
        if (nameOf(cell) === 'covered-table-cell') return '';
        if (nameOf(cell) !== 'table-cell') return '';
        const ground = reading.ground || reading.styles.isShaded(attribute(cell, 'style-name'));
        const span = attribute(cell, 'number-rows-spanned') ?? '1';
        return `<td rowspan="${span}">${blocks(cell, { ...reading, boxes: [], ground })}</td>`;
      })
      .join('');
  return `<table>${rows(element)}</table>`;
}

/** Ticked or not, by the id of the control. */
function controlsIn(body: Element): Map<string, string> {
  return new Map(
    [
      ...descendants(body, 'checkbox'),
      ...descendants(body, 'radio'),
      ...descendants(body, 'text'),
      ...descendants(body, 'textarea'),
    ]
      .filter((one) => attribute(one, 'id') !== undefined)
      .map((one) => {
        const state = attribute(one, 'current-state') ?? attribute(one, 'state') ?? attribute(one, 'current-selected');
        const sign = /^(?:checked|true)$/.test(state ?? '') ? '☒' : '☐';
        const value = /^(?:checkbox|radio)$/.test(nameOf(one))
          ? sign
          : (attribute(one, 'current-value') ?? textIn(one));
        return [attribute(one, 'id') ?? '', escaped(value)];
      }),
  );
}

const descendants = (element: Element, name: string): Element[] =>
  element.children.filter(isElement).flatMap((one) => (nameOf(one) === name ? [one] : descendants(one, name)));
