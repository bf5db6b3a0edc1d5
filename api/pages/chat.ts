// The start page: what is answered from, and a plain search form that works without JavaScript. The chat takes it over.
import { langParameter } from '../languages.ts';
import type { DocumentHead, IndexInfo } from '../search/types.ts';
import { type Html, html } from './html.ts';
import { link, type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';
import { answerList } from './topics.ts';

export interface ChatPageData {
  /** Null when there is no index. */
  info: IndexInfo | null;
  /** Questions from the corpus itself (examples.ts). */
  examples: string[];
  newest?: Pick<DocumentHead, 'id' | 'title' | 'date'>[];
  /** CHAT_MODE=off: the page stays a search form, whether scripts run or not. */
  chatOff: boolean;
  /** A language model may have a hand in the answers. */
  model?: boolean;
  /** Since when nothing has changed, where that is too long (stale.ts). */
  staleSince?: string | null;
}

export function chatPage(
  context: PageContext,
  { info, examples, newest = [], chatOff, model = false, staleSince = null }: ChatPageData,
): Page {
  const { lang } = context;
  const all = pageTexts(lang);
  const texts = all.chat;
  const ready = info !== null && info.documents > 0;
  return page(context, {
    shell: 'chat',
    title: null,
    noindex: false,
    main: html`<div class="chat-page">
      <h1>${texts.heading}</h1>
      <p class="intro">${ready ? intro(info, texts) : texts.empty}</p>
      ${staleSince !== null && html`<p class="note" role="note">${pageTexts(lang).stale(staleSince)}</p>`}
      ${chatOff && html`<p class="note">${texts.off}</p>`}
      <div${!chatOff && html` id="chat" data-documents="${info?.documents ?? 0}" data-model="${model ? 'on' : 'off'}"`}>
        <form class="fallback" action="${link(lang, '/suche')}" method="get">
          <label for="q">${texts.label}</label>
          <input id="q" name="q" type="search" maxlength="2000" autocomplete="off" />
          ${langParameter(lang) !== null && html`<input type="hidden" name="lang" value="${lang}" />`}
          <button type="submit">${texts.searchButton}</button>
          ${!chatOff && html`<noscript><p>${texts.noScript}</p></noscript>`}
        </form>
        ${examples.length > 0 && exampleList(examples, texts.examples, lang)}
      </div>
      ${
        newest.length > 0 &&
        html`<section class="newest" aria-labelledby="neu"><h2 class="small" id="neu">${all.topics.newest}</h2>
        ${answerList(newest, lang, all)}
        <p><a href="${link(lang, '/themen')}">${all.topics.toTopics}</a></p></section>`
      }
    </div>`,
  });
}

function intro(info: IndexInfo, texts: ReturnType<typeof pageTexts>['chat']): string {
  const range = info.oldest !== null && info.newest !== null ? texts.range(info.oldest, info.newest) : '';
  return `${texts.intro(info.documents, range)} ${texts.updated(info.builtAt)}`;
}

function exampleList(examples: string[], heading: string, lang: PageContext['lang']): Html {
  const address = (question: string) => link(lang, `/suche?q=${encodeURIComponent(question)}`);
  return html`<div class="examples"><h2 class="small">${heading}</h2>
    <ul lang="de">${examples.map((question) => html`<li><a href="${address(question)}">${question}</a></li>`)}</ul></div>`;
}
