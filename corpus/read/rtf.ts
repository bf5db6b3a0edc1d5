// Rich Text → HTML of what a word processor shows: numbers of lists, which RTF writes out, tables and notes, and not
// what is hidden, deleted or a comment. Our own, because of the libraries that were tried one doubles umlauts, one
// loses € and –, and one shows deleted text.
import { escaped } from './office/package.ts';
import { RtfBody } from './office/rtf-body.ts';
import { CHARSETS, charsetOf, KNOWN_OPTIONAL, LEFT_OUT, PLAIN, SIGNS, type State } from './office/rtf-words.ts';
import { raised, signsOf } from './office/signs.ts';

const MAX_DEPTH = 2_000;

/** Null for bytes that are no RTF. */
export function htmlOfRtf(bytes: Uint8Array): string | null {
  const source = new TextDecoder('latin1').decode(bytes);
  if (!/^\s*\{\\rtf/.test(source)) return null;
  return new Reader(source).html();
}

class Reader {
  #source: string;
  #body = new RtfBody();
  #state: State = { ...PLAIN };
  #stack: { state: State; onEnd: (() => void) | null }[] = [];
  #charset = 'windows-1252';
  #fonts = new Map<number, { charset?: string; name: string }>();
  #font = 0;
  #colors: string[] = [];
  #color = '';
  #codes: number[] = [];
  #form = { type: -1, result: 25, preset: 0 };

  constructor(source: string) {
    this.#source = source;
  }

  html(): string {
    const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;
    const source = this.#source;
    let skipped = 0;
    let isOptional = false;
    for (let match = token.exec(source); match; match = token.exec(source)) {
      const [, word, number, hex, sign, brace, plain] = match;
      if (hex !== undefined && skipped > 0) skipped--;
      else if (hex !== undefined) this.#codes.push(Number.parseInt(hex, 16));
      else if (plain !== undefined) {
        const rest = plain.slice(skipped);
        skipped = Math.max(0, skipped - plain.length);
        this.#put(rest);
      } else if (brace === '{') {
        this.#flush();
        if (this.#stack.length > MAX_DEPTH) break;
        this.#stack.push({ state: { ...this.#state }, onEnd: null });
      } else if (brace === '}') {
        this.#flush();
        const last = this.#stack.pop();
        last?.onEnd?.();
        if (last) this.#state = last.state;
        skipped = 0;
      } else if (sign === '*') isOptional = true;
      else if (sign !== undefined) this.#put(SIGNS[sign] ?? (/[\\{}]/.test(sign) ? sign : ''));
      else if (word === 'u') {
        this.#flush();
        this.#put(String.fromCharCode((Number(number) + 65_536) % 65_536));
        skipped = this.#state.skip;
      } else if (word === 'bin') token.lastIndex += Number(number ?? 0);
      else if (word !== undefined) {
        this.#flush();
        this.#control(word, number === undefined ? null : Number(number), isOptional);
        isOptional = false;
      }
      if (sign !== '*') isOptional = false;
    }
    this.#flush();
    return this.#body.html();
  }

  /** Letters in a code page, of which the font may have its own. */
  #flush(): void {
    if (this.#codes.length === 0) return;
    const codes = Uint8Array.from(this.#codes);
    this.#codes = [];
    this.#put(new TextDecoder(this.#fonts.get(this.#state.font)?.charset ?? this.#charset).decode(codes));
  }

  #put(text: string): void {
    if (text === '') return;
    if (this.#codes.length > 0) this.#flush();
    const { into, hidden, struck, deleted, color, ground, size, position, font } = this.#state;
    if (into === 'fonts') {
      const named = this.#fonts.get(this.#font) ?? { name: '' };
      this.#fonts.set(this.#font, { ...named, name: named.name + text.replace(/;.*/, '') });
    } else if (into === 'colors') {
      for (const _ of text.matchAll(/;/g)) {
        this.#colors.push(this.#color);
        this.#color = '';
      }
    }
    if (into !== 'text' || hidden || deleted || size <= 3) return;
    if (!ground && this.#colors[color] === '255,255,255' && !this.#body.inTable) return;
    const shown = signsOf(this.#fonts.get(font)?.name, text);
    const html = escaped(position ? raised(shown, position, this.#body.paragraph) : shown).replaceAll('\n', '<br>');
    this.#body.paragraph += struck ? `<s>${html}</s>` : html;
  }

  #control(word: string, number: number | null, isOptional: boolean): void {
    const state = this.#state;
    const isOn = number !== 0;
    if (isOptional && !KNOWN_OPTIONAL.has(word)) state.into = 'nothing';
    else if (word === 'fldinst' || word === 'formfield') {
      state.into = word === 'fldinst' ? 'code' : 'form';
      if (word === 'formfield') this.#form = { type: -1, result: 25, preset: 0 };
      if (word === 'formfield') this.#onEnd(() => this.#endForm());
    } else if (LEFT_OUT.has(word)) state.into = 'nothing';
    if (state.into === 'nothing') return;
    switch (word) {
      case 'ansicpg':
        this.#charset = charsetOf(number ?? 1252);
        break;
      case 'mac':
        this.#charset = 'macintosh';
        break;
      case 'fonttbl':
        state.into = 'fonts';
        break;
      case 'colortbl':
        state.into = 'colors';
        break;
      case 'red':
      case 'green':
      case 'blue':
        if (state.into === 'colors') this.#color += `${this.#color === '' ? '' : ','}${number ?? 0}`;
        break;
      case 'f':
        if (state.into === 'fonts') this.#font = number ?? 0;
        else state.font = number ?? 0;
        break;
      case 'fcharset': {
        const charset = CHARSETS[number ?? 0];
        this.#fonts.set(this.#font, { ...(charset ? { charset } : {}), name: '' });
        break;
      }
      case 'plain':
        Object.assign(state, { ...PLAIN, skip: state.skip, into: state.into });
        break;
      case 'v':
        state.hidden = isOn;
        break;
      case 'strike':
      case 'striked':
        state.struck = isOn;
        break;
      case 'deleted':
        state.deleted = isOn;
        break;
      case 'cf':
        state.color = number ?? 0;
        break;
      case 'cb':
      case 'highlight':
      case 'chcbpat':
        state.ground = isOn && number !== null;
        break;
      case 'fs':
        state.size = number ?? 24;
        break;
      case 'super':
        state.position = isOn ? 'raised' : null;
        break;
      case 'sub':
        state.position = isOn ? 'lowered' : null;
        break;
      case 'nosupersub':
        state.position = null;
        break;
      case 'uc':
        state.skip = number ?? 1;
        break;
      case 'fftype':
        this.#form.type = number ?? -1;
        break;
      case 'ffres':
        this.#form.result = number ?? 25;
        break;
      case 'ffdefres':
        this.#form.preset = number ?? 0;
        break;
      case 'intbl':
        this.#body.inTable = true;
        break;
      case 'pard':
        this.#body.inTable = false;
        break;
      case 'trowd':
        this.#body.inTable = true;
        break;
      case 'par':
      case 'sect':
      case 'page':
        this.#body.endParagraph();
        break;
      case 'cell':
      case 'nestcell':
        this.#body.endCell();
        break;
      case 'row':
      case 'nestrow':
        this.#body.endRow();
        break;
      case 'footnote':
        this.#onEnd(this.#body.beginNote());
        break;
      case 'header':
      case 'shptxt':
        // Facts of the paper stand in the head of the page; a text box stands behind the line that it is anchored in.
        state.into = 'text';
        this.#onEnd(this.#body.beginAside());
        break;
      default:
        if (SIGNS[word] !== undefined) this.#put(SIGNS[word]);
    }
  }

  #onEnd(run: () => void): void {
    const last = this.#stack.at(-1);
    const before = last?.onEnd;
    if (last)
      last.onEnd = () => {
        run();
        before?.();
      };
  }

  #endForm(): void {
    const { type, result, preset } = this.#form;
    if (type === 1) this.#body.paragraph += (result === 25 ? preset : result) === 1 ? '☒' : '☐';
  }
}
