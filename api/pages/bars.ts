// A few figures → bars as plain SVG. The table that holds them stands beside; the plot is hidden from screen readers.
// Places are percentages and heights pixels, so that the letters keep their size however wide the page is.
import { type Html, html } from './html.ts';

const HEIGHT = 120;
const LABEL_ROOM = 24;
/** Of a bar's place; the rest is a gap. */
const BAR_SHARE = 0.84;
/** So many labels have room beside each other on a phone. */
const MOST_LABELS = 6;

interface Bar {
  label: string;
  value: number;
}

/** @param bars in the order in which they are read */
export function barPlot(bars: readonly Bar[]): Html | false {
  if (bars.length < 2) return false;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = 100 / bars.length;
  const every = Math.ceil(bars.length / MOST_LABELS);
  const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
  return html`<svg class="bars" height="${HEIGHT + LABEL_ROOM}" aria-hidden="true" focusable="false">${bars.map(
    ({ label, value }, i) => {
      // One of a thousand is seen, too.
      const height = value === 0 ? 0 : Math.max(2, Math.round((HEIGHT * value) / most));
      // Counted from the newest, which is the one that is looked for.
      const isLabelled = (bars.length - 1 - i) % every === 0;
      // The outermost do not stick out.
      const [x, anchor] = [
        i === 0 ? 0 : i === bars.length - 1 ? 100 : (i + 0.5) * step,
        i === 0 ? 'start' : i === bars.length - 1 ? 'end' : 'middle',
      ];
      return html`<rect x="${percent((i + (1 - BAR_SHARE) / 2) * step)}" y="${HEIGHT - height}" width="${percent(step * BAR_SHARE)}" height="${height}"></rect>${
        isLabelled &&
        html`<text x="${percent(x)}" y="${HEIGHT + LABEL_ROOM - 6}" text-anchor="${anchor}">${label}</text>`
      }`;
    },
  )}<line x1="0" x2="100%" y1="${HEIGHT}" y2="${HEIGHT}"></line></svg>`;
}

/** Counts by year → a bar for each year from the first to the last, also for those in between that have none. */
export function yearBars(years: readonly { year: string; count: number }[]): Bar[] {
  const counts = new Map(years.map(({ year, count }) => [Number(year), count]));
  const all = [...counts.keys()];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  // A year that a slip of the pen has made would leave no room for the others.
  if (all.length === 0 || last - first > 3 * all.length + 10) return [...years].reverse().map(barOf);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    label: String(first + i),
    value: counts.get(first + i) ?? 0,
  }));
}

const barOf = ({ year, count }: { year: string; count: number }): Bar => ({ label: year, value: count });
