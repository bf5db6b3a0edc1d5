// Words that give away who speaks: those who ask, or the administration. Its own answers hold none of the asker's.
import { german } from '../german/letters.ts';

/** Headings above the asker's view. "Vorbemerkung" is the administration's where it says so. */
export const ASKERS_HEADING =
  /^(?:Vorbemerkung(?:en)? (?:der|des) (?:Frage|Anfrage|Kleinen|Großen|Abgeordnete|Fraktion|Antragstell)\p{L}*.{0,60}|Einleitung für die Fragen?|(?:Sachverhalt\s*\/\s*)?Begründung(?: der Anfrage)?|Anlass der Anfrage|Hintergrund der Anfrage|Aus unserer Sicht)\s*:?$/iu;

const WORDS = german(
  /\b(?:wir fragen|fragen wir|frage ich|ich frage|wir bitten (?:die|den|um (?:Beantwortung|Auskunft))|bitten wir (?:die|den|um (?:Beantwortung|Auskunft))|möchten wir wissen|unsere (?:Fraktion|Anfrage)|meine Anfrage)\b/iu,
);

/** What an administration does not say of itself. Most lines have none of these words, and the whole pattern takes long. */
export const ASKERS_WORDS = { test: (text: string): boolean => HINT.test(text) && WORDS.test(text) };

const HINT = /frag|bitten|wissen|unsere/i;

/** Headings above what the administration says of itself, before or beside the questions. */
export const ADMINISTRATIONS_HEADING =
  /^(?:(?:Allgemeine )?(?:Vorbemerkung(?:en)?|Vorbemerkung) (?:der|des|von) (?!Frage|Anfrage|Kleinen|Großen|Abgeordnete|Fraktion|Antragstell|Ausschuss)\p{L}[\p{L}. -]{1,50}|Einleitung für die Antworten?|Allgemeine (?:Vorb|B)emerkungen?|Vorbemerkung(?:en)?|Vorab|Sachverhalt|Ausgangslage|Stellungnahme der (?:Stadtv|V)erwaltung)\s*:?$/iu;

/** Announces the questions themselves. */
export const QUESTIONS_HEADING = german(
  /^(?:Die\s+)?(?:(?:aufgeworfenen|gestellten|folgenden|einzelnen)\s+)?(?:Anfragen?|Fragen?|Fragestellung(?:en)?)\s*:?$|\b(?:folgende(?:n)?(?: \p{L}+)? Fragen|(?:wir fragen|fragen wir|ich frage|frage ich)\b.{0,60})\s*:$/iu,
);
