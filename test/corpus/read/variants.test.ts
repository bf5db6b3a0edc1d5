// What people's files have in them, one property a file, each in a form of its own: what stands in the text, and what
// does not.
import { expect, test } from 'vitest';
import { readPages } from '../../../corpus/read/read.ts';
import { WEB } from './variants/html.ts';
import { PDF } from './variants/pdf.ts';
import { ODT, RTF } from './variants/rich-text.ts';
import type { Variant } from './variants/variant.ts';
import { WORD } from './variants/word.ts';

const read = async ({ name, bytes }: Variant) => {
  const result = await readPages(await bytes(), name);
  return result.ok ? result.value.pages.map(({ text }) => text).join('\n') : `(${result.error})`;
};
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

test.each([...WORD, ...WEB, ...RTF, ...ODT, ...PDF].map((variant) => [variant.name, variant] as const))(
  '%s',
  async (_name, variant) => {
    const text = await read(variant);
    if (variant.is !== undefined) expect(flat(text)).toBe(variant.is);
    for (const part of variant.has ?? []) expect(text).toContain(part);
    for (const part of variant.hasNot ?? []) expect(text).not.toContain(part);
  },
);
