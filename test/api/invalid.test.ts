// What is wrong with a request is said in words for people, in their language.
import { describe, expect, test } from 'vitest';
import { checkRequestSchema } from '../../api/check/schemas.ts';
import { invalidFields } from '../../api/invalid.ts';
import { chatRequestSchema, idParam, reportSchema, searchQuerySchema } from '../../api/schemas.ts';

const user = (content: unknown) => ({ messages: [{ role: 'user', content }] });

describe.each([
  [searchQuerySchema, { limit: '0' }, 'limit', 'mindestens 1', 'at least 1'],
  [searchQuerySchema, { limit: 'x' }, 'limit', 'erwartet wird eine Zahl', 'expected is a number'],
  [searchQuerySchema, { offset: '1001' }, 'offset', 'höchstens 1000', 'at most 1000'],
  [searchQuerySchema, { q: 'x'.repeat(2_001) }, 'q', 'höchstens 2000 Zeichen', 'at most 2000 characters'],
  [searchQuerySchema, { sort: 'x' }, 'sort', 'erlaubt ist: relevance, date', 'allowed is: relevance, date'],
  [
    searchQuerySchema,
    { from: '2024-02-30' },
    'from',
    'erwartet wird ein Datum wie 2024-05-27',
    'expected is a date like 2024-05-27',
  ],
  [idParam, { id: 'ä' }, 'id', 'hat nicht die vorgesehene Form', 'does not have the intended form'],
  [chatRequestSchema, {}, 'messages', 'erwartet wird eine Liste', 'expected is a list'],
  [chatRequestSchema, { messages: [] }, 'messages', 'darf nicht leer sein', 'must not be empty'],
  [chatRequestSchema, user(' '), 'messages.0', 'die Frage ist leer', 'the question is empty'],
  [chatRequestSchema, user(7), 'messages.0.content', 'erwartet wird ein Text', 'expected is a text'],
  [chatRequestSchema, [], '', 'erwartet wird ein Objekt', 'expected is an object'],
  [
    reportSchema,
    { documentId: 'a', start: 3, end: 2, reason: 'x' },
    'end',
    'muss größer sein als start',
    'must be greater than start',
  ],
  [
    reportSchema,
    { documentId: 'a', start: 0, end: 2, reason: ' ' },
    'reason',
    'darf nicht leer sein',
    'must not be empty',
  ],
  [
    checkRequestSchema,
    { text: 'x'.repeat(50_001) },
    'text',
    'der Text ist länger als 50.000 Zeichen; fügen Sie nur die Anfrage ein',
    'the text is longer than 50,000 characters; paste the inquiry only',
  ],
])('of request %#', (schema, request, path, de, en) => {
  test.each([
    ['de', de],
    ['en', en],
  ] as const)('it is said in %s where and what', (lang, message) => {
    const { error } = schema.safeParse(request);
    expect(invalidFields(error?.issues ?? [], lang)).toEqual([{ path, message }]);
  });
});
