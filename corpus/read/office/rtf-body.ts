// The text of a Rich Text file as it comes in → paragraphs, tables and notes as HTML.

export class RtfBody {
  /** The paragraph that is being written. */
  paragraph = '';
  inTable = false;
  #out: string[] = [];
  #cells: string[] = [];
  #cell = '';
  #rows: string[] = [];
  #notes: string[] = [];

  html(): string {
    this.endParagraph();
    this.#endTable();
    return this.#out.join('') + this.#notes.map((note, i) => note.replace(/^<p>\s*/, `<p>[${i + 1}] `)).join('');
  }

  endParagraph(): void {
    const text = this.paragraph.trim();
    this.paragraph = '';
    if (this.inTable) {
      if (text !== '') this.#cell += `<p>${text}</p>`;
    } else if (text !== '') {
      this.#endTable();
      this.#out.push(`<p>${text}</p>`);
    }
  }

  endCell(): void {
    this.inTable = true;
    this.endParagraph();
    this.#cells.push(this.#cell);
    this.#cell = '';
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#rows.push(`<tr>${this.#cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    this.#cells = [];
    this.#cell = '';
  }

  /** A text box or the head of the page, whose paragraphs stand by themselves. @returns what ends it */
  beginAside(): () => void {
    const [before, isTable] = [this.paragraph, this.inTable];
    this.paragraph = '';
    return () => {
      this.endParagraph();
      this.paragraph = before;
      this.inTable = isTable;
    };
  }

  /** Its mark stands where it begins, its text at the end. @returns what ends it */
  beginNote(): () => void {
    const before = this.paragraph;
    const [out, cell, isTable] = [this.#out, this.#cell, this.inTable];
    this.paragraph = '';
    this.#out = [];
    this.inTable = false;
    return () => {
      this.endParagraph();
      this.#notes.push(this.#out.join(''));
      this.#out = out;
      this.#cell = cell;
      this.inTable = isTable;
      this.paragraph = `${before}[${this.#notes.length}]`;
    };
  }

  #endTable(): void {
    if (this.#cells.length > 0 || this.#cell !== '') {
      if (this.#cell !== '') this.#cells.push(this.#cell);
      this.endRow();
    }
    if (this.#rows.length > 0) this.#out.push(`<table>${this.#rows.join('')}</table>`);
    this.#rows = [];
  }
}
