// The snippet maker: a form for the widget's attributes, and the lines that a web team copies. The lines stand in the
// page without JavaScript, too; web/embed keeps them in step with the form and shows the widget itself.
import { type Lang, langParameter } from '../languages.ts';
import { type Html, html } from './html.ts';
import { type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';

export interface EmbedPageData {
  /** Scheme and host of this service, without a slash at the end. */
  origin: string;
  /** dist/web/widget.json. */
  widget: { path: string; integrity: string };
  /** Names of committees to choose from; may be empty. */
  committees: string[];
  /** Origins that may embed; the service's own may always. */
  allowed: string[];
  /** What was typed in to be checked, and whether it may; null when nothing was. */
  checked: { website: string; isAllowed: boolean } | null;
}

export function embedPage(context: PageContext, { origin, widget, committees, allowed, checked }: EmbedPageData): Page {
  const { embed } = pageTexts(context.lang);
  const element = `<ratsauskunft-chat api="${origin}"><a href="${origin}/suche">${context.city.product}</a></ratsauskunft-chat>`;
  const plain = `<script type="module" src="${origin}/widget.js"></script>\n${element}`;
  const pinned = `<script type="module" src="${origin}${widget.path}" integrity="${widget.integrity}" crossorigin="anonymous"></script>\n${element}`;
  const csp = `script-src ${origin};\nconnect-src ${origin};\ntrusted-types lit-html 'allow-duplicates';`;
  return page(context, {
    shell: 'embed',
    title: embed.title,
    noindex: true,
    main: html`<h1>${embed.title}</h1>
      <p class="intro">${embed.intro}</p>
      <script type="module" src="/widget.js"></script>
      <div class="embed" id="embed" data-product="${context.city.product}" data-origin="${origin}" data-path="${widget.path}" data-integrity="${widget.integrity}">
        <form class="settings" aria-labelledby="embed-settings">
          <h2 id="embed-settings">${embed.settings}</h2>
          <fieldset><legend>${embed.variant}</legend>
            <label><input type="radio" name="variant" value="floating" checked /> ${embed.floating}</label>
            <label><input type="radio" name="variant" value="inline" /> ${embed.inline}</label>
          </fieldset>
          <label>${embed.lang} <select name="lang"><option value="">${embed.langOfPage}</option><option value="de">Deutsch</option><option value="en">English</option></select></label>
          <label>${embed.heading} <input name="heading" maxlength="60" /></label>
          <label>${embed.placeholder} <input name="placeholder" maxlength="80" /></label>
          <label>${embed.committee} <input name="committee" maxlength="120" list="committees" /></label>
          <datalist id="committees">${committees.map((name) => html`<option value="${name}"></option>`)}</datalist>
          <label>${embed.colour} <input name="colour" type="color" value="#2044aa" aria-describedby="contrast" /></label>
          <p class="hint" id="contrast" role="status" data-text="${embed.colourHint('{ratio}')}"></p>
        </form>
        <section aria-labelledby="embed-preview"><h2 id="embed-preview">${embed.preview}</h2><p>${embed.previewHint}</p>
          <div class="preview" id="preview"><noscript>${embed.noScript}</noscript></div></section>
        ${copyBlock('snippet', embed.snippet, plain, null, embed)}
        ${copyBlock('pinned', embed.snippetPinned, pinned, embed.pinnedHelp, embed)}
        ${copyBlock('css', embed.css, '', embed.cssHelp, embed)}
        ${copyBlock('csp', embed.csp, csp, embed.cspHelp, embed)}
        <section aria-labelledby="origins"><h2 id="origins">${embed.allowed}</h2><p>${embed.origins}</p>
          ${allowed.length === 0 ? html`<p>${embed.noneAllowed}</p>` : html`<ul>${allowed.map((one) => html`<li><code>${one}</code></li>`)}</ul>`}
          <form action="/einbetten#origins" method="get"><label>${embed.website} <input name="website" type="text" inputmode="url" value="${checked?.website ?? ''}" maxlength="300" /></label>
            ${langParameter(context.lang) !== null && html`<input type="hidden" name="lang" value="${context.lang}" />`}<button type="submit">${embed.check}</button></form>
          ${checked !== null && html`<p role="status">${checked.isAllowed ? embed.mayEmbed(checked.website) : embed.mayNotEmbed(checked.website)}</p>`}</section>
        <p>${embed.module}</p>
        <p class="visually-hidden" role="status" id="copied"></p>
      </div>
      <section class="prose"><h2>${embed.options}</h2>${reference(context.lang)}</section>`,
  });
}

function copyBlock(
  id: string,
  heading: string,
  text: string,
  help: string | null,
  texts: { copy: string; copied: string },
): Html {
  return html`<section class="copy"><h2 id="${id}-heading">${heading}</h2>${help !== null && html`<p>${help}</p>`}
    <pre id="${id}" tabindex="0" role="region" aria-labelledby="${id}-heading">${text}</pre>
    <button type="button" hidden data-copy="${id}" data-copied="${texts.copied}" aria-describedby="${id}-heading">${texts.copy}</button></section>`;
}

/** The widget's outside, for people who build pages: name and meaning. */
function reference(lang: Lang): Html {
  const rows: [string, string, string][] = [
    ['api', 'Adresse des Dienstes; sonst die Herkunft des Skripts', "The service's address; else the script's origin"],
    ['lang', 'de oder en; sonst die Sprache der Seite', "de or en; else the page's language"],
    ['variant', 'floating (Schaltfläche) oder inline', 'floating (button) or inline'],
    ['heading', 'Überschrift', 'Heading'],
    ['placeholder', 'Text im leeren Eingabefeld', 'Text in the empty input field'],
    ['committee', 'beschränkt auf ein Gremium', 'limits answers to one committee'],
    ['open() close() ask(text)', 'Methoden des Elements', 'Methods of the element'],
    [
      'ra-open ra-close ra-answer',
      'Ereignisse; ra-answer nennt kind, sources und citations als Zahlen',
      'Events; ra-answer tells kind, sources and citations as numbers',
    ],
    [
      '--ra-accent --ra-on-accent',
      'Farbe der Bedienelemente und der Schrift darauf',
      'Colour of controls and of text on them',
    ],
    ['--ra-text --ra-muted --ra-background --ra-surface --ra-border', 'weitere Farben', 'Other colours'],
    ['--ra-font --ra-radius', 'Schrift und Rundung der Ecken', 'Font and corner radius'],
    [
      '--ra-left --ra-right',
      'andere Ecke: --ra-left: 1em; --ra-right: auto',
      'other corner: --ra-left: 1em; --ra-right: auto',
    ],
    ['--ra-width --ra-height --ra-offset --ra-z-index', 'Maße und Lage des Fensters', 'Size and place of the panel'],
  ];
  return html`<dl class="facts wide">${rows.map(([name, de, en]) => html`<div><dt>${name.split(/ (?=[-a-z])/).map((one) => html`<code>${one}</code> `)}</dt><dd>${{ de, en }[lang]}</dd></div>`)}</dl>`;
}
