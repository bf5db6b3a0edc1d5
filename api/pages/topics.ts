// What was learnt of the titles (api/index/topics.ts) → /themen: each topic with its newest answers, its search and its
// feed; above them what is new at all.
import type { DocumentHead, TopicAnswers } from '../search/types.ts';
import { type Html, html } from './html.ts';
import { link, type Page, type PageContext, page } from './page.ts';
import { type PageTexts, pageTexts } from './texts.ts';

export interface TopicsPageData {
  topics: TopicAnswers[];
  newest: DocumentHead[];
}

/** @param data null when there is no index */
export function topicsPage(context: PageContext, data: TopicsPageData | null): Page {
  const { topics: texts, search } = pageTexts(context.lang);
  return page(context, {
    shell: 'search',
    title: texts.title,
    status: data === null ? 503 : 200,
    feed: '/feed.atom',
    main: html`<h1>${texts.title}</h1>
      ${data === null ? html`<p>${search.unavailable}</p>` : content(context, data)}`,
  });
}

function content({ lang }: PageContext, { topics, newest }: TopicsPageData): Html {
  const all = pageTexts(lang);
  const { topics: texts } = all;
  if (newest.length === 0) return html`<p>${texts.none}</p>`;
  return html`<p class="intro">${texts.intro}</p>
    <section aria-labelledby="neu"><h2 id="neu">${texts.newest}</h2>${answerList(newest, lang, all)}
      <p><a href="${link(lang, '/suche?sort=date')}">${texts.allAnswers}</a> · <a href="/feed.atom" type="application/atom+xml">${texts.feed}</a></p></section>
    ${topics.length > 0 && html`<h2>${texts.byTopic}</h2>`}
    <div class="topics">${topics.map((topic, i) => topicPart(topic, i + 1, lang, all))}</div>`;
}

function topicPart({ name, also, papers, newest }: TopicAnswers, n: number, lang: PageContext['lang'], all: PageTexts) {
  const { topics: texts } = all;
  const words = new URLSearchParams({ q: name }).toString();
  return html`<section aria-labelledby="thema-${n}"><h3 id="thema-${n}" lang="de">${name}</h3>
    ${also.length > 0 && html`<p class="facts">${texts.also} <span lang="de">${also.join(', ')}</span></p>`}
    ${answerList(newest, lang, all)}
    <p><a href="${link(lang, `/suche?${words}`)}">${texts.search(name)}</a> <span class="facts">${texts.papers(papers)}</span><br />
      <a href="/feed.atom?${words}" type="application/atom+xml">${texts.feedOf(name)}</a></p></section>`;
}

/** Titles with their dates; the start page has them, too. */
export function answerList(
  heads: Pick<DocumentHead, 'id' | 'title' | 'date'>[],
  lang: PageContext['lang'],
  { day }: PageTexts,
): Html {
  return html`<ul lang="de">${heads.map(
    ({ id, title, date }) =>
      html`<li><a href="${link(lang, `/dokument/${id}`)}">${title}</a>${date !== null && html` <span class="hint">${day(date)}</span>`}</li>`,
  )}</ul>`;
}
