// Guesses from names alone which papers hold answers. It only decides what is fetched first: a city's first ingest
// takes hours at one request a second, and the answers should not come last.
import { german } from '../../../corpus/german/letters.ts';
import type { PaperRow } from './objects.ts';

/** 2 by the paper's own name or type, 1 by a file's name, 0 else. */
export function likelihood(paper: PaperRow): 0 | 1 | 2 {
  if (INQUIRY.test(`${paper.name}\n${paper.type}`)) return 2;
  return paper.files.some((file) => INQUIRY.test(file.name) || REPLY.test(file.name)) ? 1 : 0;
}

const REPLY = german(/stellungnahme|\bst[nw]\b/i);
const INQUIRY = /anfrage|beantwort|antwort|fragestunde|auskunft|interpellation/i;
