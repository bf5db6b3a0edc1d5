// The text of an answer → what kind of answer it is, and which other answer it points to.
import { german } from '../german/letters.ts';
import { sentencesOf } from '../german/sentences.ts';
import type { AnswerKind } from '../types.ts';

const SEE = german(
  /\b(?:siehe|s\.|vgl\.|verweis\w*(?: auf)?|hierzu|(?:wird|sei|wurde)\s+(?:hier\s+|inhaltlich\s+)?(?=auf\b[^.]{0,90}\b(?:verwiesen|hingewiesen|Bezug genommen)))\s*(?:hierzu\s+)?(?:auch\s+)?(?:(?:auf|die|der|unter|unsere)\s+)*(?:(?:Antwort\w*|Ausführungen|Stellungnahme|Beantwortung|Angaben)\s+)?(?:(?:zu|unter|von|auf|der|den|zur|in|im|bei)\s+)*(?:Fragen?|Ziffern?|Punkte?n?|Nr\.?|Nummer)?\s*(\d{1,2}(?:\.\d)?\s?[a-h]?|[A-H])\b(?![./]\d|\s*\.?\s*(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))/i,
);

/** What `see` says of the administration's own remark in front, which has no number. */
export const REMARK = 'Vorbemerkung';
/** "Auf die Vorbemerkung wird verwiesen.", "Siehe Vorbemerkung." */
const SEE_REMARK =
  /(?:^|[.:]\s+)(?:(?:siehe|s\.|vgl\.)\s+(?:(?:auch|hierzu|die|unsere)\s+)*(?:Vorb|Vorab)\p{L}+|(?:(?:Es|Hierzu)\s+wird\s+)?auf\s+die\s+(?:allgemeinen\s+)?Vorbemerkung(?:en)?\s[^.]{0,60}(?:verwiesen|Bezug genommen))/iu;

const NO_DATA = german(
  /keine?\b[^.,]{0,60}\b(?:statisti\w*|erfassung\w*|erhebung\w*|aufzeichnung\w*|auswertung\w*|zahlen|daten|erkenntnisse|angaben|informationen)\b|\bnicht\b[^.,]{0,40}\b(?:statistisch|erfasst|erhoben|ausgewertet|auswertbar|dokumentiert|gesondert geführt)\b|\b(?:statisti\w*|zahlen|daten|erkenntnisse|angaben|informationen|auswertung\w*|unterlagen)\b[^.]{0,80}\b(?:nicht|keine)\b[^.]{0,25}\b(?:vor|geführt|erhoben|erfasst|verfügbar|bekannt|möglich)\b|\bnicht (?:bekannt|erfasst|erhoben)\b|\bkeine(?:rlei)? Kenntnis\b/i,
);
const REFUSED = german(
  /\b(?:datenschutz\w*|vertraulich\w*|geheimhaltung\w*|schutzwürdig\w*|nichtöffentlich\w*|geschäftsgeheimnis\w*|laufende\w* verfahren\w*)\b[^.]{0,140}\b(?:nicht|keine)\b[^.]{0,60}\b(?:genannt|benannt|mitgeteilt|veröffentlicht|beantwortet|auskunft|angaben|aussagen|gemacht|dargestellt|herausgegeben|offengelegt|möglich|erteilt)\b|\b(?:nicht|keine)\b[^.]{0,60}\b(?:auskunft|angaben|aussagen|mitgeteilt|genannt|benannt|veröffentlicht|öffentlich gemacht)\b[^.]{0,120}\b(?:datenschutz\w*|vertraulich\w*|geheimhaltung\w*|öffentlich\w*)\b|\bkeine Auskunft\b/i,
);
const REFERRED = german(
  /\b(?:zuständig\w* (?:ist|sind|liegt)|zuständigkeit)\b[^.]{0,80}\b(?:land|bund|polizei|regierungspräsidium|landratsamt|bahn|verein|unternehmen|gesellschaft|betreiber)\w*|\bnicht in (?:der|die) zuständigkeit\b|\b(?:ist|sind) an (?:die|den|das)\b[^.]{0,60}\bzu richten\b/i,
);
const ANNOUNCED = german(
  /\b(?:wird|werden)\b[^.]{0,80}\b(?:nachgereicht|zu einem späteren zeitpunkt|in (?:einer|der)(?: der)? (?:nächsten|kommenden) sitzung\w*|gesondert (?:berichtet|beantwortet|vorgelegt)|vorgelegt werden)\b|\b(?:antwort|beantwortung) erfolgt (?:schriftlich |mündlich )?(?:in der|in einer|zu einem|nach|gesondert)\b|\b(?:zwischenbericht|sobald die ergebnisse vorliegen)\b/i,
);

/** Long answers say more than that they lack something; only a short one is nothing but that. */
const SHORT_CHARACTERS = 700;
const POINTER_CHARACTERS = 160;

export function kindOf(answer: string): AnswerKind {
  if (answer.length <= POINTER_CHARACTERS && onlyPoints(answer)) return 'referred';
  if (answer.length > 2 * SHORT_CHARACTERS) return 'answered';
  if (isSaid(answer, REFUSED)) return 'refused';
  if (lacks(answer)) return 'no-data';
  if (answer.length > SHORT_CHARACTERS) return 'answered';
  if (isSaid(answer, REFERRED) && !TOLD.test(answer)) return 'referred';
  if (isSaid(answer, ANNOUNCED)) return 'announced';
  return 'answered';
}

const POINTS = german(/\b(?:siehe|vgl\.|verweis(?:en|t|e)?|s\.)\s|\bverwiesen\b/i);
/** "Nein", "Entfällt" and the like beside a pointer say nothing more. */
const WORD_CHARACTERS = 25;

/** A pointer in brackets, or one sentence of several, is not what the answer says. */
function onlyPoints(answer: string): boolean {
  if (!POINTS.test(answer)) return false;
  const outside = answer.replace(/\([^()]*\)/g, ' ').trim();
  if (!POINTS.test(outside)) return outside.length <= WORD_CHARACTERS;
  const said = sentencesIn(outside);
  const points = said.filter((sentence) => POINTS.test(sentence)).join('').length;
  return said.join('').length - points <= Math.max(points, WORD_CHARACTERS);
}

/** Somebody who is responsible has answered after all. */
const TOLD = german(/\b(?:mitgeteilt|teilte?n? (?:uns |hierzu |dazu )?mit|auf Nachfrage|nach (?:Angaben|Auskunft))\b/i);

/** The share of an answer that must say so: a footnote or one clause of many is not what the answer says. */
const SHARE = 0.4;
const SHARE_FIRST = 0.2;
/** Of what is lacking: nearly all of the answer, or its beginning where nothing else is given instead. */
const SHARE_LACKING = 0.7;
const SHARE_LACKING_FIRST = 0.35;
/** Figures but days, years, paragraphs and numbers of questions. */
const FIGURES =
  /(?<![\p{L}\d.,/§])(?<!(?:Fragen?|Ziffer|Nr\.|Punkt|§|Abs\.|und|bis)\s)(?!(?:19|20)\d\d(?!\d))\d[\d.,]*(?!\d)(?!\.?\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))/u;
/** The sentence gives what it lacks, or speaks of something else. */
const NO_LACK = german(
  /\b(?:sehr wohl|zwar|lediglich|nur (?:Zahlen|Daten|Angaben))\b|\bkeine (?:neuen|neueren|weiteren|anderen)\b|\bhinausgehen|(?:^|\s)[Ww]eitere[nr]?\b[^.]{0,60}\bnicht bekannt|\b(?:Maut|Gebühr|Entgelt|Beitr[aä]g|Steuer|Eintritt|Kosten|Abgabe|Zuschl[aä]g|Miete)\p{L}*\b[^.]{0,40}\berhoben|,\s(?:die|der|das|deren|welche[rs]?)\s[^.]{0,250}\b(?:nicht|keine)\b[^,]{0,40}\b(?:erfasst|erhoben|dokumentiert)(?! (?:und|,))/iu,
);
const TURNS = /^(?:Allerdings|Jedoch|Dennoch|Hauptgründe?|Um |Auf Nachfrage|Nach Angaben|Laut )/;

function lacks(answer: string): boolean {
  if (!NO_DATA.test(answer)) return false;
  const sentences = sentencesIn(answer);
  const isLack = (sentence: string) => NO_DATA.test(sentence) && !NO_LACK.test(sentence);
  const said = sentences.filter(isLack);
  const share = said.join('').length / Math.max(1, sentences.join('').length);
  if (share >= SHARE_LACKING) return !FIGURES.test(sentences.filter((one) => !isLack(one)).join(' '));
  const rest = sentences.filter((one) => !isLack(one));
  return (
    share >= SHARE_LACKING_FIRST &&
    said[0] === sentences[0] &&
    !rest.some((one) => FIGURES.test(one) || TURNS.test(one))
  );
}

const sentencesIn = (text: string): string[] =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

function isSaid(answer: string, pattern: RegExp): boolean {
  if (!pattern.test(answer)) return false;
  const sentences = sentencesIn(answer);
  const said = sentences.filter((sentence) => pattern.test(sentence));
  const share = said.reduce((n, sentence) => n + sentence.length, 0) / answer.length;
  return share >= SHARE || (share >= SHARE_FIRST && said[0] === sentences[0]);
}

/** The number that an answer like "Siehe Antwort zu 1" points to; null for answers that say something themselves. */
export function seeIn(answer: string): string | null {
  if (answer.length > 2 * POINTER_CHARACTERS) return null;
  if (SEE_REMARK.test(answer)) return REMARK;
  return SEE.exec(answer)?.[1]?.replace(/\s/g, '') ?? null;
}

/** Whether a pair is the one that another's `see` names. */
export const isPointedAt = (
  pair: { number: string | null; questionText: string | null },
  see: string | null,
): boolean =>
  see !== null && (see === REMARK ? pair.number === null && pair.questionText === null : pair.number === see);
