// Layouts of cities without a profile. What is theirs is the order of things; every text, name and number is invented.
import { expect, test } from 'vitest';
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

${LABELLED}

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
