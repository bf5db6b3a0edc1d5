// Every English sentence of checking an inquiry. German ones: texts.de.ts.
import { englishDay } from '../../corpus/german/day.ts';
import type { CheckTexts } from './texts.de.ts';

export const en: CheckTexts = {
  day: englishDay,
  unusable: {
    empty: 'There is no text yet. Paste the inquiry or choose a file.',
    'no-questions':
      'No question was found in this text. Paste the inquiry with its questions, each with a question mark or a number.',
    'too-many-questions': 'The text has more than 100 questions. Please split it and check the parts one by one.',
    'too-long': 'The text is too long for an inquiry. Paste only the inquiry, at most 50,000 characters.',
    'too-large': 'The file is too large. At most 10 MiB are allowed.',
    'unknown-format': 'This file format is not read. Use PDF or DOCX, or paste the text.',
    unreadable: 'The file is damaged and cannot be read. Please paste the text of the inquiry.',
    'password-protected': 'The file is protected by a password. Please paste the text of the inquiry.',
    'scan-without-text': 'The file is a scan without text. Run text recognition on it or paste the text.',
  },
  kinds: {
    answered: 'answered',
    'no-data': 'no data available',
    refused: 'no information given',
    referred: 'referred to others',
    announced: 'answer announced',
  },
  verdicts: {
    answered: 'answered before',
    similar: 'similar question answered',
    partly: 'in part',
    none: 'nothing found',
  },
  older: (years) => `more than ${years === 2 ? 'two' : years} years old`,
  paper: (reference) => `paper ${reference}`,
  pair: (number) => (number === null ? 'answer' : `answer to question ${number}`),
  page: (page) => `p. ${page}`,
  scan: 'read from a scan',
  drafts: {
    nothing: 'There is no earlier answer from which a draft could be made.',
    unproven: 'No sentence came about that an earlier answer proves.',
    budget: "Today's allowance for drafts is used up.",
  },
  report: {
    title: 'Earlier answers to a new inquiry',
    question: 'Question',
    nr: 'No.',
    verdict: 'Result',
    best: 'Best match',
    similarity: 'Similarity',
    asked: 'Asked was',
    askedBy: 'Asked by',
    department: 'Department',
    nothing: 'No earlier answer to this question was found.',
    note: 'Made automatically. The linked documents are what counts.',
  },
};
