// Words that go with a number: "B 10" and "Bundesstraße 10" are the road "B10", "Tempo30" is "Tempo 30", "§34" and
// "Paragraf 34" the paragraph of law, "TOP 5.6" the item of an agenda. For questions: one spelling of each; the index
// reads all (terms.ts).

/** Roads by the letter before their number. */
const ROADS: Record<string, string> = {
  bundesstraße: 'B',
  bundesautobahn: 'A',
  autobahn: 'A',
  landesstraße: 'L',
  kreisstraße: 'K',
};
const ROAD = new RegExp(
  `(?<!\\p{L})(${Object.keys(ROADS).join('|')})n? (\\d{1,4})(?![\\p{N}\\p{L}]|[.,:/-]\\p{N})`,
  'giu',
);
const PARAGRAPH = /(?:(?<!\p{L})Paragra(?:f|ph)(?:en|s)?|§{1,2})\s?(\d{1,4}\p{Ll}?)(?![\p{L}\p{N}])/giu;
const JOINED = /(?<![\p{L}\p{N}])(\p{L}{4,})(\d{1,3})(?![\p{L}\p{N}])/gu;
const CODE = /(?<![\p{L}\p{N}§/-])(\p{L}) (\d{1,4})(?![\p{N}\p{L}]|[.,:/-]\p{N})/gu;
const AGENDA =
  /(?<!\p{L})(?:TOP|Tagesordnungspunkt)[:\s]?\s?(?:Ö\s?|N\s?)?(\d{1,3}(?:\.\d{1,2})*(?:\s?\p{Ll}(?!\p{L}))?)/iu;

/** Streets must be written out before (streets.ts). */
export function unitsRespelled(text: string): string {
  return text
    .replace(ROAD, (_, road: string, number: string) => `${ROADS[road.toLowerCase()]}${number}`)
    .replace(PARAGRAPH, '§$1')
    .replace(JOINED, '$1 $2')
    .replace(CODE, '$1$2');
}

/** "TOP 5.6" → the key by which papers of that item are found, and the text without it. */
export function agendaItemIn(text: string): { key: string; text: string } | null {
  const match = AGENDA.exec(text);
  return match ? { key: agendaItemKey(match[1]!), text: match[0] } : null;
}

export const agendaItemKey = (item: string): string => `#top${item.replace(/^\D+|\s/gu, '').toLowerCase()}`;

/** How a word and the number behind it are one term of the index; null: they are not. */
export function codeOf(word: string, number: string): string | null {
  if (!/^\d{1,4}$/.test(number)) return null;
  const road =
    ROADS[
      word
        .toLowerCase()
        .replace(/strassen?$/, 'straße')
        .replace(/straßen$/, 'straße')
        .replace(/bahnen$/, 'bahn')
    ];
  if (road !== undefined) return road.toLowerCase() + number;
  return /^\p{Lu}$/u.test(word) ? word.toLowerCase() + number : null;
}
