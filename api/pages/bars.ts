// A few figures → bars as plain SVG. The table that holds them stands beside; the plot is hidden from screen readers.
import { type Html, html } from './html.ts';

const WIDTH = 600;
const HEIGHT = 120;
const GAP = 4;
const LABEL_ROOM = 18;

/** @param bars in the order in which they are read */
export function barPlot(bars: { label: string; value: number }[]): Html | false {
  if (bars.length < 2) return false;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / bars.length;
  // Labels that would run into each other are left out but for every second, third, …
  const every = Math.ceil((bars.length * 34) / WIDTH);
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${HEIGHT + LABEL_ROOM}" aria-hidden="true" focusable="false">${bars.map(
    ({ label, value }, i) => {
      const height = Math.round((HEIGHT * value) / most);
      const x = Math.round(i * step + GAP / 2);
      return html`<rect x="${x}" y="${HEIGHT - height}" width="${Math.max(1, Math.round(step - GAP))}" height="${height}"></rect>${
        i % every === 0 &&
        html`<text x="${Math.round(i * step + step / 2)}" y="${HEIGHT + LABEL_ROOM - 4}" text-anchor="middle">${label}</text>`
      }`;
    },
  )}</svg>`;
}
