// The annotations of a page → what they add to its text (values of form fields, boxes, free text) and what they mark to
// be taken out. Comments that pop up are somebody's notes and no text.

import type { Area } from './pdf-areas.ts';
import type { Item } from './pdf-lines.ts';
import { apply, type Matrix } from './pdf-rules.ts';

interface Annotation {
  subtype?: string;
  rect?: number[];
  fieldType?: string;
  fieldValue?: unknown;
  buttonValue?: unknown;
  exportValue?: unknown;
  checkBox?: boolean;
  radioButton?: boolean;
  pushButton?: boolean;
  password?: boolean;
  options?: { exportValue?: unknown; displayValue?: unknown }[];
  contentsObj?: { str?: string };
  annotationFlags?: number;
  interiorColor?: ArrayLike<number> | null;
  opacity?: number;
  defaultAppearanceData?: { fontSize?: number };
}

/** Invisible, hidden, not shown on screens (ISO 32000, 12.5.3). */
const UNSEEN_FLAGS = 1 | 2 | 32;
const SIZE = 10;
const LEADING = 1.2;

export function notesOf(annotations: readonly unknown[], view: Matrix): { items: Item[]; covers: Area[] } {
  const items: Item[] = [];
  const covers: Area[] = [];
  for (const note of annotations as Annotation[]) {
    if (((note.annotationFlags ?? 0) & UNSEEN_FLAGS) !== 0 || !note.rect || note.rect.length < 4) continue;
    const area = placed(note.rect, view);
    const isOpaque = (note.opacity ?? 1) > 0.95;
    if (note.subtype === 'Redact' || (note.subtype === 'Square' && note.interiorColor && isOpaque)) covers.push(area);
    else if (note.subtype === 'FreeText') items.push(...written(note.contentsObj?.str ?? '', area, note));
    else if (note.subtype === 'Widget') items.push(...written(fieldText(note), area, note));
  }
  return { items, covers };
}

function fieldText(field: Annotation): string {
  if (field.pushButton || field.password) return '';
  if (field.checkBox) return field.fieldValue !== undefined && field.fieldValue === field.exportValue ? '☒' : '☐';
  if (field.radioButton) return field.fieldValue != null && field.fieldValue === field.buttonValue ? '☒' : '☐';
  if (field.fieldType !== 'Tx' && field.fieldType !== 'Ch') return '';
  const values = (Array.isArray(field.fieldValue) ? field.fieldValue : [field.fieldValue]).filter(
    (one) => typeof one === 'string',
  );
  return values
    .map((value) => field.options?.find((option) => option.exportValue === value)?.displayValue ?? value)
    .join(', ');
}

/** Its lines from the top of its place downwards. */
function written(text: string, [left, bottom, right, top]: Area, note: Annotation): Item[] {
  const lines = text.split(/\r\n?|\n/);
  const height = Math.min(note.defaultAppearanceData?.fontSize || SIZE, 14);
  const isOne = lines.length === 1 && top - bottom < 2.5 * height;
  return lines.flatMap((str, i): Item[] => {
    const y = isOne ? bottom + (top - bottom - height) / 2 + 0.2 * height : top - (i * LEADING + 1) * height;
    return str.trim() === ''
      ? []
      : [{ str, x: left + 1, y, width: Math.min(str.length * height * 0.5, right - left), height }];
  });
}

function placed(rect: readonly number[], view: Matrix): Area {
  const [a, b] = apply(view, rect[0] ?? 0, rect[1] ?? 0);
  const [c, d] = apply(view, rect[2] ?? 0, rect[3] ?? 0);
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
