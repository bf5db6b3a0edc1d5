// The parts of word-extractor that we use; it brings no types.
declare module 'word-extractor/lib/word-ole-extractor.js' {
  interface Options {
    filterUnicode?: boolean;
    includeFooters?: boolean;
  }
  interface Document {
    getBody(options?: Options): string;
    getHeaders(options?: Options): string;
    getTextboxes(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
  }
  interface Piece {
    /** Where its text lies in the file, in bytes. */
    startFilePos: number;
    endFilePos: number;
    /** Bytes a character. */
    bpc: number;
    text: string;
  }
  export default class WordOleExtractor {
    protected _pieces: Piece[];
    extract(reader: unknown): Promise<Document>;
    protected writeCharacterProperties(main: Buffer, table: Buffer): void;
    protected writeParagraphProperties(main: Buffer, table: Buffer): void;
  }
}

declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(bytes: Buffer);
  }
}
