// German (and English) sentences as openings and endings of a quotation: which one points back to what would not be
// shown, which one turns the one before it around, which one only announces what follows.

/** It needs the sentence before it: "Dies", "Dabei", "Er", "Somit". "Darüber hinaus" and "Zudem" stand by themselves. */
export function pointsBack(sentence: string): boolean {
  const text = sentence.replace(OPENING, '');
  return (POINTS_BACK.test(text) && !STANDS.test(text)) || POINTS_SOON.test(text);
}

/** It says of the sentence before it that it is not quite so: "Allerdings", "Jedoch", "Die Mittel reichen jedoch". */
export function turnsAround(sentence: string): boolean {
  return (
    TURNS.test(sentence.replace(OPENING, '')) ||
    /^[^.,;:]{0,70}?(?<!\p{L})(?:jedoch|allerdings|hingegen|dagegen|however)(?!\p{L})/iu.test(sentence)
  );
}

/** Something must follow it. */
export function announces(sentence: string): boolean {
  return /:["“”»)]?$/u.test(sentence.trimEnd()) || (FOLLOWS.test(sentence) && sentence.length < 200);
}

const OPENING = /^["„»(\s]+/u;

const POINTS_BACK =
  /^(?:(?:Auch |Nur |Insbesondere |Gerade |Für |In |Mit |Bei |Aus |Nach |Von |Auf |An |Durch |Zu |Im |Zur |Zum |Unter |Vor |Ohne |Neben |Wegen |Aufgrund |Alle |All )?(?:[Dd]ies\p{L}*|[Ss]olch\p{L}*|[Dd]erartig\p{L}*|[Dd]essen|[Dd]eren|[Dd]enen|[Ll]etzter\p{L}*|[Ee]rster\p{L}*|[Ii]hm|[Ii]hr\p{L}{0,2}|[Jj]en\p{L}{1,2}|[Ss]elbig\p{L}*)|Da(?:bei|zu|her|durch|mit|für|von|nach|raus|rauf|ran|rin|rum|gegen|neben|rüber(?! hinaus)|runter)|Das|Deshalb|Deswegen|Demnach|Dem(?:entsprechend|zufolge|gegenüber)?|Den(?:en|noch)|Dort|Somit|Folglich|Insofern|Insoweit|Infolgedessen|Hier\p{L}*|Er|Sie|Es|Beide\p{L}?|Sein\p{L}{0,2}|Andernfalls|Ansonsten|Sonst|So|Ebenso|Ebenfalls|Ferner|Genauso|Trotzdem|Gleiches|Ersteres|Ein(?:er|s)? da(?:von|raus)|Denn|Und|Oder|Sowie|This|That|These|Those|It|They|He|She|Therefore|Thus|Hence|Such)(?![\p{L}-])/u;

/** "Es werden dabei Standorte gewählt", "Die Stadt hat hierfür …"; not "dafür, dass". */
const POINTS_SOON =
  /^(?:[\p{L}-]+ ){1,4}(?:dabei|hierbei|dafür|hierfür|dazu|hierzu|davon|hiervon|daraus|hieraus|dadurch|hierdurch|dagegen|danach|darauf|daran|darin|deshalb|deswegen|daher|somit|demnach|ebenfalls|diese[mnrs]?|derartige\p{L}*|solche\p{L}*)(?![\p{L},-])/u;

/** What looks like pointing back and is not. */
const STANDS =
  /^(?:Es (?:gibt|gab|ist|sind|war|waren|wird|werden|wurden?|besteh\p{L}*|hand\p{L}*|liegen?|lagen?|kann|können|soll|sollen|bedarf|fehl\p{L}*|steh\p{L}*|finde[tn]\p{L}*|hat sich|haben sich|erfolg\p{L}*|müss\p{L}*|dürf\p{L}*)(?!\p{L})|Das (?:\p{L}+ )?\p{Lu}|Dem (?:\p{L}+ )?\p{Lu}|Das (?:\p{Ll}+e[nr]? )+\p{Lu}|Dem (?:\p{Ll}+n )+\p{Lu}|Sie (?:können|finden|erhalten|haben|müssen) |So(?:bald|fern|lange|weit)|In diesem Jahr|In diesen Tagen|Diese[rs]? Anfrage|Zu dieser (?:An)?[Ff]rage|Diese Frage|Insbesondere |Sonst)/u;

const TURNS =
  /^(?:Aber|Allerdings|Jedoch|Doch|Dennoch|Gleichwohl|Trotzdem|Hingegen|Dagegen|Andererseits|Demgegenüber|Nichtsdestotrotz|Im Gegen(?:satz|teil)|Lediglich|Davon (?:ausgenommen|abweichend)|Abweichend|Ausgenommen|Einschränkend|Unabhängig davon|Anders|Erst wenn|However|But|Nevertheless|Yet)(?![\p{L}-])/u;

const FOLLOWS =
  /(?<!\p{L})(?:wie folgt|folgende\p{L}*|nachfolgend\p{L}*|nachstehend\p{L}*|as follows|the following)(?!\p{L})/iu;
