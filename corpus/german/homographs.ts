// Words that share a stem and name different things: who asks for the park does not mean parking, and the lane of a road
// is no railway. Word → its stem; a compound's parts → what they stand for in it. The same for documents and questions.
import { cistem } from './cistem.ts';

/** No German word has this stem. */
const PARKING = 'parken';
const PARKING_FORMS = new Set(
  'parken parkens parke parkt parkte parkten geparkt geparkte geparkten parkend parkende parkenden parker parkern'.split(
    ' ',
  ),
);
/** "Parkplatz", "Parkgebühren": of these words "Park" says that cars stand there. */
const PARKING_HEADS =
  /^(?:platz|plätze|haus|häus|gebühr|raum|räum|schein|verbot|druck|ausweis|zone|uhr|dauer|fläche|flächen|leit|such|deck|garage|bucht|streifen|stand|stände|verstoß|verstöße|regel|bewirtschaft|scheibe|möglichkeit|karte|ticket|entgelt|plakette|sünd|kralle|situation|not|konzept|management|automat|zeit|erlaubnis|berechtig|vorgang|vorgänge|kosten|tarif|app|häuser|lücke|angebot|chaos|problem)/u;

/** "Fahrbahn", "Eisbahn", "Kegelbahn": no train runs there. */
const NO_RAILWAY = new Set(
  'fahr auto eis kunsteis kegel lauf renn rutsch rutschen roll start lande tartan aschen minigolf schwimm flug umlauf bob skate rad'.split(
    ' ',
  ),
);

/** @param word in small letters */
export const stemOf = (word: string): string => (PARKING_FORMS.has(word) ? PARKING : cistem(word));

/** Stems of a compound's parts, those left out that mean something else by themselves. */
export function stemsOfParts(parts: string[]): string[] {
  return parts.flatMap((part, i) => {
    if (part === 'park' && PARKING_HEADS.test(parts[i + 1] ?? '')) return PARKING;
    if (/^bahn(?:en)?$/u.test(part) && NO_RAILWAY.has(parts[i - 1] ?? '')) return [];
    return stemOf(part);
  });
}
