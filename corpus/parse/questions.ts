// Words and marks → whether lines ask something, and where in them the asking ends.
import { german } from '../german/letters.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';

/** How a question begins in German; "Bitte um Auflistung" asks, too. */
const BEGINNING = german(
  /^[„"]?(?:(?:Und|Oder|Aber|Falls ja|Falls nein|Wenn ja|Wenn nein|Wenn nicht|Konkret)\b[,:;]?\s*)?(?:(?:[Bb]is|[Ss]eit|[Aa]b|[Vv]on|[Ii]n|[Aa]us|[Mm]it|[Ff]ür|[Aa]n|[Aa]uf|[Zz]u|[Zz]ur|[Nn]ach|[Üü]ber|[Uu]nter|[Ww]egen|[Dd]urch|[Bb]ei|[Uu]m|[Gg]egen|[Aa]nhand|[Aa]ufgrund|[Aa]uf Grund|[Zz]um|[Ii]nnerhalb)\s+)?(?:[Ww]ie(?:viel\w*|so|weit\w*)?|[Ww]as|[Ww]er|[Ww]em|[Ww]en|[Ww]essen|[Ww]ann|[Ww]arum|[Ww]eshalb|[Ww]eswegen|[Ww]o(?:hin|her|durch|für|mit|rin|ran|rauf|rüber|von|zu|bei|raus|gegen|nach)?|[Ww]elch\w*|[Ii]nwie\w*|[Ii]n wie\w*|[Ww]as für)\b/,
);
const LINK = String.raw`^[„"]?(?:(?:Und|Oder|Aber|Falls ja|Falls nein|Wenn ja|Wenn nein|Wenn nicht|Konkret)\b[,:;]?\s*)?`;
const VERB = german(
  new RegExp(
    String.raw`${LINK}(?:[Ii]st|[Ss]ind|[Gg]ibt|[Gg]ab|[Gg]äbe|[Hh]at|[Hh]aben|[Hh]atten?|[Hh]ätten?|[Kk]ann|[Kk]önnen|[Kk]önnten?|[Kk]onnten?|[Ww]ird|[Ww]erden|[Ww]urden?|[Ww]ürden?|[Ww]aren?|[Ww]ären?|[Ss]oll|[Ss]ollen|[Ss]ollten?|[Dd]arf|[Dd]ürfen|[Mm]uss|[Mm]üssen|[Mm]üssten?|[Bb]esteht|[Bb]estehen|[Bb]estand|[Tt]rifft|[Tt]reffen|[Tt]eilt|[Pp]lant|[Pp]lanen|[Ss]ieht|[Ss]ehen|[Hh]ält|[Hh]alten|[Ll]iegt|[Ll]iegen|[Ll]agen|[Ee]xistiert|[Ee]xistieren|[Ff]indet|[Ff]inden|[Ff]anden|[Ee]rfolgt|[Ee]rfolgen|[Kk]ommt|[Kk]ommen|[Ww]eiß|[Ww]issen|[Ee]rwägt|[Uu]nterstützt|[Ee]ntspricht|[Bb]efürwortet|[Bb]eabsichtigt|[Gg]eht|[Gg]ehen|[Ss]teht|[Ss]tehen|[Ww]ill|[Ww]ollen|[Mm]öchten?|[Vv]erfügt|[Vv]erfügen|[Bb]leibt|[Bb]leiben|[Ll]ässt|[Ll]assen|[Nn]immt|[Rr]eicht|[Rr]eichen|[Bb]eträgt|[Gg]ilt|[Gg]elten|[Mm]acht|[Ff]ührt|[Ss]pricht|[Ss]prechen|[Dd]enkt|[Ss]tellt|[Ss]timmt|[Bb]efindet|[Bb]efinden|[Ee]rhält|[Ee]rhalten|[Nn]utzt|[Ll]ohnt)\b`,
  ),
);
const REQUEST = german(
  /^[„"]?(?:Wir bitten|Bitte|Um (?:Auflistung|Darstellung|Angabe|Erläuterung)|Auflistung|Ich bitte|Es wird um)\b/,
);
/** A request that can be told from an answer: "Bitte stellen Sie … dar.", "Um Auflistung wird gebeten." */
const CLEAR_REQUEST = german(
  /^[„"]?(?:(?:Wir|Ich) bitten? um\b|Bitte (?:um\b|\p{Ll}+e?n Sie\b(?! sich)|\p{Ll}{3,} (?:aufschlüsseln|auflisten|angeben|darstellen|erläutern|nennen)\b)|(?:Um|Es wird um)\b[^.?!]{3,120}\bgebeten\b|(?:Nennen|Stellen|Listen|Schildern|Erläutern|Begründen|Beschreiben|Legen|Schlüsseln) Sie\b)/u,
);
/** What may stand behind a question in its paragraph and still belong to it. */
const SUPPLEMENT =
  /^(?:\(|Bitte|Wir bitten|Um (?:Auflistung|Darstellung|Angabe)|Falls|Wenn|Oder|Und |Konkret|z\. ?B\.|[a-h][).])/;

/** Ends the sentence: a question mark before the line's end, a bracket or a quotation mark. */
const MARK = /\?(?:[“”"’‘»)\]]|\s*\.{3}|\s*…)*:?/;

export const beginsAsQuestion = (text: string): boolean =>
  BEGINNING.test(text) || VERB.test(text) || REQUEST.test(text);
export const beginsAsClearRequest = (text: string): boolean => CLEAR_REQUEST.test(text);
export const beginsWithQuestionWord = (text: string): boolean => BEGINNING.test(text);
export const isSupplement = (text: string): boolean => SUPPLEMENT.test(text);

/** Ends with a question mark, or with a bracket behind one. */
export const endsAsQuestion = (text: string): boolean =>
  /\?[“”"’‘»)\]*\s.…]*$/.test(text) || /\?\s*\([^?]{0,200}\)[.\s]*$/.test(text);

/** Where in a line its last question ends; -1 where none does. Marks inside words are none: "?id=3". */
export function questionEndIn(text: string): number {
  let end = -1;
  for (let at = 0; ; ) {
    const found = MARK.exec(text.slice(at));
    if (!found) return end;
    const stop = at + found.index + found[0].length;
    if (stop === text.length || /[\s„(]/.test(text[stop]!)) end = stop;
    at = stop;
  }
}

/** One past the last line of the paragraph that begins at `i`, at most at `to`. A number alone on its line goes with it. */
export function paragraphEnd(body: Line[], i: number, to: number): number {
  let end = i + 1;
  if (end < to && isAlone(body[i]!.text)) end++;
  while (end < to && !body[end]!.gap) end++;
  return end;
}

/** Nothing but a number: what it numbers stands below. */
export function isAlone(text: string): boolean {
  const marker = markerOf(text);
  return marker !== null && text.slice(marker.length).trim() === '';
}
