import { describe, expect, it } from 'vitest';
import type { IngestReport } from '../../../scripts/ingest/events.ts';
import { reportText } from '../../../scripts/ingest/report-text.ts';

const REPORT: IngestReport = {
  source: 'Musterstadt',
  new: ['a.pdf'],
  changed: [],
  unchanged: 1_200,
  gone: [],
  skipped: [],
  failed: [],
  remarks: [],
  fromText: 0,
  otherFiles: 0,
  complete: true,
  requests: 3,
  seconds: 65,
};
const scans = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ name: `Anlage ${i + 1}`, reason: 'scan-without-text' as const }));

describe('the report of a run', () => {
  it('counts first and says nothing of what did not happen', () => {
    const lines = reportText(REPORT).trim().split('\n');
    expect(lines[0]).toBe('Fertig nach 1 min 5 s: Musterstadt');
    expect(lines[1]).toContain('1.201 Antworten: 1 neu · 0 geändert · 1.200 unverändert; 0 entfallen');
    expect(lines.slice(3)).toEqual(['  1 neu (new)', '    a.pdf']);
  });

  it('puts names under their reason, in both languages, with the detail', () => {
    const text = reportText({
      ...REPORT,
      skipped: [...scans(1), { name: 'b.pdf', reason: 'unreadable', detail: 'b.meta.json: kein JSON' }],
    });
    expect(text).toContain(
      '  1 übersprungen, nicht lesbar (skipped, unreadable)\n    b.pdf – b.meta.json: kein JSON\n',
    );
    expect(text).toContain(
      '  1 übersprungen, Scan ohne Text; mit --ocr wird er gelesen (skipped, scan without text; --ocr reads it)\n    Anlage 1\n',
    );
  });

  it('shows some names of many, what is called an answer first, and says where all of them are', () => {
    const skipped = [...scans(70), { name: 'Beantwortung TOP 35', reason: 'scan-without-text' as const }];
    const text = reportText({ ...REPORT, skipped }, { namesShown: 10, fullReport: '.store/report.txt' });
    expect(text).toMatch(/71 übersprungen, Scan ohne Text.*\n {4}Beantwortung TOP 35\n {4}Anlage 1\n/);
    expect(text).toContain('… und 61 weitere');
    expect(text).toContain('.store/report.txt');
    expect(text.split('\n').length).toBeLessThan(22);
    const all = reportText({ ...REPORT, skipped });
    expect(all.match(/Anlage \d+/g)).toHaveLength(70);
    expect(all).not.toContain('report.txt');
  });

  it('groups what could not be fetched by reason and says that it is tried again', () => {
    const failed = ['a', 'b', 'c'].map((name) => ({ name, detail: name === 'b' ? 'HTTP 410' : 'HTTP 500' }));
    const text = reportText({ ...REPORT, failed });
    expect(text).toContain('  2 nicht geholt, HTTP 500 (not fetched)\n    a\n    c\n');
    expect(text).toContain('  1 nicht geholt, HTTP 410 (not fetched)\n    b\n');
    expect(text).toContain('versucht der nächste Lauf wieder');
  });

  it('shortens a long name in its middle', () => {
    const long = `2024/1 · ${'Sehr lange Sache '.repeat(20)} · Stellungnahme · (musterstadt-1)`;
    const text = reportText({ ...REPORT, new: [long] }, { namesShown: 10 });
    expect(text).toMatch(/ {4}2024\/1 · .* … .*Stellungnahme · \(musterstadt-1\)\n/);
  });

  it('says first that a source was not read to its end', () => {
    expect(reportText({ ...REPORT, complete: false }).trim()).toMatch(/^Nicht bis zum Ende gelesen/);
  });
});
