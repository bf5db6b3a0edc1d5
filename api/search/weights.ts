// What counts how much in ranking, and nothing else does. Measured on dev questions, see README, "Quality and speed".
// Each has a case that needs it in test/api/search/weights.test.ts.

export interface Weights {
  /** How soon a word that is repeated stops counting more. */
  k1: number;
  /** How much a long passage is held against it. */
  b: number;
  /** What a word counts in however long a passage. */
  delta: number;
  /** Of fields, beside the answer's 1. */
  question: number;
  title: number;
  /** Questions and words that a model wrote for the index; they may repeat what the text says. */
  enrichment: number;
  /** Parts of a compound beside the whole word, on both sides. */
  part: number;
  /** Below 1, several middling words win over a single rare one. */
  saturation: number;
  /** What the document's other passages and its inquiry know of the question's concepts. */
  document: number;
  /** What the nearness of question and passage counts (see term-vectors.ts), as a share of the best score by terms. */
  nearness: number;
  /** A phrase is rarer than the rarest of its words. */
  phrase: number;
  /** Of what stands beside the question. */
  history: number;
  rewrite: number;
  expansion: number;
  /** All parts of a compound as words of their own: "Gebühren der Kita" for "Kitagebühren". */
  apart: number;
  /** A reference number names its paper: nothing else in a question says as much. */
  reference: number;
  /** Where "§ 34" is asked for, the bare number. */
  bareNumber: number;
}

export const WEIGHTS: Readonly<Weights> = Object.freeze({
  k1: 1.6,
  b: 0.7,
  delta: 0.5,
  question: 1,
  title: 2,
  enrichment: 0.7,
  part: 0.4,
  saturation: 0.8,
  document: 0.5,
  nearness: 0.6,
  phrase: 1.2,
  history: 0.5,
  rewrite: 0.6,
  expansion: 0.7,
  apart: 0.6,
  reference: 5,
  bareNumber: 0.3,
});
