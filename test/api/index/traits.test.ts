// What a pair asks for and what its answer states, as terms of the index.
import { describe, expect, test } from 'vitest';
import { askedBy, traitsOf } from '../../../api/index/traits.ts';

describe('signs of a pair', () => {
  test.each([
    ['1. Wie hoch sind die Eintrittspreise im Freibad?', ['§?money']],
    ['Die Brücke ist alt. Seit wann ist sie gesperrt, und warum?', ['§?why']],
    ['Wie viele Bäume wurden gefällt? Wann werden sie ersetzt?', ['§?count', '§?when']],
    ['Wo stehen die Container?', ['§?where']],
    ['Die Verwaltung möge berichten.', []],
  ])('„%s“ asks for %j', (question, expected) => {
    expect(askedBy(question)).toEqual(expected);
  });

  test('an answer that names an amount is told by it', () => {
    expect(traitsOf('Der Eintritt beträgt 3,50 Euro.')).toContain('§money');
    expect(traitsOf('Der Eintritt ist geregelt.')).not.toContain('§money');
  });
});
