// The lists of an old Word file ([MS-DOC] 2.9.131 PlfLst, 2.9.132 PlfLfo, 2.9.150 LVLF) → the levels of each, as Word
// numbers by them. Offsets are those of the file's first block, in bytes.

export interface Level {
  start: number;
  format: string;
  /** With "\u0000" to "\u0008" in the place of a level's number. */
  text: string;
  isLegal: boolean;
  restarts: boolean;
}

export interface DocList {
  /** Lists of the same one count on together. */
  id: number;
  levels: Level[];
  /** Levels that begin anew with the first paragraph of this list. */
  starts: Map<number, number>;
}

const LISTS = 0x2e2;
const OVERRIDES = 0x2ea;
/** Number formats of [MS-OSHARED] 2.2.1.3 by their number. */
const FORMATS: Record<number, string> = {
  ...{ 0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 5: 'ordinal' },
  ...{ 22: 'decimalZero', 23: 'bullet', 255: 'none' },
};
const MOST_LISTS = 4_000;

/** By the number that a paragraph names, from 1. @param table the stream 0Table or 1Table */
export function docLists(main: Buffer, table: Buffer): DocList[] {
  const levels = levelsById(main, table);
  const [at, length] = [main.readUInt32LE(OVERRIDES), main.readUInt32LE(OVERRIDES + 4)];
  if (length < 4) return [];
  const count = Math.min(table.readUInt32LE(at), MOST_LISTS);
  const lists: DocList[] = [];
  let data = at + 4 + 16 * count;
  for (let i = 0; i < count; i++) {
    const entry = at + 4 + 16 * i;
    const id = table.readInt32LE(entry);
    const list: DocList = { id, levels: [...(levels.get(id) ?? [])], starts: new Map() };
    data += 4;
    for (let left = table.readUInt8(entry + 12); left > 0; left--) {
      const [start, flags] = [table.readInt32LE(data), table.readUInt32LE(data + 4)];
      const level = flags & 15;
      data += 8;
      if (flags & 32) {
        const own = levelAt(table, data);
        list.levels[level] = own.level;
        data = own.end;
      }
      if (flags & 16) list.starts.set(level, flags & 32 ? (list.levels[level]?.start ?? start) : start);
    }
    lists.push(list);
  }
  return lists;
}

function levelsById(main: Buffer, table: Buffer): Map<number, Level[]> {
  const [at, length] = [main.readUInt32LE(LISTS), main.readUInt32LE(LISTS + 4)];
  const found = new Map<number, Level[]>();
  if (length < 2) return found;
  const count = Math.min(table.readUInt16LE(at), MOST_LISTS);
  let data = at + 2 + 28 * count;
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 28 * i;
    const isSimple = (table.readUInt8(entry + 26) & 1) === 1;
    const levels: Level[] = [];
    for (let n = 0; n < (isSimple ? 1 : 9); n++) {
      const { level, end } = levelAt(table, data);
      levels.push(level);
      data = end;
    }
    found.set(table.readInt32LE(entry), levels);
  }
  return found;
}

function levelAt(table: Buffer, at: number): { level: Level; end: number } {
  const flags = table.readUInt8(at + 5);
  const text = at + 28 + table.readUInt8(at + 25) + table.readUInt8(at + 24);
  const characters = table.readUInt16LE(text);
  const end = text + 2 + 2 * characters;
  const level = {
    start: table.readInt32LE(at),
    format: FORMATS[table.readUInt8(at + 4)] ?? 'decimal',
    text: table.toString('utf16le', text + 2, end),
    isLegal: (flags & 4) !== 0,
    restarts: (flags & 8) === 0,
  };
  return { level, end };
}
