// Signs that a file writes by the place they have in a font of signs, and raised or lowered figures → Unicode.

const EMPTY_BOX = '☐';
const TICKED_BOX = '☒';

/** By the low byte: fonts of signs are addressed from 0xF000 on, or by the letter that stands there. */
const WINGDINGS: Record<number, string> = {
  ...{ 111: EMPTY_BOX, 113: EMPTY_BOX, 114: EMPTY_BOX, 168: EMPTY_BOX },
  ...{ 120: TICKED_BOX, 253: TICKED_BOX, 254: TICKED_BOX, 251: '✗', 252: '✓' },
  ...{ 159: '•', 167: '•', 108: '•', 110: '•', 216: '•', 118: '•' },
  ...{ 224: '→', 232: '→', 223: '←', 231: '←', 240: '→', 161: '○' },
};
const WINGDINGS_2: Record<number, string> = {
  ...{ 163: EMPTY_BOX, 42: EMPTY_BOX, 48: EMPTY_BOX, 81: TICKED_BOX, 82: TICKED_BOX, 83: TICKED_BOX, 84: TICKED_BOX },
  ...{ 79: '✗', 80: '✓', 151: '•', 152: '•' },
};
const WEBDINGS: Record<number, string> = { 97: '✓', 99: EMPTY_BOX, 103: '•', 114: '✗' };
const SYMBOL: Record<number, string> = {
  183: '•',
  163: '≤',
  179: '≥',
  180: '×',
  176: '°',
  177: '±',
  222: '⇒',
  174: '→',
};

const FONTS: [font: RegExp, signs: Record<number, string>][] = [
  [/^wingdings ?2$/i, WINGDINGS_2],
  [/^wingdings ?3$/i, {}],
  [/^wingdings$/i, WINGDINGS],
  [/^webdings$/i, WEBDINGS],
  [/^symbol$/i, SYMBOL],
];

/** The sign at this place of the font; null for a font of letters, '' for a sign that says nothing. */
export function signOf(font: string, code: number): string | null {
  const signs = FONTS.find(([name]) => name.test(font.trim()))?.[1];
  return signs ? (signs[code & 0xff] ?? '') : null;
}

/** A run whose font is one of signs. */
export function signsOf(font: string | undefined, text: string): string {
  if (!font || signOf(font, 0) === null) return text;
  // Word falls back to another font for what this one does not have.
  return [...text]
    .map((letter) => (letter === ' ' ? ' ' : (signOf(font, letter.codePointAt(0) ?? 0) ?? letter)))
    .join('');
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** "m" and a raised 2 are m²; a raised mark behind a figure stays apart, or "1.250" and its note 1 would be "1.2501". */
export function raised(text: string, position: 'raised' | 'lowered', before: string): string {
  if (!/^[\s\d,;)*]+$/.test(text) || !/\d/.test(text)) return text;
  const signs = text.replace(/\d/g, (digit) => (position === 'raised' ? RAISED : LOWERED)[Number(digit)] ?? digit);
  return /\d$/.test(before) ? ` ${signs}` : signs;
}
