// Layouts of cities without a profile. What is theirs is the order of things; every text, name and number is invented.
import { describe, expect, test } from 'vitest';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { documentOf, type Written, written } from './reply.ts';

const Q1 = 'Wie viele Bänke stehen im Stadtgarten?';
const Q2 = 'Welche Kosten entstehen im Jahr?';
const A1 = 'Im Stadtgarten stehen 40 Bänke.';
const A2 = 'Die Kosten betragen 3.000 Euro.';
const NUMBERED: Written[] = [
  ['1', Q1, A1],
  ['2', Q2, A2],
];

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
      ['1', `„${Q1}“`, A1],
      ['2', `„${Q2}“`, A2],
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

Frage 1:
${Q1}

Antwort:
${A1}

Frage 2:
${Q2}

Antwort:
${A2}

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
      ['1', `„${Q1}“`, A1],
      ['2', `„${Q2}“`, A2],
    ],
  },
  {
    name: 'a committee table, then questions each with prose (Cologne)',
    text: `Dezernat, Dienststelle
V/51
Vorlagen-Nummer
1234/2021

Freigabedatum 20.05.2021
Beantwortung einer Anfrage nach § 4 der Geschäftsordnung
öffentlicher Teil

Gremium Datum
Ausschuss für Grünflächen 27.05.2021

Beantwortung der Anfrage des sachkundigen Einwohners Max Muster in der Sitzung des Ausschusses am 15.04.2021 zu TOP 5.6 Bänke im Stadtgarten

Frage 1:
${Q1}

${A1}

Frage 2:
${Q2}

Antwort der Verwaltung:
${A2}

Gez. Beispiel`,
    pairs: NUMBERED,
    header: {
      reference: '1234/2021',
      date: '2021-05-27',
      committee: 'Ausschuss für Grünflächen',
      signedBy: 'Beispiel',
    },
  },
  {
    name: 'questions of a parliament with "Zu 1.:" (Berlin)',
    text: `Drucksache 19 / 12 345
Schriftliche Anfrage
19. Wahlperiode

der Abgeordneten Erika Beispiel (Musterpartei)
vom 3. Februar 2024 (Eingang beim Abgeordnetenhaus am 5. Februar 2024)

zum Thema:
Bänke im Stadtgarten

und Antwort vom 20. Februar 2024

Senatsverwaltung für Gartenwesen

Frau Abgeordnete Erika Beispiel (Musterpartei)
über die Präsidentin des Abgeordnetenhauses

Antwort
auf die Schriftliche Anfrage Nr. 19/12345
vom 3. Februar 2024
über Bänke im Stadtgarten

Im Namen des Senats beantworte ich Ihre Schriftliche Anfrage wie folgt:

Frage 1:

${Q1}

Antwort zu 1:

${A1}

Frage 2:

${Q2}

Antwort zu 2:

${A2}

Berlin, den 20. Februar 2024

In Vertretung

Max Muster
Senatsverwaltung für Gartenwesen`,
    pairs: NUMBERED,
  },
  {
    name: 'a state parliament with its introduction (Hamburg)',
    text: `BÜRGERSCHAFT DER FREIEN UND HANSESTADT MUSTERBURG
Drucksache 22/1234
22. Wahlperiode 09.02.24

Schriftliche Kleine Anfrage
der Abgeordneten Erika Beispiel (Musterpartei) vom 01.02.24
und Antwort des Senats

Betr.: Bänke im Stadtgarten

Einleitung für die Fragen:
Viele Menschen vermissen Bänke.

Ich frage den Senat:

Frage 1: ${Q1}

Antwort zu Frage 1:
${A1}

Frage 2: ${Q2}

Antwort zu Frage 2:
${A2}`,
    pairs: NUMBERED,
    header: { reference: '22/1234' },
  },
  {
    name: 'labels "Frage 1:" and "Antwort:" below a quoted preamble (Munich)',
    text: `Landeshauptstadt Musterstadt
Baureferat

I. Frau Stadträtin Erika Beispiel
Rathaus

Bänke im Stadtgarten
Schriftliche Anfrage gemäß § 68 GeschO
Anfrage Nr. 20-26 / F 00123 von Frau StRin Erika Beispiel vom 03.02.2024, eingegangen am 03.02.2024

Sehr geehrte Frau Stadträtin Beispiel,

in Ihrer Anfrage vom 03.02.2024 führen Sie als Begründung aus:
„Viele Menschen vermissen Bänke.“

Zu den im Einzelnen gestellten Fragen können wir Ihnen Folgendes mitteilen:

Frage 1:
${Q1}

Antwort:
${A1}

Frage 2:
${Q2}

Antwort:
${A2}

Mit freundlichen Grüßen

Dr. Max Muster
Baureferent`,
    pairs: NUMBERED,
  },
  {
    name: '"Ihre Frage:" and "Antwort:" without numbers',
    text: `Stadt Musterdorf

Antwort auf die Anfrage zu Bänken im Stadtgarten

Ihre Frage:
${Q1}

Unsere Antwort:
${A1}

Ihre Frage:
${Q2}

Unsere Antwort:
${A2}`,
    pairs: [
      [null, Q1, A1],
      [null, Q2, A2],
    ],
  },
  {
    name: '"Frage:" and "Antwort:" without numbers',
    text: `Stadt Musterdorf

Beantwortung der Anfrage zu Bänken im Stadtgarten

Frage:
${Q1}
Antwort:
${A1}

Frage:
${Q2}
Antwort:
${A2}`,
    pairs: [
      [null, Q1, A1],
      [null, Q2, A2],
    ],
  },
  {
    name: 'statement of the administration with bare numbers (Leipzig)',
    text: `Beschlussvorlage/Antwort Nr. VII-F-01234-AW-01
Status: öffentlich

Eingereicht von
Dezernat Umwelt

Betreff:
Bänke im Stadtgarten

Beratungsfolge (Änderungen vorbehalten):
Ratsversammlung 15.02.2024 schriftliche Beantwortung

Sachverhalt:

1. ${Q1}

${A1}

2. ${Q2}

${A2}`,
    pairs: NUMBERED,
    header: { date: '2024-02-15' },
  },
  {
    name: 'a statement with inquiry and content (Bonn)',
    text: `Bundesstadt Musterbonn
Die Oberbürgermeisterin
Stellungnahme der Verwaltung - öffentlich -
Drucksachen-Nr. 240123-02 ST

Bänke im Stadtgarten

Inhalt der Stellungnahme:

Die Verwaltung nimmt wie folgt Stellung:

Zu Frage 1: ${Q1}
${A1}

Zu Frage 2: ${Q2}
${A2}`,
    pairs: NUMBERED,
  },
  {
    name: 'answers only, by "Zu Frage 1" (Bochum)',
    text: `Mitteilung der Verwaltung
Vorlage Nr. 20240123
Stadtamt 67
Bezeichnung der Vorlage
Bänke im Stadtgarten
Anfrage der Fraktion Musterpartei zur Sitzung des Rates am 01.02.2024

Wortlaut

Die Anfrage wird wie folgt beantwortet:

Zu Frage 1
${A1}

Zu Frage 2
${A2}`,
    pairs: [
      ['1', null, A1],
      ['2', null, A2],
    ],
  },
  {
    name: 'the mayor answers to the council (Stuttgart)',
    text: `Landeshauptstadt Musterstadt
Der Oberbürgermeister
GZ: OB 1234-56
Musterstadt, 20.02.2024

Beantwortung zur Anfrage 123/2024

Anfrage/Antrag vom 03.02.2024
Musterpartei-Gemeinderatsfraktion
Bänke im Stadtgarten

Beantwortung / Stellungnahme

Zu 1. ${A1}

Zu 2. ${A2}

Dr. Max Muster`,
    pairs: [
      ['1', null, A1],
      ['2', null, `${A2} Dr. Max Muster`],
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
