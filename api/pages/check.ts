// /pruefen: a form for the text or file of a new inquiry, and below it what was answered before. Works without
// JavaScript as an ordinary form; web/check adds dropping files, exports and drafts.
import { houseReference, matchFacts, verdictWords } from '../check/reference.ts';
import type { SameInquiry } from '../check/same-inquiry.ts';
import { type CheckTexts, checkTexts } from '../check/texts.ts';
import type { CheckedInquiry, CheckedQuestion, Match } from '../check/types.ts';
import { localAddress, marked } from './hit-parts.ts';
import { type Html, html } from './html.ts';
import { link, outward, type Page, type PageContext, page } from './page.ts';
import { type PageTexts, pageTexts } from './texts.ts';

export interface CheckPageData {
  /** What was pasted, so that it is still there. */
  text: string;
  outcome:
    | { kind: 'none' }
    /** A sentence that says what to do. */
    | { kind: 'problem'; sentence: string; status: number }
    | { kind: 'checked'; checked: CheckedInquiry; about: string; fileName: string | null };
  /** Whether drafts can be asked for. */
  drafts: boolean;
  now: Date;
}

export function checkPage(context: PageContext, data: CheckPageData): Page {
  const { check } = pageTexts(context.lang);
  const { outcome } = data;
  return page(context, {
    shell: 'check',
    title: outcome.kind === 'checked' ? `${check.result} – ${check.title}` : check.title,
    noindex: true,
    status: outcome.kind === 'problem' ? outcome.status : 200,
    main: html`<h1>${check.title}</h1><p class="intro">${check.intro}</p>
      ${inquiryForm(context, data)}
      ${outcome.kind === 'checked' && result(context, outcome, data)}`,
  });
}

function inquiryForm({ lang }: PageContext, { text, outcome }: CheckPageData): Html {
  const { check } = pageTexts(lang);
  const problem = outcome.kind === 'problem' ? outcome.sentence : '';
  return html`<form class="inquiry" action="${link(lang, '/pruefen#ergebnis')}" method="post" enctype="multipart/form-data" data-busy="${check.busy}" data-too-large="${checkTexts(lang).unusable['too-large']}">
    <p class="problem" id="inquiry-problem" role="alert">${problem}</p>
    <label for="text">${check.text}</label>
    <p class="hint" id="text-hint">${check.textHint}</p>
    <textarea id="text" name="text" rows="${outcome.kind === 'checked' ? 4 : 10}" aria-describedby="text-hint inquiry-problem"${problem !== '' && html` aria-invalid="true" autofocus`}>${text}</textarea>
    <div class="drop"><label for="file">${check.file}</label> <span class="hint" id="file-hint">${check.fileHint}</span>
      <input id="file" name="file" type="file" accept=".pdf,.docx,.odt,.txt" aria-describedby="file-hint" /></div>
    <p class="row"><button type="submit" class="primary">${check.button}</button> <span class="hint">${check.privacy}</span></p>
    <p role="status" class="busy"></p>
  </form>`;
}

function result(
  context: PageContext,
  {
    checked: { questions, inquiry, sameInquiry },
    about,
    fileName,
  }: Extract<CheckPageData['outcome'], { kind: 'checked' }>,
  { drafts, now }: CheckPageData,
): Html {
  const { check } = pageTexts(context.lang);
  const texts = checkTexts(context.lang);
  const counts = (['answered', 'similar', 'partly', 'none'] as const)
    .map((verdict) => ({ verdict, n: questions.filter((question) => question.verdict === verdict).length }))
    .filter(({ n }) => n > 0)
    .map(({ verdict, n }) => `${n} ${texts.verdicts[verdict]}`);
  const state = JSON.stringify({ questions, facts: inquiry, about, city: context.city.name });
  return html`<section class="checked" aria-labelledby="ergebnis" data-check="${state}" data-drafts="${drafts ? 'on' : 'off'}">
    <h2 id="ergebnis" tabindex="-1">${check.result}${fileName !== null && html` <span class="hint">${fileName}</span>`}</h2>
    <p>${check.summary(questions.length)} ${counts.join(', ')}. <a class="to-draft" href="#entwurf">${check.toDraft}</a></p>
    ${sameInquiry.length > 0 && before(sameInquiry, questions.length, context.lang)}
    <div class="table"><table>
      <caption class="visually-hidden">${check.overview}</caption>
      <thead><tr><th scope="col">${texts.report.nr}</th><th scope="col">${texts.report.question}</th><th scope="col">${texts.report.verdict}</th><th scope="col">${texts.report.best}</th></tr></thead>
      <tbody>${questions.map((question, i) => row(question, i, texts, now))}</tbody>
    </table></div>
    ${questions.map((question, i) => section(question, i, context.lang, texts, now))}
    <section class="exports" aria-labelledby="entwurf"><h3 id="entwurf">${check.draft}</h3></section>
    <p class="hint">${texts.report.note}</p>
  </section>`;
}

/** Papers that answered much of this inquiry: who asks again wants to know by whom it was asked. */
function before(papers: SameInquiry[], all: number, lang: PageContext['lang']): Html {
  const { check } = pageTexts(lang);
  const { day } = checkTexts(lang);
  return html`<div class="note"><p>${check.same}</p><ul lang="de">${papers.map(
    ({ title, url, date, share, askedBy }) =>
      html`<li><a href="${localAddress(url)}">${title}</a> <span class="facts">${[date === null ? '' : day(date), askedBy.join(', '), check.sameShare(Math.round(share * all), all)].filter((fact) => fact !== '').join(' · ')}</span></li>`,
  )}</ul></div>`;
}

function row(question: CheckedQuestion, i: number, texts: CheckTexts, now: Date): Html {
  const best = question.matches[0];
  return html`<tr>
    <td>${question.number ?? i + 1}</td>
    <td lang="de"><a href="#frage-${i + 1}">${question.text}</a></td>
    <td>${verdict(question, texts, now)}</td>
    <td lang="de">${best ? html`<a href="${localAddress(best.source.url)}">${houseReference(best.source, texts)}</a>` : '–'}</td>
  </tr>`;
}

function verdict(question: CheckedQuestion, texts: CheckTexts, now: Date): Html {
  const words = verdictWords(question.verdict, question.matches[0]?.source ?? null, now, texts);
  return html`<span class="verdict ${question.verdict}">${words}</span>`;
}

function section(question: CheckedQuestion, i: number, lang: PageContext['lang'], texts: CheckTexts, now: Date): Html {
  const page = pageTexts(lang);
  const number = question.number ?? `${i + 1}`;
  return html`<section class="asked-question" id="frage-${i + 1}" aria-labelledby="frage-${i + 1}-text">
    <h3 id="frage-${i + 1}-text" lang="de">${number}. ${question.text}</h3>
    <p>${verdict(question, texts, now)}</p>
    ${
      question.matches.length === 0
        ? html`<p>${texts.report.nothing}</p>`
        : html`<ol class="matches">${question.matches.map((match) => item(match, page, texts))}</ol>`
    }
    ${
      question.nearest.length > 0 &&
      html`<h4>${page.check.nearest}</h4>
        <ol class="matches nearest">${question.nearest.map((match) => item(match, page, texts))}</ol>`
    }
    ${
      question.matches.length === 0 &&
      html`<p class="facts"><a href="${link(lang, `/suche?q=${encodeURIComponent(question.text.slice(0, 300))}`)}">${page.check.searchOn}</a></p>`
    }
    <div class="draft"></div>
  </section>`;
}

function item(match: Match, { search }: PageTexts, texts: CheckTexts): Html {
  const { source, snippet } = match;
  return html`<li lang="de">
    <p class="title"><a href="${localAddress(source.url)}">${houseReference(source, texts)}</a></p>
    <p>${source.title}</p>
    <p class="facts">${matchFacts(match, texts)}</p>
    ${source.question !== null && html`<p class="asked">${source.question}</p>`}
    <blockquote>${marked(snippet)}</blockquote>
    ${source.image !== null && html`<p class="facts"><a href="${localAddress(source.image)}">${search.picture}</a></p>`}
    ${source.originalUrl !== null && html`<p class="facts">${outward(source.originalUrl, html`${search.original(source.page)}<span class="visually-hidden"> (${source.reference ?? source.title})</span>`)}</p>`}
  </li>`;
}
