// German stems by CISTEM, the variant that ignores case.
// Weissweiler & Fraser (2017): Developing a Stemmer for German Based on a Comparative Analysis of Publicly Available
// Stemmers. GSCL 2017.

/** @param word lower case */
export function cistem(word: string): string {
  let stem = word
    .replace(/ü/g, 'u')
    .replace(/ö/g, 'o')
    .replace(/ä/g, 'a')
    .replace(/ß/g, 'ss')
    .replace(/^ge(?=.{4})/, '')
    .replace(/sch/g, '$')
    .replace(/ei/g, '%')
    .replace(/ie/g, '&')
    .replace(/(.)\1/g, '$1*');
  while (stem.length > 3) {
    if (stem.length > 5 && /(?:e[mr]|nd)$/.test(stem)) stem = stem.slice(0, -2);
    else if (/[tesn]$/.test(stem)) stem = stem.slice(0, -1);
    else break;
  }
  return stem.replace(/(.)\*/g, '$1$1').replace(/%/g, 'ei').replace(/&/g, 'ie').replace(/\$/g, 'sch');
}
