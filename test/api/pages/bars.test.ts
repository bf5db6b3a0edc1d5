// Figures as bars: what is drawn of them, and that no year in between is left out.
import { describe, expect, test } from 'vitest';
import { barPlot, yearBars } from '../../../api/pages/bars.ts';

const markup = (bars: Parameters<typeof barPlot>[0]) => {
  const plot = barPlot(bars);
  return plot === false ? '' : plot.markup;
};
const labels = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, label]) => label);
const heights = (svg: string) => [...svg.matchAll(/<rect[^>]* height="(\d+)"/g)].map(([, height]) => Number(height));

describe('years', () => {
  test('between the first and the last all have a bar, oldest first', () => {
    const bars = yearBars([
      { year: '2024', count: 3 },
      { year: '2021', count: 1 },
    ]);
    expect(bars).toEqual([
      { label: '2021', value: 1 },
      { label: '2022', value: 0 },
      { label: '2023', value: 0 },
      { label: '2024', value: 3 },
    ]);
  });

  test('a year far off leaves room for the others', () => {
    const bars = yearBars([
      { year: '2024', count: 3 },
      { year: '1924', count: 1 },
    ]);
    expect(bars.map(({ label }) => label)).toEqual(['1924', '2024']);
  });
});

describe('a plot', () => {
  test('of one figure is none', () => {
    expect(markup([{ label: '2024', value: 3 }])).toBe('');
  });

  test('shows the smallest figure, and nothing for none', () => {
    const svg = markup([
      { label: 'a', value: 5_000 },
      { label: 'b', value: 1 },
      { label: 'c', value: 0 },
    ]);
    expect(heights(svg)).toEqual([120, 2, 0]);
  });

  test('labels the newest of many, and few enough for a phone', () => {
    const shown = labels(markup(Array.from({ length: 23 }, (_, i) => ({ label: String(2003 + i), value: i }))));
    expect(shown.at(-1)).toBe('2025');
    expect(shown.length).toBeLessThanOrEqual(6);
  });

  test('is hidden from screen readers, which have the table', () => {
    expect(
      markup([
        { label: 'a', value: 1 },
        { label: 'b', value: 2 },
      ]),
    ).toContain('aria-hidden="true"');
  });
});
