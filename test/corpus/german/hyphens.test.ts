import { expect, it } from 'vitest';
import { joinedLines } from '../../../corpus/german/hyphens.ts';

it.each([
  ['Ver-', 'waltung', 'Verwaltung'],
  ['Verbrauchs-', 'bzw. Betriebskosten', 'Verbrauchs- bzw. Betriebskosten'],
  ['Verbrauchs-', 'bzw Betriebskosten', 'Verbrauchs- bzw Betriebskosten'],
  ['Verbrauchs-', 'und Betriebskosten', 'Verbrauchs- und Betriebskosten'],
  ['sowohl Rad-', 'als auch Fußwege', 'sowohl Rad- als auch Fußwege'],
  ['Rad-', 'wie auch Fußwege', 'Rad- wie auch Fußwege'],
  ['weder Rad-', 'noch Fußwege', 'weder Rad- noch Fußwege'],
  ['Rad-', 'beziehungsweise Fußwege', 'Rad- beziehungsweise Fußwege'],
  ['Nord-', 'bis Südstadt', 'Nord- bis Südstadt'],
  ['Rad-', 'und/oder Fußwege', 'Rad- und/oder Fußwege'],
  ['Rück-', 'bisher', 'Rückbisher'],
  ['Ver-', 'ursacher', 'Verursacher'],
  ['Hintergr-', 'undlage', 'Hintergrundlage'],
  ['KFZ-', 'steuer', 'KFZ-steuer'],
  ['Kita-', 'Plätze', 'Kita-Plätze'],
  ['Schülerinnen/', 'Schüler', 'Schülerinnen/Schüler'],
  ['das', 'Amt', 'das Amt'],
])('"%s" and "%s" are "%s"', (above, below, whole) => {
  expect(joinedLines(above, below)).toBe(whole);
});
