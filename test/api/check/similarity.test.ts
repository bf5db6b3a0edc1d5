// When two questions are alike: the order that counts, with the reason for each. Weights are as in a corpus of 12,000
// passages: common words about 2, subjects 5 to 8.
import { describe, expect, test } from 'vitest';
import { rarestWeight, similarity, type Weights } from '../../../api/check/similarity.ts';
import { topicOf } from '../../../api/check/topic.ts';

const WEIGHT: Record<string, number> = { kosten: 2, jahr: 2, stadt: 1.5, massnahme: 2.2, plan: 2, stand: 3 };
const terms = (words: string): Weights =>
  new Map(
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => [word, WEIGHT[word] ?? 6.5]),
  );
const none = terms('');

interface Case {
  asked: string;
  about?: string;
  question: string;
  answer?: string;
  title?: string;
}

const alike = ({ asked, about = '', question, answer = '', title = '' }: Case) =>
  similarity(
    { question: terms(asked), about: terms(about), rarest: rarestWeight(12_000) },
    { question: terms(question), answer: terms(answer), title: terms(title) },
  );

describe('similarity', () => {
  test('the same question of the same subject is 1', () => {
    const same = alike({
      asked: 'bank stadtgarten kosten',
      about: 'bank',
      question: 'bank stadtgarten kosten',
      title: 'bank',
    });
    expect(same).toBeCloseTo(1);
  });

  test('nothing in common is 0', () => {
    expect(alike({ asked: 'bank stadtgarten', about: 'bank', question: 'seilbahn mond', title: 'seilbahn' })).toBe(0);
  });

  test('"was kostet das im Jahr?" is not answered by the same words about something else', () => {
    const other = alike({
      asked: 'kosten jahr',
      about: 'bank stadtgarten',
      question: 'kosten jahr',
      title: 'seilbahn',
    });
    const same = alike({
      asked: 'kosten jahr',
      about: 'bank stadtgarten',
      question: 'kosten jahr',
      title: 'bank stadtgarten',
    });
    expect(other).toBeLessThan(0.35);
    expect(same).toBeGreaterThan(0.9);
  });

  test('one rare word in common proves little where the paper is about another matter', () => {
    const asked = {
      asked: 'rueckstellung hoehe',
      about: 'kita schadenersatz urteil',
      question: 'rueckstellung bildung',
    };
    const other = alike({ ...asked, title: 'erdgas abgabe' });
    const same = alike({ ...asked, title: 'kita platz', answer: 'urteil rueckstellung' });
    expect(other).toBeLessThan(0.35);
    expect(same).toBeGreaterThan(0.35);
  });

  test('a question that names its subject is found whatever the rest of the inquiry is about', () => {
    const found = alike({
      asked: 'stand glasfaser ausbau gebiet',
      about: 'baum klima',
      question: 'stand glasfaser ausbau gebiet',
      title: 'breitband',
    });
    expect(found).toBeGreaterThan(0.7);
  });

  test('one word that names a subject goes further where the inquiry has no other subject', () => {
    const found = { asked: 'stand glasfaser', question: 'stand glasfaser gebiet', title: 'breitband' };
    expect(alike(found)).toBeGreaterThan(0.4);
    expect(alike({ ...found, about: 'baum klima pflanzung' })).toBeLessThan(alike(found));
    expect(alike({ asked: 'kosten jahr', question: 'kosten jahr', title: 'seilbahn' })).toBeLessThan(0.35);
  });

  test('a question that asks more answers the one that asks less', () => {
    const wider = alike({
      asked: 'glasfaser stupferich anschluss',
      question: 'glasfaser stupferich anschluss zeitplan anbieter tiefbau',
    });
    expect(wider).toBeGreaterThan(0.6);
  });

  test('an answer that speaks of everything asked counts less than the question itself', () => {
    const byAnswer = alike({ asked: 'bank stadtgarten holz', question: 'seilbahn', answer: 'bank stadtgarten holz' });
    expect(byAnswer).toBeGreaterThan(0.35);
    expect(byAnswer).toBeLessThan(0.7);
  });

  test('where the answer does not repeat its question, the answer counts more', () => {
    const unknown = { asked: 'bank stadtgarten holz', question: '', answer: 'bank stadtgarten holz' };
    expect(alike(unknown)).toBeGreaterThan(alike({ ...unknown, question: 'seilbahn' }));
  });

  test('stays between 0 and 1 without any word at all', () => {
    expect(alike({ asked: '', question: '' })).toBe(0);
    expect(alike({ asked: '', about: '', question: 'bank' })).toBe(0);
  });

  test('also tells alike from different in a corpus of three passages, where every weight is small', () => {
    const small = (words: string) => new Map(words.split(' ').map((word) => [word, 0.98]));
    const asked = { question: small('integration amt mehrarbeit programm'), about: none, rarest: rarestWeight(3) };
    const rest = { answer: none, title: none };
    expect(similarity(asked, { ...rest, question: small('integration amt mehrarbeit programm') })).toBeGreaterThan(0.7);
    expect(similarity(asked, { ...rest, question: small('land vernetzung familie') })).toBe(0);
  });
});

describe('the topic', () => {
  test('is what recurs; names of the head weigh little, numbers nothing', () => {
    const topic = topicOf(terms('mueller bank 2025'), [terms('bank kosten'), terms('bank holz')]);
    expect([...topic.keys()][0]).toBe('bank');
    expect(topic.get('mueller')!).toBeLessThan(topic.get('bank')! / 2);
    expect(topic.has('2025')).toBe(false);
    expect(topic.has('holz')).toBe(false);
  });
});
