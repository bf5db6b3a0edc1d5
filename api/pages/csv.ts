// Rows → a table for spreadsheets, as German Excel opens it by a double click: byte order mark, semicolons, CRLF.

export function csvOf(rows: string[][]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula would be run as one, so it gets an apostrophe (OWASP, "CSV Injection"). */
function cell(value: string): string {
  const text = value.replace(/\s+/gu, ' ').trim();
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
