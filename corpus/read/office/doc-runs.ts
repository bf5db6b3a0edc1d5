// The runs of letters of an old Word file → those that are not shown as they stand: hidden, deleted, struck through, raised
// or lowered ([MS-DOC] 2.9.33 ChpxFkp, 2.6.1 character properties).

export interface DocRun {
  /** Where its text begins and ends in the file, in bytes. */
  from: number;
  to: number;
  isUnseen: boolean;
  position: 'raised' | 'lowered' | null;
}

const RUNS = 0xfa;
const BLOCK = 512;
/** sprmCFRMarkDel, sprmCFVanish, sprmCFStrike, sprmCFDStrike: off and on, and the other than the style's. */
const UNSEEN: ReadonlySet<number> = new Set([0x0800, 0x083c, 0x0837, 0x2a53]);
const ON: ReadonlySet<number> = new Set([0x01, 0x81]);
/** sprmCIss: 1 is raised, 2 lowered. */
const POSITION = 0x2a48;
/** Bytes of a property's value by its kind; kind 6 says so itself. */
export const VALUE_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

export function docRuns(main: Buffer, table: Buffer): DocRun[] {
  const [at, length] = [main.readUInt32LE(RUNS), main.readUInt32LE(RUNS + 4)];
  const count = Math.max(0, Math.floor((length - 4) / 8));
  const found: DocRun[] = [];
  for (let i = 0; i < count; i++) {
    const block = table.readUInt32LE(at + 4 * (count + 1) + 4 * i) * BLOCK;
    const runs = main.readUInt8(block + BLOCK - 1);
    for (let j = 0; j < runs; j++) {
      const offset = main.readUInt8(block + 4 * (runs + 1) + j) * 2;
      if (offset === 0) continue;
      const start = block + offset + 1;
      const look = lookIn(main.subarray(start, start + main.readUInt8(block + offset)));
      if (!look.isUnseen && look.position === null) continue;
      found.push({ from: main.readUInt32LE(block + 4 * j), to: main.readUInt32LE(block + 4 * j + 4), ...look });
    }
  }
  return found;
}

function lookIn(properties: Buffer): Pick<DocRun, 'isUnseen' | 'position'> {
  let isUnseen = false;
  let position: DocRun['position'] = null;
  for (let at = 0; at + 2 < properties.length; ) {
    const name = properties.readUInt16LE(at);
    const kind = name >> 13;
    at += 2;
    const value = properties.readUInt8(at);
    if (UNSEEN.has(name) && ON.has(value)) isUnseen = true;
    else if (name === POSITION) position = value === 1 ? 'raised' : value === 2 ? 'lowered' : null;
    at += kind === 6 ? value + 1 : (VALUE_BYTES[kind] ?? 1);
  }
  return { isUnseen, position };
}
