// Complex fields of Word → what of them is shown: their results, and the boxes and chosen entries of old forms.
import { isOn } from './docx-styles.ts';
import { attribute, child, childrenOf, type Element, escaped, nameOf } from './package.ts';

/** A field that is open; only what stands behind its `separate` is shown. */
export interface Field {
  isResult: boolean;
  box: string | null;
}

/** Begin, separate and end of a field; old forms keep their boxes and chosen entries in the begin. */
export function fieldMark(mark: Element, fields: Field[]): string {
  const type = attribute(mark, 'fldCharType');
  if (type === 'begin') fields.push({ isResult: false, box: formValue(child(mark, 'ffData')) });
  else if (type === 'separate') {
    const field = fields.at(-1);
    if (field) field.isResult = field.box === null;
  } else if (type === 'end') return fields.pop()?.box ?? '';
  return '';
}

function formValue(form: Element | null): string | null {
  const box = child(form, 'checkBox');
  if (box)
    return isOn(attribute(child(box, 'checked') ?? child(box, 'default'), 'val') ?? (child(box, 'checked') ? '1' : '0'))
      ? '☒'
      : '☐';
  const list = child(form, 'ddList');
  if (!list) return null;
  const at = Number(attribute(child(list, 'result') ?? child(list, 'default'), 'val') ?? 0);
  return escaped(attribute(childrenOf(list).filter((one) => nameOf(one) === 'listEntry')[at], 'val') ?? '');
}
