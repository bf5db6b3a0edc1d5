// What the control words of Rich Text mean to us: groups without text of the document, signs, character sets, looks.

/** Groups whose text is none of the document's. Those that begin with \* are left out unless they are known. */
export const LEFT_OUT = new Set(
  'stylesheet info pict object themedata datastore colorschememapping latentstyles listtable listoverridetable rsidtbl generator annotation atnid atnauthor atntime atnref atnparent atndate atrfstart atrfend fldinst xe tc rxe footer footerl footerr footerf headerf headerl headerr revtbl filetbl xmlnstbl nonshppict bkmkstart bkmkend pntxta pntxtb pnseclvl template userprops ftnsep ftnsepc aftnsep aftnsepc sp sn sv'.split(
    ' ',
  ),
);
export const KNOWN_OPTIONAL = new Set(['shpinst', 'shptxt', 'fldinst', 'formfield', 'listtext', 'pntext', 'footnote']);
export const SIGNS: Record<string, string> = {
  ...{ emdash: '—', endash: '–', bullet: '•', lquote: '‚', rquote: '‘', ldblquote: '„', rdblquote: '“' },
  ...{
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    tab: ' ',
    line: '\n',
    softline: '\n',
    '~': ' ',
    _: '-',
    '-': '',
    '|': '',
    ':': '',
  },
};
/** By the number of the font's character set. */
export const CHARSETS: Record<number, string> = {
  77: 'macintosh',
  161: 'windows-1253',
  162: 'windows-1254',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
};

export interface State {
  hidden: boolean;
  struck: boolean;
  deleted: boolean;
  color: number;
  ground: boolean;
  size: number;
  position: 'raised' | 'lowered' | null;
  font: number;
  /** Letters to skip behind \u. */
  skip: number;
  into: 'text' | 'nothing' | 'fonts' | 'colors' | 'form' | 'code';
}

export const PLAIN: State = {
  hidden: false,
  struck: false,
  deleted: false,
  color: 0,
  ground: false,
  size: 24,
  position: null,
  font: 0,
  skip: 1,
  into: 'text',
};

export function charsetOf(page: number): string {
  const name = page === 65001 ? 'utf-8' : page === 10000 ? 'macintosh' : `windows-${page}`;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'windows-1252';
  }
}
