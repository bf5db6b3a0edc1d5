// The frame of /pruefen; what happens in it is web/check's.
import { html } from './html.ts';
import { type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';

export function checkPage(context: PageContext): Page {
  const { check } = pageTexts(context.lang);
  return page(context, {
    shell: 'check',
    title: check.title,
    noindex: true,
    main: html`<h1>${check.title}</h1><p class="intro">${check.intro}</p><div id="check"></div>`,
  });
}
