// The settings of the snippet maker → the lines that a web team copies.

export interface WidgetSettings {
  variant: 'floating' | 'inline';
  /** Empty: that of the page around it. */
  lang: string;
  heading: string;
  placeholder: string;
  committee: string;
  /** `#rrggbb`; null: the service's own colour. */
  colour: string | null;
}

export interface WidgetFile {
  origin: string;
  /** Of the version that never changes. */
  path: string;
  integrity: string;
}

export interface Snippets {
  plain: string;
  pinned: string;
  /** For the host page's stylesheet; empty when nothing differs. */
  css: string;
}

/**
 * Attributes that say nothing new are left out, but `api`: optimisers copy scripts to the page's own host.
 * @param product names the link for readers without JavaScript */
export function snippets(settings: WidgetSettings, file: WidgetFile, product: string): Snippets {
  const { origin, path, integrity } = file;
  const attributes = Object.entries(attributesOf(settings)).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const element = `<ratsauskunft-chat api="${origin}"${attributes.join('')}><a href="${origin}/suche">${escapeHtml(product)}</a></ratsauskunft-chat>`;
  return {
    plain: `<script type="module" src="${origin}/widget.js"></script>\n${element}`,
    pinned: `<script type="module" src="${origin}${path}" integrity="${integrity}" crossorigin="anonymous"></script>\n${element}`,
    css:
      settings.colour === null ? '' : `ratsauskunft-chat { --ra-accent: ${settings.colour}; --ra-on-accent: #ffffff; }`,
  };
}

export function attributesOf(settings: WidgetSettings): Record<string, string> {
  const { variant, lang, heading, placeholder, committee } = settings;
  const all = {
    variant: variant === 'floating' ? '' : variant,
    lang,
    heading,
    placeholder,
    committee,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value.trim() !== ''));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
