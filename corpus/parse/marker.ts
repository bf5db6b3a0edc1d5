// What a marker is: the number or letter at the beginning of a line that a question or an answer begins with.

/** How it is numbered: 1. · A. · II. · a) · 7.1 */
export type Style = 'number' | 'capital' | 'roman' | 'letter' | 'decimal';

export interface Marker {
  style: Style;
  /** "3", "7.1", "B", "II"; several where questions are answered together; none for a lone letter. */
  numbers: string[];
  /** "a" of "3a", "1. a)" or of a line "a)" below question 3. */
  letter: string | null;
  /** Says by itself what begins: "Frage 1:" a question, "Zu 1:" or "Antwort zu Frage 3 und 4:" an answer. */
  says: 'question' | 'answer' | null;
  /** Characters of the line that are the marker. */
  length: number;
}
