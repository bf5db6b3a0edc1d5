// Every English sentence of an answer that is not a quotation. German ones: texts.de.ts.
import { englishDay } from '../../corpus/german/day.ts';
import { ENGLISH_NUMBERS } from '../../corpus/german/number-words.ts';
import type { OffPurpose } from './question/off-purpose.ts';
import { isYear, type ListScope, type Texts } from './texts.de.ts';

const inWords = (n: number) => ENGLISH_NUMBERS[n] ?? `${n}`;

const listed = (words: string[]) => words.join(', ').replace(/, (?=[^,]*$)/u, ' and ');

const DECLINED: Record<OffPurpose, string> = {
  greeting:
    'Hello! Ask me what the administration has already answered to the council, for instance on schools, traffic or housing.',
  thanks: 'You are welcome! Feel free to ask what else the administration has answered to the council.',
  'about-us':
    'I am an automatic search service and show you, word for word, what the administration answered to inquiries from the council.',
  commission:
    'I cannot help with that, because I only show what the administration answered to inquiries from the council.',
  advice:
    'I cannot give personal advice, because I only show what the administration answered to inquiries from the council.',
  private:
    'I do not give out private information on people; I only show what the administration answered to inquiries from the council.',
  'city-voice':
    'I cannot speak for the city or promise anything; I only show what the administration answered to inquiries from the council.',
  attack: 'I will not do that; I only show what the administration answered to inquiries from the council.',
  emergency:
    'This sounds like an emergency: please call 112 (fire and ambulance) or 110 (police) at once, because I am only a search service and cannot call for help.',
  despair:
    'I am sorry that things are so hard. Please talk to someone: the Telefonseelsorge is there day and night, free of charge, at 0800 1110111 or 116123, and in acute danger call 112.',
  illness:
    'I cannot give medical advice: please turn to your doctor, outside of office hours to the on-call service at 116117, and call 112 if there is danger to life.',
  hateful: 'I will not help with that; I only show what the administration answered to inquiries from the council.',
  insult: 'I would still like to help: ask me what the administration answered to the council.',
};

const UNREACHABLE =
  "The language model is out of reach at the moment. You see the answer in the administration's own words.";
const OVERLOADED =
  "The language model is overloaded at the moment. You see the answer in the administration's own words.";

function scope({ topic, from, to, by }: ListScope): string {
  const parts = [
    ...by,
    isYear(from, to)
      ? from!.slice(0, 4)
      : from && to
        ? `${englishDay(from)} to ${englishDay(to)}`
        : from
          ? `since ${englishDay(from)}`
          : to
            ? `until ${englishDay(to)}`
            : '',
  ].filter((part) => part !== '');
  return `${topic === '' ? '' : ` on “${topic}”`}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

export const en: Texts = {
  day: englishDay,
  onDate: (date, years) => (years === null ? ` on ${date}` : ` ${inWords(years)} years ago (on ${date})`),
  fromDate: (date, years) => (years === null ? `of ${date}` : `of ${date}, ${inWords(years)} years ago`),
  onQuestion: (question) => `Asked “${question}”`,
  onPaper: (title) => `On “${title}”`,
  leadIn: (on, when, place) =>
    on === null
      ? `The administration answered in German${when}${place}:`
      : `${on}, the administration answered in German${when}${place}:`,
  inCommittee: (name) => ` (${name})`,
  dates: (entries) =>
    entries.length === 1
      ? `Answer of the administration ${entries[0]}.`
      : `Answers of the administration ${entries.join('; ')}.`,
  openQuote: '“',
  closeQuote: '”',
  declined: (why) => DECLINED[why],
  notices: {
    unauthorized: UNREACHABLE,
    'rate-limited': OVERLOADED,
    overloaded: OVERLOADED,
    rejected: UNREACHABLE,
    unavailable: UNREACHABLE,
    'too-slow':
      "The language model does not answer in time at the moment. You see the answer in the administration's own words.",
    'cut-off': "The connection to the language model broke off. You see the answer in the administration's own words.",
    aborted: 'The answer was stopped.',
    'too-long': "The language model came to no proven answer. You see the answer in the administration's own words.",
    refused: "The language model did not answer this question. You see the answer in the administration's own words.",
    unproven: "The language model could not prove its answer. You see the answer in the administration's own words.",
    budget: "The language model's budget for today is used up. You see the answer in the administration's own words.",
  },
  incomplete: 'The answer is incomplete; what is shown is proven.',
  notSaid: (missing) => {
    switch (missing.what) {
      case 'place':
        return `This answer says nothing about ${listed(missing.words)}.`;
      case 'year':
        return `This answer says nothing about the year ${listed(missing.words)}.`;
      case 'amount':
        return 'This answer names no amount of money.';
      case 'number':
        return 'This answer names no number.';
      case 'duration':
        return 'This answer names no duration.';
      case 'date':
        return 'This answer names no date.';
    }
  },
  choice: 'I found no certain answer. This was asked and answered by the administration, in German:',
  topic: (topic, { total, isAtLeast, from, to }, isNews) => {
    const years = from === null || to === null ? '' : from === to ? ` of ${to}` : ` from ${from} to ${to}`;
    const about = topic === '' ? '' : ` on “${topic}”`;
    const some = isNews || topic === '' ? 'The newest:' : 'Some of them, the newest first:';
    return total === 1
      ? `The search finds one answered inquiry${about}${years}:`
      : `The search finds ${isAtLeast ? 'at least ' : ''}${total.toLocaleString('en-GB')} answered inquiries${about}${years}. ${some}`;
  },
  nothing: (lookedFor) =>
    lookedFor.length === 0
      ? "I found nothing on this in the administration's published answers. Try other words, or ask the city directly."
      : `I found nothing fitting in the administration's published answers. I looked for: ${lookedFor.join(', ')}. Try other words, or ask the city directly.`,
  listCount: (about, total, atLeast) =>
    total === 1
      ? `One answered inquiry${scope(about)} is published.`
      : `${atLeast ? 'At least ' : ''}${total.toLocaleString('en-GB')} answered inquiries${scope(about)} are published.`,
  listWho: (about, date, askedBy) =>
    `The latest answered inquiry${scope(about)}${date === null ? '' : ` is of ${englishDay(date)} and`} ${
      askedBy.length === 0 ? 'does not name who asked' : `came from: ${askedBy.join(', ')}`
    }.`,
  listWhen: (about, date) =>
    `The latest answered inquiry${scope(about)} ${date === null ? 'has no date' : `is of ${englishDay(date)}`}.`,
  listMost: (about, askers) =>
    `These names stand above most answered inquiries${scope(about)}: ${askers
      .map(({ value, count }) => `${value} (${count.toLocaleString('en-GB')})`)
      .join(', ')}.`,
  listCounted: 'This counts what the search finds on the topic.',
  listNone: (about) => `I found no answered inquiry${scope(about)}.`,
  listNewest: 'The newest:',
  listItem: (date, title, askedBy) =>
    `${date === null ? '' : `${englishDay(date)}: `}${title}${askedBy.length === 0 ? '' : ` (${askedBy.join(', ')})`}`,
};
