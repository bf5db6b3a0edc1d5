// Invented inquiries in the words of councillors, in the forms that they use → just the questions that they ask.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../../api/check/questions.ts';

const FOLDER = join(import.meta.dirname, '../../evaluation/inquiries');
const truth: Record<string, { number: string | null; text: string }[]> = JSON.parse(
  readFileSync(join(FOLDER, 'truth.json'), 'utf8'),
);

describe('an inquiry is split into what it asks', () => {
  test.each(Object.entries(truth))('%s', (name, expected) => {
    const text = readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
    const asked = questionsOf([{ number: 1, text }]);
    expect(asked.ok && asked.value.questions).toEqual(expected);
  });
});
