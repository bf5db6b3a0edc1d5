import { expect, it } from 'vitest';
import { takePeriod } from '../../../corpus/german/periods.ts';

const NOW = new Date('2026-12-01T12:00:00Z');

it.each([
  ['in den letzten sechs Jahren', '2020-12-01', null],
  ['in den letzten fünf Jahren', '2021-12-01', null],
  ['der vergangenen zwölf Jahre', '2014-12-01', null],
  ['in den letzten zwanzig Jahren', '2006-12-01', null],
  ['in den letzten siebzehn Jahren', '2009-12-01', null],
  ['in den letzten 7 Jahren', '2019-12-01', null],
  ['in den vergangenen acht Monaten', '2026-04-01', null],
  ['in den letzten zwei Wochen', '2026-11-17', null],
  ['seit drei Jahren', '2023-12-01', null],
  ['im letzten Jahrzehnt', '2016-12-01', null],
  ['in the last six years', '2020-12-01', null],
  ['over the past eleven months', '2026-01-01', null],
  ['im März 2021', '2021-03-01', '2021-03-31'],
  ['im Jänner 2021', '2021-01-01', '2021-01-31'],
  ['seit Dez. 2022', '2022-12-01', null],
  ['in March 2021', '2021-03-01', '2021-03-31'],
  ['für 2020', '2020-01-01', '2020-12-31'],
  ['vor 2020', null, '2019-12-31'],
  ['zwischen 2018 und 2020', '2018-01-01', '2020-12-31'],
  ['im letzten Jahr', '2025-01-01', '2025-12-31'],
])('%s', (text, from, to) => {
  expect(takePeriod(`zu Bäumen ${text}`, NOW)).toEqual({ rest: 'zu Bäumen', from, to });
});

it.each(['in den letzten schönen Jahren', 'der letzten Jahre', 'im letzten Heft', 'vor Ort'])(
  '%s is no period',
  (text) => {
    expect(takePeriod(text, NOW)).toEqual({ rest: text, from: null, to: null });
  },
);
