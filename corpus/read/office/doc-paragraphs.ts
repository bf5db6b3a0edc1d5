// The paragraphs of an old Word file, in the order of their places in the file → the list and level of each, its own or
// its style's ([MS-DOC] 2.9.174 PapxFkp, 2.9.271 STSH, 2.6.2 paragraph properties).

import { VALUE_BYTES } from './doc-runs.ts';

export interface DocParagraph {
  /** Where its text begins and ends in the file, in bytes. */
  from: number;
  to: number;
  /** From 1; 0 outside of lists. */
  list: number;
  level: number;
}

const STYLES = 0xa2;
const PARAGRAPHS = 0x102;
const BLOCK = 512;
/** sprmPIlvl and sprmPIlfo. */
const LEVEL = 0x260a;
const LIST = 0x460b;

interface Place {
  list?: number;
  level?: number;
}

export function docParagraphs(main: Buffer, table: Buffer): DocParagraph[] {
  const styles = placesOfStyles(main, table);
  const [at, length] = [main.readUInt32LE(PARAGRAPHS), main.readUInt32LE(PARAGRAPHS + 4)];
  const count = Math.max(0, Math.floor((length - 4) / 8));
  const found: DocParagraph[] = [];
  for (let i = 0; i < count; i++) {
    const block = table.readUInt32LE(at + 4 * (count + 1) + 4 * i) * BLOCK;
    const runs = main.readUInt8(block + BLOCK - 1);
    for (let j = 0; j < runs; j++) {
      const [from, to] = [main.readUInt32LE(block + 4 * j), main.readUInt32LE(block + 4 * j + 4)];
      const offset = main.readUInt8(block + 4 * (runs + 1) + 13 * j) * 2;
      const own = offset === 0 ? null : propertiesAt(main, block + offset);
      const style = own ? styles.get(own.readUInt16LE(0)) : styles.get(0);
      const place = { ...style, ...(own ? placeIn(own.subarray(2)) : {}) };
      found.push({ from, to, list: listOf(place.list), level: Math.min(place.level ?? 0, 8) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** 0xf801 takes a paragraph out of the list that another program knows. */
const listOf = (list = 0): number => (list > 0 && list < 0xf801 ? list : 0);

/** The style's number, then properties. */
function propertiesAt(main: Buffer, at: number): Buffer | null {
  const words = main.readUInt8(at);
  const [start, end] = words === 0 ? [at + 2, at + 2 + 2 * main.readUInt8(at + 1)] : [at + 1, at + 2 * words];
  return end - start >= 2 ? main.subarray(start, end) : null;
}

function placeIn(properties: Buffer): Place {
  const place: Place = {};
  for (let at = 0; at + 2 < properties.length; ) {
    const name = properties.readUInt16LE(at);
    const kind = name >> 13;
    at += 2;
    if (name === LEVEL) place.level = properties.readUInt8(at);
    else if (name === LIST && at + 1 < properties.length) place.list = properties.readUInt16LE(at);
    at += kind === 6 ? properties.readUInt8(at) + 1 : (VALUE_BYTES[kind] ?? 1);
  }
  return place;
}

function placesOfStyles(main: Buffer, table: Buffer): Map<number, Place> {
  const own = new Map<number, Place>();
  const bases = new Map<number, number>();
  const [start, length] = [main.readUInt32LE(STYLES), main.readUInt32LE(STYLES + 4)];
  const places = new Map<number, Place>();
  if (length < 8) return places;
  const base = table.readUInt16LE(start + 4);
  let at = start + 2 + table.readUInt16LE(start);
  for (let style = 0; at + 2 <= start + length; style++) {
    const size = table.readUInt16LE(at);
    if (size > base && (table.readUInt16LE(at + 4) & 15) === 1) {
      const name = at + 2 + base;
      const properties = name + 4 + 2 * table.readUInt16LE(name);
      const bytes = table.readUInt16LE(properties);
      bases.set(style, table.readUInt16LE(at + 4) >> 4);
      if (bytes > 2) own.set(style, placeIn(table.subarray(properties + 4, properties + 2 + bytes)));
    }
    at += 2 + size + (size % 2);
  }
  for (const style of bases.keys()) {
    let place: Place = {};
    for (let one = style, depth = 0; depth < 12 && bases.has(one); one = bases.get(one) ?? 0xfff, depth++)
      place = { ...own.get(one), ...place };
    places.set(style, place);
  }
  return places;
}
