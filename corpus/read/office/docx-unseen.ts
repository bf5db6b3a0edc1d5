// What of a Word file nobody sees: letters as white as their ground or of no size, drawings that are switched off.
import { descendants } from './docx-parts.ts';
import { isOn } from './docx-styles.ts';
import { attribute, child, type Element } from './package.ts';

export const isShaded = (properties: Element | null): boolean => {
  const shading = child(properties, 'shd');
  const fill = attribute(shading, 'fill') ?? 'auto';
  const theme = attribute(shading, 'themeFill');
  return (
    shading !== null &&
    (theme !== undefined || /^(?:solid|pct)/.test(attribute(shading, 'val') ?? '') || !/^(?:auto|f{6})$/i.test(fill))
  );
};

/** White on white, or of no size. */
export function isInvisible(all: readonly (Element | null)[], isGround: boolean): boolean {
  const value = (name: string) => all.map((one) => attribute(child(one, name), 'val')).find((one) => one !== undefined);
  const size = value('sz');
  if (size !== undefined && Number(size) <= 3) return true;
  const isWhite = /^(?:f[def]){3}$/i.test(value('color') ?? '');
  return isWhite && !isGround && !all.some((one) => isShaded(one) || child(one, 'highlight') !== null);
}

export function isSwitchedOff(drawing: Element): boolean {
  const isHidden = descendants(drawing, 'docPr').some((one) => isOn(attribute(one, 'hidden') ?? '0'));
  return (
    isHidden || descendants(drawing, 'shape').some((one) => /visibility:\s*hidden/i.test(attribute(one, 'style') ?? ''))
  );
}
