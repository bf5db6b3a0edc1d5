// The staff's pages in a real browser, under their real policy: with and without JavaScript, by keyboard only, wide and
// narrow, and without a violation that axe can find.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, violations } from './stage.ts';

const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 360, height: 740 } };
/** The first question stands in the seed document, the second is invented. */
const INQUIRY = `Anfrage
Kommunales Integrationsmanagement

1. Ist die Teilnahme am obigen Programm eine zusätzliche Aufgabe für das Amt und wie soll eine eventuell daraus abzuleitende Mehrarbeit aufgefangen bzw. bewältigt werden?
2. Wie viele Einhörner leben im Zoo?`;

describeInBrowser('the staff', (stage) => {
  const checked = async (options: Parameters<typeof stage.open>[1] = WIDE): Promise<Page> => {
    const page = await stage.open('/pruefen', options);
    await page.getByLabel('Text der Anfrage').fill(INQUIRY);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByRole('heading', { name: 'Ergebnis' }).waitFor();
    await page.waitForLoadState();
    return page;
  };

  test.each([
    ['/suche?q=Integration', WIDE],
    ['/suche?q=Integration', NARROW],
    ['/suche?q=xyzxyz&from=2020-01-01', NARROW],
    ['/suche?q=Integration&lang=en', WIDE],
    ['/pruefen', WIDE],
    ['/pruefen?lang=en', NARROW],
    ['/api/docs', WIDE],
    ['/api/docs', NARROW],
  ])('%s at %j: axe finds nothing, nothing runs over the edge', async (address, options) => {
    const page = await stage.open(address, options);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test.each([[WIDE], [NARROW]])(
    'a checked inquiry at %j: axe finds nothing, nothing runs over the edge',
    async (options) => {
      const page = await checked(options);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    },
  );

  test('on a narrow screen question and verdict are read side by side without scrolling', async () => {
    const page = await checked(NARROW);
    for (const verdict of await page.locator('tbody .verdict').all()) {
      const box = await verdict.boundingBox();
      expect(box!.x + box!.width).toBeLessThanOrEqual(NARROW.viewport.width);
    }
    const { scrolled, room } = await page.locator('.checked .table').evaluate((table) => {
      return { scrolled: table.scrollWidth, room: table.clientWidth };
    });
    expect(scrolled).toBeLessThanOrEqual(room);
  });

  test('an inquiry is checked, the table leads to each question, the focus to the result', async () => {
    const page = await checked();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ergebnis');
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(2);
    expect(await rows.nth(0).textContent()).toMatch(/bereits beantwortet, älter als \d Jahre/);
    expect(await rows.nth(1).textContent()).toContain('nichts gefunden');
    await rows.nth(0).getByRole('link').first().press('Enter');
    await page.waitForURL(/#frage-1$/);
    expect(await page.getByLabel('Text der Anfrage').inputValue()).toContain('Einhörner');
  });

  test('its verdicts differ in form, in grey and on paper, where no background is printed', async () => {
    const page = await checked();
    const form = (verdict: string) =>
      page
        .locator('.verdict')
        .first()
        .evaluate((element, name) => {
          element.setAttribute('class', `verdict ${name}`);
          const { borderWidth, background } = getComputedStyle(element, '::before');
          return [borderWidth, background.includes('gradient')].join();
        }, verdict);
    const forms: string[] = [];
    for (const verdict of ['answered', 'similar', 'partly', 'none']) forms.push(await form(verdict));
    expect(new Set(forms).size).toBe(4);
    expect(forms.join()).not.toContain('true');
  });

  test('works without JavaScript, with a file as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ratsauskunft-inquiry-'));
    const file = join(folder, 'anfrage.txt');
    await writeFile(file, INQUIRY);
    const page = await stage.open('/pruefen', { ...WIDE, javaScriptEnabled: false });
    await page.getByLabel('Oder eine Datei').setInputFiles(file);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByRole('heading', { name: 'Ergebnis anfrage.txt' }).waitFor();
    await page.waitForLoadState();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await rm(folder, { recursive: true });
  });

  test('an unusable text is answered by a sentence, and stays', async () => {
    const page = await stage.open('/pruefen', WIDE);
    await page.getByLabel('Text der Anfrage').fill('Der neue Spielplatz ist schön geworden.');
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByRole('alert').filter({ hasText: 'keine Frage' }).waitFor();
    expect(await page.getByLabel('Text der Anfrage').inputValue()).toContain('Spielplatz');
  });

  const inWord = async (page: Page): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Antwortentwurf (Word)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('antwortentwurf.docx');
    return (await mammoth.extractRawText({ buffer: await readFile(await download.path()) })).value;
  };

  test('an earlier answer that is ticked stands whole in the Word form, with the facts of the inquiry', async () => {
    const page = await checked();
    await page.getByLabel('Ganz in den Entwurf übernehmen').first().check();
    await page.getByText('Übernommen.').waitFor();
    await page.getByLabel('Neuer Text zu Frage 2').fill('Im Zoo leben keine Einhörner.');
    await page.getByLabel('Zuständig').nth(1).fill('Zoo');
    const text = await inWord(page);
    expect(text).toContain('Beantwortung einer Anfrage nach § 4 der Geschäftsordnung');
    expect(text).toContain('Kommunales Integrationsmanagement');
    expect(text).toContain('Die Mehrarbeit wird überwiegend durch die dafür eingerichteten Stellen');
    expect(text).toContain('Im Zoo leben keine Einhörner.');
    expect(text).toContain('Zu ergänzen durch: Zoo');
    expect(text).toContain('[Gremium ergänzen]');
    expect(text).not.toMatch(/Ähnlichkeit|bereits beantwortet/);
  });

  test('what is ticked goes out again by the keyboard, and what was typed stays', async () => {
    const page = await checked();
    const text = page.getByLabel('Neuer Text zu Frage 1');
    await text.fill('Eigener Satz.');
    await page.getByLabel('Ganz in den Entwurf übernehmen').first().press('Space');
    await page.getByText('Übernommen.').waitFor();
    expect(await text.inputValue()).toMatch(/^Eigener Satz\.\n\nDie Verwaltung hat dazu am /);
    await page.getByLabel('Ganz in den Entwurf übernehmen').first().press('Space');
    await page.getByText('Herausgenommen.').waitFor();
    expect(await text.inputValue()).toBe('Eigener Satz.');
  });

  test.each([
    ['Antwortentwurf (Markdown)', 'antwortentwurf.md', '# Beantwortung der Anfrage'],
    ['Interne Übersicht (Markdown)', 'anfrage-geprueft.md', '# Frühere Antworten'],
  ])('%s brings a file', async (button, name, start) => {
    const page = await checked();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const content = await readFile(await download.path(), 'utf8');
    expect(content.startsWith(start)).toBe(true);
  });

  test('a template that is missing or broken is said in a sentence', async () => {
    const page = await checked();
    await page.route('**/vorlagen/*.docx', (route) => route.fulfill({ body: 'kein Word' }));
    await page.getByRole('button', { name: 'Antwortentwurf (Word)' }).click();
    await page.getByText('ist fehlerhaft. Die Vorlage ist keine lesbare Word-Datei.').waitFor();
  });

  test('nothing is kept unless it is asked for; then a draft comes back, until all is deleted', async () => {
    const page = await checked();
    const stored = () => page.evaluate(() => localStorage.length + sessionStorage.length);
    await page.getByLabel('Neuer Text zu Frage 2').fill('Nicht behalten.');
    expect(await stored()).toBe(0);
    await page.getByLabel(/Entwurf behalten/).check();
    await page.getByLabel('Neuer Text zu Frage 2').fill('Im Zoo leben keine.');
    expect(await stored()).toBe(1);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByText('Ihr Entwurf zu dieser Anfrage ist wieder da.').waitFor();
    expect(await page.getByLabel('Neuer Text zu Frage 2').inputValue()).toBe('Im Zoo leben keine.');
    await page.getByRole('button', { name: 'Alles löschen' }).click();
    expect(await stored()).toBe(0);
  });

  test('a file is dropped onto the form', async () => {
    const page = await stage.open('/pruefen', WIDE);
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'anfrage.txt', { type: 'text/plain' }));
      return transfer;
    }, INQUIRY);
    await page.dispatchEvent('form.inquiry', 'drop', { dataTransfer: files });
    expect(await page.locator('#file').evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe(
      'anfrage.txt',
    );
  });

  test('the search works by keyboard alone, and its address holds its state', async () => {
    const page = await stage.open('/suche', WIDE);
    await page.getByLabel('Suchwörter').fill('Integration');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/suche?*q=Integration*');
    await page.getByLabel('Suchwörter').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.hits') !== null)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.reply mark.cited').first().waitFor();
  });

  test('a document brings the answers around it, and copies a quotation with its reference', async () => {
    const page = await stage.open('/suche?q=Integration', {
      ...WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.hits h3 a').first().click();
    await page.getByRole('heading', { name: 'Dieselbe Frage über die Jahre' }).waitFor();
    await page.getByRole('button', { name: 'Zitat kopieren' }).click();
    await page.getByText('Zitat mit Fundstelle kopiert.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [quote = '', reference, address = ''] = copied.split('\n');
    expect(reference).toContain('27.05.2021');
    const [, id, start, end] = /dokument\/([^#]+)#z=(\d+)-(\d+)$/.exec(address) ?? [];
    const { text } = (await (await fetch(`${stage.service}/api/documents/${id}`)).json()) as { text: string };
    expect(quote).toBe(`„${text.slice(Number(start), Number(end)).replace(/\s+/g, ' ').trim()}“`);
  });

  test('a marked place can be reported, an unmarked document cannot', async () => {
    const page = await stage.open('/suche?q=Integration', WIDE);
    await page.locator('.hits h3 a').first().click();
    await page.getByText('Stelle passt nicht? Melden').click();
    await page.getByLabel('Was stimmt nicht?').selectOption('outdated');
    await page.getByLabel('Anmerkung').fill('Erfundene Anmerkung');
    const [request] = await Promise.all([
      page.waitForRequest('**/api/reports'),
      page.getByRole('button', { name: 'Meldung senden' }).click(),
    ]);
    await page.getByText('Danke. Wir sehen uns die Stelle an.').waitFor();
    const [, id, start, end] = /dokument\/([^#?]+).*#z=(\d+)-(\d+)$/.exec(page.url()) ?? [];
    const place = { documentId: id, start: Number(start), end: Number(end) };
    expect(request.postDataJSON()).toEqual({ ...place, reason: 'outdated', comment: 'Erfundene Anmerkung' });
    await page.goto(`${stage.service}/dokument/${id}`);
    await page.getByRole('button', { name: 'Drucken' }).waitFor();
    expect(await page.getByText('Stelle passt nicht? Melden').isVisible()).toBe(false);
  });

  test('the answers around a document have a page of their own without JavaScript', async () => {
    const page = await stage.open('/suche?q=Integration', { ...WIDE, javaScriptEnabled: false });
    await page.locator('.hits h3 a').first().click();
    await page.getByRole('link', { name: 'Ähnliche Antworten über die Jahre' }).click();
    await page.getByRole('heading', { name: 'Dieselbe Frage über die Jahre' }).waitFor();
  });
});
