// A street's name in its spellings: "Kaiserstr.", "Kaiserstr", "Kaiserstrasse" are "Kaiserstraße"; "Marktpl." is
// "Marktplatz". In compounds and alone ("Lange Str. 5"). The full stop is no part of a word and stays.

/** @param word in lower case, as the index reads it */
export function wholeStreet(word: string): string {
  if (/str$|strasse(?:n)?$/.test(word)) return word.replace(/str$/, 'straße').replace(/strasse(n?)$/, 'straße$1');
  return word.replace(/(?<=\p{L}{4})pl$/u, 'platz');
}

/** The same within a text, capitals kept, with the stop of the abbreviation. */
export const wholeStreets = (text: string): string =>
  text.replace(/([Ss])tr(?:\.|(?!\p{L}))(?!\p{L})/gu, '$1traße').replace(/([Ss])trasse(n?)(?!\p{L})/gu, '$1traße$2');
