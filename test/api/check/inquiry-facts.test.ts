// What the head of an inquiry says, in the forms that councillors use. All invented.
import { describe, expect, test } from 'vitest';
import { inquiryFacts } from '../../../api/check/inquiry-facts.ts';
import { questionsOf } from '../../../api/check/questions.ts';

function factsOf(text: string) {
  const pages = [{ number: 1, text }];
  const asked = questionsOf(pages);
  return inquiryFacts(pages, asked.ok ? asked.value.about : '');
}

describe('the head of an inquiry', () => {
  test('a table and a title', () => {
    const facts = factsOf(`Anfrage
Fraktion Neue Mitte

Gremium Termin TOP ö nö
Gemeinderat 17.09.2024 12 x

Vorlage Nr.: 2024/0815

Wartezeiten im Bürgerbüro

1. Wie lange warten Besucherinnen und Besucher im Mittel?`);
    expect(facts).toEqual({
      subject: 'Wartezeiten im Bürgerbüro',
      askedBy: 'Neue Mitte',
      reference: '2024/0815',
      date: '2024-09-17',
      committee: 'Gemeinderat',
    });
  });

  test('a letter with its subject behind a label', () => {
    const facts = factsOf(`An den Oberbürgermeister der Stadt Musterstadt

Musterstadt, 3. März 2025

Anfrage nach § 4 der Geschäftsordnung
Betreff: Zustand der Schultoiletten

Sehr geehrter Herr Oberbürgermeister,

wir fragen:
1. Welche Toiletten wurden 2024 saniert?`);
    expect(facts.subject).toBe('Zustand der Schultoiletten');
    expect(facts.date).toBe('2025-03-03');
  });

  test('the kind of paper before the matter is no part of the subject', () => {
    expect(
      factsOf('Anfrage der Fraktion Neue Mitte: Bäume an der Hauptstraße\n\n1. Wie viele Bäume wurden gefällt?')
        .subject,
    ).toBe('Bäume an der Hauptstraße');
  });

  test('a bare question has no facts, and none is made up', () => {
    expect(factsOf('Wie viele Bäume wurden 2024 gefällt?')).toEqual({
      subject: null,
      askedBy: null,
      reference: null,
      date: null,
      committee: null,
    });
  });
});
