// The marks at the beginning of a list's items: bullets of all kinds, dashes, numbers and letters.

/** Characters of a class. As PDFs, Word and people write them; "o" is one only with a space behind it. */
export const BULLETS = '-–—*•·▪◦●■';

/** As the text layer of a file has them. */
export const PRINTED_BULLETS = '•*–-';
/** "• ", "1. ", "a) " at the beginning of a printed line; letters up to h. */
export const LINE_MARK = new RegExp(`^(?:[${PRINTED_BULLETS}]|\\d{1,2}[.)]|[a-h][.)])\\s`);

/** "• ", "– " */
export const BULLET = new RegExp(`^\\s*[${BULLETS}]\\s+`, 'u');
/** "• ", "o " as Word's second level prints it. */
export const BULLET_OR_O = new RegExp(`^\\s*(?:[${BULLETS}]|o)\\s+`, 'u');
/** "• ", "1. ", "(2) ", "a) ", "(b) "; "c. " only before a capital. */
export const ITEM_MARK = new RegExp(`^(?:[${BULLETS}]|\\(?\\d{1,2}[.)]|\\(?[a-z]\\)|[a-z]\\.(?= \\p{Lu}))\\s`, 'u');
