// What people say to a machine that is no question: greetings, thanks, goodbyes, who it is, insults. Whole utterances
// only, so that "Hallo, wann öffnet das Freibad?" stays a question.

export type Manners = 'insult' | 'thanks' | 'about-us' | 'greeting';

/** @param text in small letters, in one line */
export function mannersIn(text: string): Manners | null {
  if (INSULTS.some((pattern) => pattern.test(text))) return 'insult';
  if (isThanks(text)) return 'thanks';
  if (ABOUT_US.some((pattern) => pattern.test(text))) return 'about-us';
  if (GREETINGS.some((pattern) => pattern.test(text))) return 'greeting';
  return null;
}

const GREETING =
  "(?:hall?o|halli ?hallo|hall(?:ö|oe)(?:chen|le)|hi|hey|huhu|moin(?:sen|s)?(?:,? moin)?|servus|tach(?:chen|schen)?|tagchen|tag|na|salü|ahoi|mahlzeit|n['’]?abend|grüezi|bonjour|gr(?:ü|ue)(?:ß|ss)(?:e|t)?(?: (?:gott|dich|sie|euch))?|(?:ein(?:en)? )?(?:wunder)?(?:schön(?:en|e)? )?(?:gut(?:en|e)?) (?:morgen|mittag|tag|nachmittag|abend)|hello|good (?:morning|evening|afternoon|day))";
const TO_WHOM =
  '(?: (?:zusammen|miteinander|du|ihr|ihr lieben|die (?:herrschaften|damen|runde)\\p{L}*|meine damen und herren|sie|there|bot|roboter|computer|leute|alle|allerseits|team|ratsauskunft|everyone|liebe\\p{L}* \\p{L}+|an alle))?';
const SMALL =
  "(?:,? *(?:ist da jemand|jemand da|wer bist du(?: denn)?|ich (?:hätte|habe|hab)(?: da| mal| noch)* (?:eine?|ne|ein paar) (?:fragen?|anliegen)(?: an (?:sie|dich|euch))?|ich (?:bräuchte|brauche|benötige) (?:mal |bitte )?(?:hilfe|eine auskunft)|wie gehts(?: dir)?|freut mich|schön\\p{L}* hier zu sein|kannst du mir helfen|können sie mir helfen|wünsche? ich(?: ihnen| dir)?|alles (?:klar|gut|fit)|was geht(?: ab)?|wie geht(?:['’]?s| es)(?: dir| ihnen| euch)?(?: denn)?(?: heute)?(?: so)?|how are you(?: doing)?(?: today)?|how(?:['’]s| is) it going|can you help me))?";
const GREETINGS: RegExp[] = [
  new RegExp(`^${GREETING}${TO_WHOM}${SMALL}[ !.,?:)]*$`, 'u'),
  new RegExp(`^${SMALL.slice(0, -1)}[ !.,?]*$`, 'u'),
];

const THANKS =
  /(?<!\p{L})(?:danke+|dank|dankesch(?:ö|oe)n|danke schön|thx|thanks|thank you|merci|cheers|bedanke mich)(?!\p{L})|(?<!\p{L})(?:vielen|besten|herzlichen|tausend|lieben|schönen) dank(?!\p{L})/u;
const GOODBYE =
  /^(?:(?:ok(?:ay)?|gut|super|na dann|danke|dann)[ ,!.]*)*(?:tschüss*i?|tschau|ciao|auf wiedersehen|wiedersehen|bye(?: bye)?|goodbye|bis (?:bald|dann|später|morgen|zum nächsten mal|die tage)|(?:ein(?:en)? )?schöne[ns] (?:tag|abend|feierabend|sonntag|wochenende|restlichen tag)(?: noch)?|mach['’]?s gut|have a nice day|see you)(?: and thanks)?[ !.:)]*$/u;
const PRAISE =
  /^(?:(?:toll|prima|super|perfekt|klasse|cool|sehr gut|ok(?:ay)?)[ ,!.]*)+(?:(?:genau )?das (?:war['’]?s|habe ich gesucht|war alles|passt|reicht(?: mir)?|wollte ich wissen|hat geholfen)(?: schon)?)?[ !.:)]*$|^(?:das war (?:sehr |echt )?hilfreich|du hast mir (?:sehr |echt )?geholfen|das hat (?:mir )?(?:sehr )?geholfen|that helped|that was helpful)[ !.,]*$/u;
const ASKS =
  /\?|(?<!\p{L})(?:wie|was|wann|wo|wer|warum|wieso|welche\p{L}*|gibt|kann|darf|how|what|when|where|who|why)(?!\p{L})/u;

function isThanks(text: string): boolean {
  const words = text.split(' ').length;
  if (THANKS.test(text) && words <= 9 && !ASKS.test(text.replace(/mehr wollte ich nicht wissen/u, ''))) return true;
  return GOODBYE.test(text) || PRAISE.test(text);
}

const ABOUT_US: RegExp[] = [
  /^(?:und |hallo,? |hi,? )*(?:wer|was) (?:bist|seid|sind) (?:du|ihr|sie)(?!\p{L}).{0,12}$|(?<!\p{L})was (?:kannst|machst|weißt) du(?!\p{L}).{0,12}$|^(?:who|what) are you(?!\p{L}).{0,12}$|^what can you do(?!\p{L}).{0,12}$/u,
  /^(?:hallo,? |hi,? )?bist du (?:ein|eine|echt|menschlich)(?!\p{L}).{0,30}$|^are you (?:a|an|real)(?!\p{L}).{0,30}$|^(?:hilfe|help)[ !.?]*$/u,
];

const ABUSE =
  '(?:dumm\\p{L}*|dümm\\p{L}*|doof\\p{L}*|blöd\\p{L}*|bescheuert\\p{L}*|behindert|bekloppt|idiot\\p{L}*|\\p{L}*idiot\\p{L}*|vollpfosten|versager|arsch\\p{L}*|\\p{L}*arsch|penner|drecks?\\p{L}*|scheiß\\p{L}*|schei(?:ss)e?\\p{L}*|hurensohn|wichser|schwein\\p{L}*|nutzlos\\p{L}*|unfähig\\p{L}*|lügner\\p{L}*|korrupt|spast\\p{L}*|trottel|depp\\p{L}*|vollidiot\\p{L}*|sesselpupser|pisser|nichtsnutz\\p{L}*|dummkopf|hirnlos\\p{L}*|schrott\\p{L}*|\\p{L}*abschaum|haufen (?:schrott|mist|scheiße)|säcke|stupid|useless|trash|idiots?|moron|dumb|asshole)';
const INSULTS: RegExp[] = [
  new RegExp(`(?<!\\p{L})(?:du|ihr) (?:bist|seid)(?!\\p{L}).{0,40}(?<!\\p{L})${ABUSE}(?!\\p{L})`, 'u'),
  new RegExp(
    `^(?:du|ihr|sie|so ein|was für ein|you(?:['’]re| are)?)(?: \\p{L}+){0,3} ${ABUSE}(?: \\p{L}+){0,3}[ !.?]*$`,
    'u',
  ),
  new RegExp(
    `^(?:(?:du|ihr|so|ein|eine|was|für|alles|blöde?|dumme?|scheiß|verdammte?[rs]?|dämliche?[rs]?|blöde?[rs]?) )*(?:${ABUSE}|dämliche[rs]?|verdammte[rs]?|mist\\p{L}*)(?: (?:\\p{L}*bot|ding|verwaltung|stadt|automat|programm|maschine|kuh|ki|computer|laden|verein|system|roboter))?[ !.?]*$`,
    'u',
  ),
  new RegExp(`^(?:was |wie )?bist du (?:eigentlich |echt |so |denn |für ein |ein )*${ABUSE}(?!\\p{L}).{0,15}$`, 'u'),
  /^(?:(?:jetzt|ach|dann|du|ihr) )*(?:du nervst|schnauze|maul|verarsch\p{L}*|geh mir (?:nicht )?auf (?:den|die) \p{L}+|geh zum teufel|go to hell|you suck|piss off|fick(?:t)? (?:dich|euch)|fuck(?: you| off)?|verpiss(?:t)? (?:dich|euch)|leckt? mich|halt(?:et)?(?:['’]?s| die| dein| euer)? (?:maul|klappe|fresse|schnauze|mund)|shut up|geh sterben)(?!\p{L})/u,
  /(?:stadt|verwaltung|stadtverwaltung|rathaus|gemeinderat|beamten) (?:ist|sind) (?:doch |ja |alles |alle |nur )*(?:ein haufen |lauter |ein paar )?(?:idioten|versager|verbrecher|lügner|deppen|penner|schweine)/u,
  /(?<!\p{L})ihr könnt mich mal(?!\p{L})|^du kannst mich mal/u,
  /(?<!\p{L})deine? (?:blöde\p{L}* )?(?:antwort\p{L}*|auskunft) (?:ist|sind) .{0,15}(?:scheiß\p{L}*|müll|schrott|mist|dumm|unbrauchbar|falsch und dumm)/u,
  /^(?:das ist |so ein |was für ein )(?:doch )?(?:alles )?(?:bullshit|schwachsinn|blödsinn|scheiße|bockmist|schrott|müll)(?!\p{L})(?!.*\?)/u,
  /(?<!\p{L})du (?:bist zu nichts zu gebrauchen|taugst (?:echt )?nichts|kannst ja (?:gar )?nichts)(?!\p{L})/u,
  /^(?:ihr )?(?:\p{L}*pack|\p{L}*gesindel|saftladen|drecksladen|\p{L}*verein der versager|sauhaufen|sesselpupser|ihr lügt\p{L}*(?: \p{L}+)*)[ !.]*$/u,
  /(?<!\p{L})ihr (?:lügt|nervt|spinnt|taugt nichts|gehört (?:alle )?(?:gefeuert|entlassen))(?!\p{L}).{0,30}$/u,
  new RegExp(`^(?:ihr|du|you) (?:\\p{L}+ ){0,2}${ABUSE}[ !.]*$`, 'u'),
];
