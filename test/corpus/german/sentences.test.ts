// All texts are invented.
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../corpus/german/sentences.ts';

const split = (text: string) =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

/** The sentences are parted by " | " or, at a line break, by "|\n". */
const parted = (marked: string) => {
  const text = marked.replaceAll(' | ', ' ').replaceAll('|\n', '\n');
  return [text, marked.split(/ \| |\|\n+/u).map((part) => part.trim())] as const;
};

describe('sentences', () => {
  it.each([
    'Das Bad ist offen. | Es schließt um 20 Uhr.',
    'Ist das Bad offen? | Ja! | Es schließt um 20 Uhr.',
    'Nein. | Dafür fehlt z. B. das Personal. | Auch Geld fehlt.',
    'Das gilt z.B. für Bäume, d. h. für Linden, i. d. R. auch für Buchen. | Mehr nicht.',
    'Die Kosten betragen ca. 3,5 Mio. Euro bzw. rd. 1.860.000,00 €. | Das ist viel.',
    'Die Kosten stiegen auf 12 Mio. | Die Stadt zahlt die Hälfte.',
    'Die Baukosten betragen 12 Mio. Kinder zahlen nichts.',
    'Nach § 4 Abs. 2 Satz 1 Nr. 3 der Satzung ist das verboten. | Ausnahmen gibt es nicht.',
    'Das gilt nach Art. 28 Abs. 2. | Die Gemeinde entscheidet.',
    'Am 3. Mai wird gebaut, am 24. Juni eröffnet. | Danach ruht die Arbeit.',
    'In der 21. Stadtverordnetenversammlung wurde beraten. | Das war 2021. | Seitdem ruht es.',
    'Die Quote liegt bei 35. | Die Nachbarstadt hat 40.',
    'Die Erhebung ist vom 31.12.2020. | Neuere Zahlen fehlen.',
    'Im III. Quartal geht es los. | Fertig wird es im IV. | Das ist sicher.',
    'Dr. Muster und Prof. Beispiel leiten die Abt. Grün. | Frau A. Muster vertritt sie.',
    'Die Bahn hält in der Musterstr. | Der Bus hält am Platz.',
    'Die Bahn hält in der Musterstr. Ecke Beispielweg.',
    'Bänke, Bäume usw. werden erneuert. | Zäune, Tore usw. | Die Kosten trägt die Stadt.',
    'St. Beispiel ist eine Kirche (vgl. Anlage 3. Dort steht mehr.) mit Turm. | Sie ist alt.',
    '(Stand: Mai 2021.) | Die Zahlen sind vorläufig.',
    'Er sagte: „Das geht nicht.“ | Dabei blieb es.',
    'Die Antwort „Das geht nicht.“ ist überholt.',
    'Mehr dazu unter www.beispiel.example/a.b?c=d. | Dort steht alles.',
    'Die Verwaltung prüft … und berichtet. | Das dauert …',
    'Die Regel „[...] ist zu beachten“ gilt weiter. | Sie ist alt.',
    'Die Stadt hat 3.000 Bäume. | 200 davon sind krank.',
    'Das Ergebnis war 2 : 1. | Es folgten 4 Spiele.',
    'The fee is approx. 5 euros, e.g. for adults. | Mr. Example pays. | It is due at 4 p.m. | The pool closes.',
  ])('end where they end: %s', (marked) => {
    const [text, sentences] = parted(marked);
    expect(split(text)).toEqual(sentences);
  });

  it.each([
    ['items of a list', 'Geplant sind:|\n- eine Rampe|\n- zwei Bänke. | Sie kommen 2026.|\n- ein Baum'],
    [
      'numbered items',
      'Die Stadt fördert:|\n1. Holzbau, z. B. Schulen|\n2. Die Dämmung von Dächern|\na) alte|\nb) neue',
    ],
    ['rows of a table', 'Jahr Besuche|\n2019 81.300|\n2020 12.400|\nSumme 93.700'],
    ['headings', 'Zustand der Anlage|\n\nDie Anlage ist alt.|\n\nKosten|\n\nSie kostet viel.'],
    ['labels with a colon', 'Zu Frage 2:|\nDie Anlage ist alt.'],
    ['numbers with their sentence', '1. | Die Anlage ist alt. | Zu 2. | Sie bleibt.'.replaceAll('. | ', '. ')],
    ['bullets inside of a line', 'Es gibt: | • Rampen | • Bänke'],
  ])('are parted at lines: %s', (name, marked) => {
    if (name === 'numbers with their sentence') {
      expect(split(marked)).toEqual(['1. Die Anlage ist alt.', 'Zu 2. Sie bleibt.']);
      return;
    }
    const [text, sentences] = parted(marked);
    expect(split(text)).toEqual(sentences);
  });

  it.each([
    ['before a small letter', 'Die Stadt hat\nkeine Angaben dazu.'],
    ['behind an article', 'Die Kosten trägt die\nStadt Musterhausen.'],
    ['behind a comma', 'Die Rampe,\nBänke und Bäume kommen.'],
    [
      'in a full line',
      'Die Verwaltung hat im vergangenen Jahr für die Erneuerung der Spielplätze\nMittel in Höhe von 5 Euro bereitgestellt.',
    ],
    ['in a list item', '- eine Rampe für\nKinderwagen'],
  ])('go on over a line break %s', (_, text) => {
    expect(split(text)).toEqual([text]);
  });

  it('end at an empty line, whatever stands before it', () => {
    expect(split('Die Stadt hat\n\nkeine Angaben')).toEqual(['Die Stadt hat', 'keine Angaben']);
  });

  it('keep a bullet that stands alone with its item', () => {
    expect(split('Geplant:\n•\nEine Rampe\n•\nZwei Bänke')).toEqual(['Geplant:', '•\nEine Rampe', '•\nZwei Bänke']);
  });

  it('lie inside of their span, and its ends cut them', () => {
    const text = 'Eins ist da. Zwei ist da. Drei ist da.';
    expect(sentencesOf(text, { start: 5, end: 20 })).toEqual([
      { start: 5, end: 12 },
      { start: 13, end: 20 },
    ]);
  });

  it('together have every character of the span that is no white space', () => {
    const text = ' 1.\n\nJa. – Nein! (Siehe z. B. Abs. 3.)\n• \n\nEnde … 3.\n—\n';
    const sentences = sentencesOf(text, { start: 0, end: text.length });
    const rest = [...text].filter((_, i) => !sentences.some(({ start, end }) => start <= i && i < end)).join('');
    expect(rest.trim()).toBe('');
    for (const [i, { start, end }] of sentences.entries()) {
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      expect(start).toBeGreaterThanOrEqual(sentences[i - 1]?.end ?? 0);
    }
  });

  it('of an empty span are none', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\n ')).toEqual([]);
  });

  it('are found in a hundred thousand characters at once', () => {
    const text = 'Ein Satz mit Abs. 3 und ( und noch mehr\n'.repeat(2_500);
    const started = process.threadCpuUsage();
    expect(split(text).length).toBeGreaterThan(1_000);
    expect(process.threadCpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
