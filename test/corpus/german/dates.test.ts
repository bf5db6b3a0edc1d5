// Of the dates that a reply and its source give → the session's.
import { describe, expect, test } from 'vitest';
import { sessionDate } from '../../../corpus/german/dates.ts';

describe('the day of the session', () => {
  test.each([
    [
      'is the meeting day, though the header is a year too early',
      '2020-03-24',
      '2021-03-23',
      ['2021-03-23'],
      '2021-03-23',
    ],
    ['is the meeting day, though the source is later', '2021-03-23', '2021-09-01', ['2021-03-23'], '2021-03-23'],
    [
      'is the header’s where both days are meetings',
      '2021-03-23',
      '2021-04-20',
      ['2021-03-23', '2021-04-20'],
      '2021-03-23',
    ],
    ['is the source’s where the header is years later', '2207-11-13', '2007-11-13', [], '2007-11-13'],
    ['is the header’s where nothing is known of meetings', '2020-03-24', '2021-03-23', [], '2020-03-24'],
    ['is the source’s where the header has none', null, '2021-03-23', [], '2021-03-23'],
    ['is the header’s where the source has none', '2021-03-23', null, [], '2021-03-23'],
  ])('%s', (_, header, source, meetings, expected) => {
    expect(sessionDate(header, source, meetings)).toBe(expected);
  });
});
