// The page for addresses that lead nowhere.
import { html } from './html.ts';
import { link, type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';

export function notFoundPage(context: PageContext): Page {
  const { notFound } = pageTexts(context.lang);
  return page(context, {
    shell: 'text',
    status: 404,
    noindex: true,
    title: notFound.title,
    main: html`<h1>${notFound.title}</h1><p>${notFound.text}</p><p><a href="${link(context.lang, '/')}">${notFound.back}</a></p>`,
  });
}
