// Every English sentence of the server-rendered pages, apart from the three legal pages. German ones: texts.de.ts.
import type { PageTexts } from './texts.ts';

const number = new Intl.NumberFormat('en-GB');
const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** YYYY-MM-DD → 27 May 2021. */
const day = (date: string) => dates.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

export const en: PageTexts = {
  day,
  kinds: {
    'no-data': 'no data available',
    refused: 'no information given',
    referred: 'referred to others',
    announced: 'answer announced',
  },
  skip: 'Skip to content',
  otherLanguage: 'Deutsch',
  newTab: 'opens a new tab',
  notSet: 'not filled in yet',
  nav: {
    label: 'Main menu',
    footerLabel: 'Legal',
    ask: 'Ask',
    search: 'Search',
    check: 'Check an inquiry',
    imprint: 'Imprint',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    reportBarrier: 'Report a barrier',
    embed: 'Embed',
  },
  chat: {
    heading: (city) => `What has ${city} said about it?`,
    intro: (count) =>
      count === 1
        ? 'Based on one published answer of the administration to the council.'
        : `Based on ${number.format(count)} published answers of the administration to the council.`,
    range: (from, to) =>
      from === to ? `Answered on ${day(from)}.` : `The answers date from ${day(from)} to ${day(to)}.`,
    updated: (date) => `Last updated on ${day(date)}.`,
    empty: 'No answers are loaded yet. So there is nothing to ask yet.',
    noScript: 'Without JavaScript you can search the answers here.',
    label: 'Your question',
    searchButton: 'Search',
    examples: 'For example',
  },
  search: {
    title: 'Search the answers',
    label: 'Search words',
    hint: 'For example a topic, a place or a reference number. The answers are in German.',
    button: 'Search',
    found: (total, atLeast, query) =>
      `${atLeast ? 'More than ' : ''}${number.format(total)} ${total === 1 ? 'answer' : 'answers'}${query === '' ? '' : ` for “${query}”`}`,
    nothing: (query) => `There is no published answer for “${query}”.`,
    nothingHelp: 'Try another word or a more general one.',
    previous: 'Previous results',
    next: 'More results',
    pages: 'Pages',
    question: (n) => (n === null ? 'Question' : `Question ${n}`),
    page: (n) => `Page ${n}`,
    original: (page) => (page === null ? 'Original PDF' : `Original PDF, page ${page}`),
    unavailable: 'The search is not ready yet. Please try again later.',
  },
  document: {
    date: 'Date',
    committee: 'Committee',
    reference: 'Paper',
    agendaItem: 'Agenda item',
    askedBy: 'Asked by',
    department: 'Department',
    signedBy: 'Signed by',
    facts: 'About this answer',
    original: 'Original in the council information system',
    outline: 'Questions in this answer',
    untitledQuestion: (n) => (n === null ? 'Answer' : `Answer to question ${n}`),
    inquiryQuestion: 'Question from the inquiry',
    text: 'Full text of the answer',
    page: (n) => `Page ${n}`,
    aliases: 'The same answer in other papers',
    related: 'Belongs to it',
    marked: 'The quoted passage is marked.',
    toMark: 'Go to the marked passage',
    age: (years) => `This answer is ${years} years old. Things may have changed.`,
    notFoundTitle: 'This answer is not here',
    notFound: 'It may have been withdrawn. Or the address is incomplete.',
  },
  check: {
    title: 'Check an inquiry',
    intro: 'Check here whether a new inquiry has been answered before.',
  },
  embed: {
    title: 'Embed in your own website',
    intro: 'Two lines of HTML put the service on any page of your city.',
    settings: 'Settings',
    variant: 'Appearance',
    floating: 'Button at the bottom right',
    inline: 'Within the page',
    heading: 'Heading',
    placeholder: 'Text in the input field',
    lang: 'Language',
    committee: 'Only this committee (empty: all)',
    colour: 'Colour of controls',
    colourHint: (ratio) => `Contrast with white ${ratio} to 1. At least 4.5 to 1 is needed.`,
    preview: 'Preview',
    snippet: 'HTML for your page',
    snippetPinned: 'HTML with a fixed version and checksum',
    pinnedHelp: 'This version never changes. Replace the line to get updates.',
    csp: 'Lines for your Content-Security-Policy',
    cspHelp: 'Add these if your page sends such a policy.',
    origins: 'Your page must be listed in ALLOWED_ORIGINS of the service.',
    copy: 'Copy',
    copied: 'Copied',
    noScript: 'The preview needs JavaScript. The lines below apply all the same.',
    options: 'Attributes, events and variables',
  },
  notFound: { title: 'Page not found', text: 'There is no page at this address.', back: 'To the start page' },
};
