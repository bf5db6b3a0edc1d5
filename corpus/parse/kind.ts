// The text of an answer → what kind of answer it is, and which other answer it points to.
import { german } from '../german/letters.ts';
import type { AnswerKind } from '../types.ts';

const SEE = german(
  /\b(?:siehe|s\.|vgl\.|verweis\w*(?: auf)?|hierzu|(?:wird|sei|wurde)\s+(?:hier\s+|inhaltlich\s+)?(?=auf\b[^.]{0,90}\b(?:verwiesen|hingewiesen|Bezug genommen)))\s*(?:hierzu\s+)?(?:auch\s+)?(?:(?:auf|die|der|unter|unsere)\s+)*(?:(?:Antwort\w*|Ausführungen|Stellungnahme|Beantwortung|Angaben)\s+)?(?:(?:zu|unter|von|auf|der|den|zur|in|im|bei)\s+)*(?:Fragen?|Ziffern?|Punkte?n?|Nr\.?|Nummer)?\s*(\d{1,2}(?:\.\d)?\s?[a-h]?|[A-H])\b(?![./]\d|\s*\.?\s*(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))/i,
);

const NO_DATA = german(
  /(?:keine|kein|nicht)\b[^.]{0,60}\b(?:statisti\w*|erfass\w*|erhoben|erhebung\w*|aufzeichnung\w*|auswertung\w*|gesondert geführt|dokumentiert|zahlen|daten|erkenntnisse|angaben|informationen)\b|\b(?:statisti\w*|zahlen|daten|erkenntnisse|angaben|informationen|auswertung\w*|unterlagen)\b[^.]{0,80}\b(?:nicht|keine)\b[^.]{0,25}\b(?:vor|geführt|erhoben|erfasst|verfügbar|bekannt|möglich)\b|\bnicht (?:bekannt|erfasst|erhoben)\b|\bkeine(?:rlei)? Kenntnis\b/i,
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
  const head = answer.slice(0, SHORT_CHARACTERS);
  if (answer.length <= POINTER_CHARACTERS && german(/\b(?:siehe|vgl\.|verweis\w*|s\.)\s|\bverwiesen\b/i).test(answer))
    return 'referred';
  if (answer.length > 2 * SHORT_CHARACTERS) return 'answered';
  if (REFUSED.test(head)) return 'refused';
  if (NO_DATA.test(head)) return 'no-data';
  if (answer.length > SHORT_CHARACTERS) return 'answered';
  if (REFERRED.test(head)) return 'referred';
  if (ANNOUNCED.test(head)) return 'announced';
  return 'answered';
}

/** The number that an answer like "Siehe Antwort zu 1" points to; null for answers that say something themselves. */
export function seeIn(answer: string): string | null {
  if (answer.length > 2 * POINTER_CHARACTERS) return null;
  return SEE.exec(answer)?.[1]?.replace(/\s/g, '') ?? null;
}
