// The snippet maker: keeps the lines to copy in step with the form and shows the widget as a host page would.
import { contrast } from './contrast.ts';
import { attributesOf, snippets, type WidgetSettings } from './snippets.ts';

/** The service's own colour in light pages (KERN, action-default). */
const OWN_COLOUR = '#2044aa';

const place = document.querySelector<HTMLElement>('#embed');
const form = place?.querySelector('form');
if (place && form) start(place, form);

function start(place: HTMLElement, form: HTMLFormElement): void {
  const show = () => {
    const settings = settingsOf(new FormData(form));
    showLines(place, settings);
    showContrast(place, settings);
    showWidget(settings);
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of place.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
  show();
}

function settingsOf(fields: FormData): WidgetSettings {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  const colour = text('colour').toLowerCase();
  return {
    variant: text('variant') === 'inline' ? 'inline' : 'floating',
    lang: text('lang'),
    heading: text('heading'),
    placeholder: text('placeholder'),
    committee: text('committee'),
    colour: colour === OWN_COLOUR ? null : colour,
  };
}

function showLines(place: HTMLElement, settings: WidgetSettings): void {
  const { origin = '', path = '', integrity = '', product = '' } = place.dataset;
  const { plain, pinned, css } = snippets(settings, { origin, path, integrity }, product);
  write('#snippet', plain);
  write('#pinned', pinned);
  write('#css', css);
  const block = document.querySelector<HTMLElement>('#css')?.closest('section');
  if (block) block.hidden = css === '';
}

function showContrast(place: HTMLElement, settings: WidgetSettings): void {
  const ratio = contrast(settings.colour ?? OWN_COLOUR, '#ffffff');
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(ratio);
  const hint = place.querySelector<HTMLElement>('#contrast');
  if (hint === null) return;
  hint.textContent = (hint.dataset.text ?? '').replace('{ratio}', number);
  hint.classList.toggle('problem', ratio < 4.5);
}

function showWidget(settings: WidgetSettings): void {
  const widget = document.createElement('ratsauskunft-chat');
  for (const [name, value] of Object.entries(attributesOf(settings))) widget.setAttribute(name, value);
  if (settings.colour !== null) {
    widget.style.setProperty('--ra-accent', settings.colour);
    widget.style.setProperty('--ra-on-accent', '#ffffff');
  }
  document.querySelector('#preview')?.replaceChildren(widget);
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = document.querySelector(`#${button.dataset.copy}`)?.textContent ?? '';
  await navigator.clipboard.writeText(text);
  write('#copied', button.dataset.copied ?? '');
}

function write(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
