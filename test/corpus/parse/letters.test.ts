// Letters of administrations without a profile, to a person or a parliament. Every text, name and number is invented.
import { describe, expect, test } from 'vitest';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { A1, A2, documentOf, LABELLED, NUMBERED, Q1, Q2, type Written, written } from './reply.ts';

interface Case {
  name: string;
  text: string;
  pairs: Written[];
  header?: Partial<ReplyDocument>;
}

const CASES: Case[] = [
  {
    name: 'a letter to the person who asked',
    text: `Stadt Musterdorf · Rathausplatz 1 · 12345 Musterdorf

Frau Stadträtin
Erika Beispiel
Musterpartei

Ihre Anfrage vom 3. Februar 2024: Bänke im Stadtgarten

Sehr geehrte Frau Beispiel,

Ihre Anfrage beantworte ich wie folgt:

Frage 1: ${Q1}

Antwort: ${A1}

Frage 2: ${Q2}

Antwort: ${A2}

Mit freundlichen Grüßen

Max Muster
Bürgermeister`,
    pairs: NUMBERED,
    header: { signedBy: 'Max Muster' },
  },
  {
    name: 'a parliament, whose administration says something before its first answer',
    text: `Schriftliche Anfrage

der Abgeordneten Erika Beispiel (Musterpartei)

zum Thema:
Bänke im Stadtgarten – wie geht es weiter?

und Antwort vom 20. Februar 2023 (Eingang beim Abgeordnetenhaus am 22. Februar 2023)

Im Namen des Senats beantworte ich Ihre Schriftliche Anfrage wie folgt:

Vorbemerkung der Verwaltung:
Die Anfrage betrifft Sachverhalte, die das Bezirksamt mitgeteilt hat.

1. ${Q1}

Zu 1.: ${A1}

2. ${Q2}

Zu 2.: ${A2}`,
    pairs: [
      [
        null,
        null,
        'Vorbemerkung der Verwaltung: Die Anfrage betrifft Sachverhalte, die das Bezirksamt mitgeteilt hat.',
      ],
      ...NUMBERED,
    ],
  },
  {
    name: 'a letter that repeats what the asker says, announces, and says something of its own',
    text: `Stadt Musterdorf

Text der Anfrage:
Die Bänke sind in schlechtem Zustand. Dazu fragen wir die Verwaltung.

Die Anfrage beantwortet die Verwaltung wie folgt:

Alle Zahlen gelten für das Jahr 2023.

1. ${Q1}

${A1}

2. ${Q2}

${A2}`,
    pairs: [[null, null, 'Alle Zahlen gelten für das Jahr 2023.'], ...NUMBERED],
  },
  {
    name: 'a Hessian answer that quotes the questions',
    text: `Magistrat der Stadt Musterhausen
Dezernat II

Anfrage nach § 50 Abs. 2 HGO der Stadtverordneten Erika Beispiel vom 12.03.2024
hier: Bänke im Stadtgarten

Sehr geehrte Frau Stadtverordnetenvorsteherin,

die o. g. Anfrage beantworte ich namens des Magistrats wie folgt:

Zu Frage 1 „${Q1}“

${A1}

Zu Frage 2 „${Q2}“

${A2}

Mit freundlichen Grüßen

Max Muster
Stadtrat`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
    header: { title: 'Bänke im Stadtgarten', askedBy: ['Erika Beispiel'], signedBy: 'Max Muster' },
  },
  {
    name: 'a county that names the matter behind "Thema:" and has only the date of its letter',
    text: `Kreis Musterland
Die Landrätin

Musterland, 11.11.2022

Beantwortung der Kleinen Anfrage KA/0012/22 des Kreistagsmitgliedes Max Muster

Thema: Bänke im Stadtgarten

Frage: ${Q1}
Antwort: ${A1}

Frage: ${Q2}
Antwort: ${A2}`,
    pairs: NUMBERED.map(([, question, answer]) => [null, question, answer]),
    header: { title: 'Bänke im Stadtgarten', date: '2022-11-11' },
  },
  {
    name: 'a letter of a Bavarian office',
    text: `Landeshauptstadt Musterstadt
Referat für Beispielwesen

I.
An die
Stadtratsfraktion
Musterpartei
Rathaus

15.03.2023

Wie steht es um die Bänke im Stadtgarten?
Schriftliche Anfrage gemäß § 68 GeschO
Anfrage Nr. 20-26 / F 00712 von Frau StRin Erika Beispiel, Herrn StR Max Muster
vom 12.01.2023, eingegangen am 12.01.2023

Az. D-HA II/V1 1234-5-6789

Sehr geehrte Damen und Herren,

zu Ihrer Anfrage kann ich Ihnen Folgendes mitteilen:

${LABELLED}

Um Kenntnisnahme der vorstehenden Ausführungen wird gebeten. Wir gehen davon aus, dass die
Angelegenheit damit abgeschlossen ist.

Mit freundlichen Grüßen

gez.

Dr. Maria Erfunden
Berufsmäßige Stadträtin`,
    pairs: NUMBERED,
    header: {
      title: 'Wie steht es um die Bänke im Stadtgarten?',
      date: '2023-03-15',
      askedBy: ['Erika Beispiel', 'Max Muster'],
      signedBy: 'Dr. Maria Erfunden',
    },
  },
  {
    name: 'a letter of an Austrian office',
    text: `Stadt Musterburg
Stadtsenatsreferentin Erika Beispiel

An
Herrn Gemeinderat
Max Muster

Betreff: Schriftliche Anfrage gemäß § 16a der Geschäftsordnung betreffend Bänke im Stadtgarten

Sehr geehrter Herr Gemeinderat!

Zu Ihrer Anfrage darf ich wie folgt Stellung nehmen:

ad 1) ${Q1}
${A1}

ad 2) ${Q2}
${A2}

Musterburg, am 14. Jänner 2022
Erika Beispiel`,
    pairs: NUMBERED,
    header: { title: 'Bänke im Stadtgarten', askedBy: [], date: '2022-01-14', signedBy: 'Erika Beispiel' },
  },
  {
    name: 'an answer that says its matter in one sentence and is signed without a greeting',
    text: `Stadt Musterhausen
Der Magistrat

Antwort auf die Anfrage der Fraktion Musterliste vom 04.05.2022
betreffend Bänke im Stadtgarten

1. ${Q1}

${A1}

2. ${Q2}

${A2}

Musterhausen, den 20.05.2022

Max Muster
Stadtrat`,
    pairs: NUMBERED,
    header: { title: 'Bänke im Stadtgarten', date: '2022-05-20', askedBy: ['Musterliste'], signedBy: 'Max Muster' },
  },
  {
    name: 'a matter of two lines, the first of which ends with a colon, below a block of values',
    text: `STADT MUSTERSTADT
Der Oberbürgermeister

STELLUNGNAHME zur Anfrage

Stadträtin Erika Beispiel (Musterpartei)

vom: 08.08.2013
eingegangen: 08.08.2013
Gremium:
53. Plenarsitzung Gemeinderat
Termin:
Vorlage Nr.:
TOP:

Verantwortlich:
24.09.2013
2013/0018
14.2
öffentlich
Dez. 6

Stadtgarten:
Bänke und ihre Kosten

1. ${Q1}

${A1}

2. ${Q2}

${A2}`,
    pairs: NUMBERED,
    header: {
      title: 'Stadtgarten: Bänke und ihre Kosten',
      date: '2013-09-24',
      askedBy: ['Erika Beispiel', 'Musterpartei'],
    },
  },
  {
    name: 'a letter with thanks in front',
    text: `Landeshauptstadt Musterstadt
Der Oberbürgermeister

Bänke im Stadtgarten
AF0123/24

Sehr geehrte Frau Beispiel,

Ihre oben genannte Anfrage beantworte ich wie folgt:

1. „${Q1}“

${A1}

2. „${Q2}“

${A2}

Mit freundlichen Grüßen

Max Muster`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
];

test.each(CASES)('$name', ({ text, pairs, header }) => {
  const document = documentOf(text);
  expect(written(document)).toEqual(pairs);
  expect(document).toMatchObject(header ?? {});
});

describe('the first page does not decide how the rest is read:', () => {
  test('the same letter parted into pages has the same pairs', () => {
    const { text, pairs } = CASES[0]!;
    const at = text.indexOf('Frage 2');
    expect(written(documentOf([text.slice(0, at), text.slice(at)]))).toEqual(pairs);
  });
});
