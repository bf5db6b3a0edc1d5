import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { html } from '../../../api/pages/html.ts';
import { fillShell } from '../../../api/pages/shell.ts';

const WEB = join(import.meta.dirname, '../../../web');
const SHELLS = readdirSync(WEB).filter((name) => existsSync(join(WEB, name, 'index.html')));
const fills = {
  title: html`Titel`,
  skip: html`<a href="#x">weiter</a>`,
  header: html`<b>$1 $& oben</b>`,
  main: html`<p data-fill="header">aus einem Dokument</p>`,
  footer: html`unten`,
};

const head = html`<meta name="description" content="$& kurz" />`;

describe('the shell of a page', () => {
  test.each(SHELLS)('web/%s has each of the five places once, and all are filled', (name) => {
    const shell = readFileSync(join(WEB, name, 'index.html'), 'utf8');
    const filled = fillShell(shell, { lang: 'en', fills, head });
    for (const { markup } of Object.values(fills)) expect(filled.split(markup)).toHaveLength(2);
    expect(filled).toContain('<html lang="en">');
    expect(filled).toContain(`${head.markup}</head>`);
    expect(filled.match(/data-fill/g)).toHaveLength(1);
  });

  test('keeps the attributes around a place, and what was filled in is not filled again', () => {
    const shell =
      '<html lang="de"><main id="inhalt" data-fill="main" tabindex="-1">alt</main><i data-fill="header"></i>';
    expect(fillShell(shell, { lang: 'de', fills, head })).toBe(
      '<html lang="de"><main id="inhalt" tabindex="-1"><p data-fill="header">aus einem Dokument</p></main><i><b>$1 $& oben</b></i>',
    );
  });
});
