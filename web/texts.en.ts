// Every English sentence of the chat and the widget. German ones: texts.de.ts. At most 15 words a sentence.
import { englishDay } from '../corpus/german/day.ts';
import type { Texts } from './texts.de.ts';

const number = new Intl.NumberFormat('en-GB');

/** YYYY-MM-DD → 27 May 2021. */
const day = englishDay;

export const en: Texts = {
  day,
  aiNotice: (model) =>
    `A${model ? 'n AI answers here, not a person. It quotes answers of the administration and' : ' program answers here, in the words of the administration. It'} can be wrong. What counts is what the linked documents say.`,
  label: 'Your question',
  placeholder: 'In your own words',
  privacyHint: 'Please do not enter personal data.',
  privacyLink: 'Privacy',
  send: 'Ask',
  stop: 'Stop',
  clear: 'New conversation',
  toEnd: 'Scroll down',
  retry: 'Try again',
  examples: 'For example',
  log: 'Conversation',
  newTab: 'opens a new tab',
  emptyQuestion: 'Please enter a question.',
  tooLong: (over) => `Your question is ${number.format(over)} characters too long.`,
  busy: 'The last answer is not finished yet.',
  question: 'Your question:',
  answer: 'Answer',
  searching: (documents) =>
    documents !== null && documents > 1
      ? `Searching ${number.format(documents)} answers …`
      : 'Searching the published answers …',
  reading: (sources) => `Found ${sources} matching passages. The answer is being written …`,
  stopped: 'You stopped the answer.',
  status: {
    working: 'The answer is being written',
    done: (sources) => `Answer complete, ${sources} ${sources === 1 ? 'source' : 'sources'}`,
    nothing: 'Answer complete, nothing suitable found',
    choice: (count: number) => `Answer complete, ${count} earlier ${count === 1 ? 'answer' : 'answers'} to choose from`,
    smalltalk: 'Answer complete',
  },
  sources: (count) => (count === 1 ? 'Source' : 'Sources'),
  source: (n, title, date) => `Source ${n}: ${title}${date === null ? '' : `, ${day(date)}`}`,
  pairQuestion: (n) => (n === null ? 'The question was:' : `The question was (number ${n}):`),
  paper: (reference) => `Paper ${reference}`,
  pair: (n) => (n === null ? 'answer' : `answer to question ${n}`),
  page: (page) => `p. ${page}`,
  age: (years) => `${years} years old`,
  kinds: {
    'no-data': 'no data available',
    refused: 'no information given',
    referred: 'referred to others',
    announced: 'answer announced',
  },
  toDocument: 'Read the passage in the document',
  scan: 'read from a scan',
  toPicture: 'Picture of the page',
  toOriginal: (page) => (page === null ? 'Original PDF' : `Original PDF, page ${page}`),
  more: (count) => `More results (${count})`,
  choice: {
    heading: 'This was asked and answered',
    loading: 'Loading the answer …',
    failed: 'The whole answer could not be loaded. This is its beginning.',
  },
  context: 'Wording in its context',
  table: 'Figures from the answer',
  moreRows: (count: number) => `More rows (${count})`,
  toList: 'Show all results',
  followUps: 'Further questions',
  copy: 'Copy with sources',
  copied: 'Copied',
  copyFailed: 'Copying did not work. Please select the text.',
  madeBy: {
    claude: 'Worded by an AI. What counts is what the linked documents say.',
    extractive: 'Made automatically. What counts is what the linked documents say.',
  },
  help: {
    heading: 'What you can do',
    noneFits: 'Nothing fits?',
    search: 'Search all answers yourself',
    contact: 'Ask the administration directly:',
    notSet: 'The city has not entered a contact here yet.',
    mail: 'E-mail',
    phone: 'Phone',
    web: 'Contact page',
  },
  report: {
    open: 'Passage does not fit? Report it',
    reason: 'What is wrong?',
    reasons: {
      'off-topic': 'It does not fit my question',
      'wrong-place': 'It is not in the document like this',
      outdated: 'It is out of date',
      private: 'It shows private details',
      other: 'Something else',
    },
    comment: 'Comment (optional)',
    send: 'Send report',
    sent: 'Thank you. We will look at the passage.',
    failed: 'The report did not arrive. Please try again.',
  },
  rating: {
    ask: 'Was this helpful?',
    yes: 'Yes',
    no: 'No',
    sent: 'Thank you for telling us.',
  },
  failure: {
    heading: 'That did not work',
    offline: 'You are not connected to the internet.',
    unreachable: 'The service cannot be reached. Please try again.',
    stalled: 'The answer does not arrive. Please try again.',
    'cut-off': 'The connection broke off. The answer is incomplete.',
    refused: 'The request was not accepted. Please try again.',
  },
  widget: {
    copied: 'For the web editor: the script was copied. The element lacks api="…" with the address of the service.',
    notAllowed: (origin: string) =>
      `For the web editor: ${origin} is not registered with the service (ALLOWED_ORIGINS).`,
    trustedTypes: "the page's Content-Security-Policy needs: trusted-types lit-html 'allow-duplicates'",
    heading: 'Questions to the city',
    close: 'Close',
    intro: (documents, newest) =>
      `Based on ${number.format(documents)} published answers of the administration${newest === null ? '.' : `, the newest of ${day(newest)}.`}`,
    imprint: 'Imprint',
    reportBarrier: 'Report a barrier',
  },
};
