// People in need, recognised by their words: an emergency, despair, illness. Each is met with whom to call; a question
// about ambulances, suicides or doctors in the city is none of them.

export type Need = 'emergency' | 'despair' | 'illness';

/** @param text in small letters, in one line */
export function needIn(text: string): Need | null {
  if (EMERGENCY.some((pattern) => pattern.test(text)) && !asksAboutTheCity(text)) return 'emergency';
  if (
    isShort(text) &&
    ILLNESS.some((pattern) => pattern.test(text)) &&
    !MATTERS.test(text) &&
    !DESPAIR_WORDS.test(text)
  ) {
    return 'illness';
  }
  if (DESPAIR.some((pattern) => pattern.test(text))) return 'despair';
  return null;
}

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');

/** Longer ones tell of an illness and ask for something else. */
const isShort = (text: string) => text.split(' ').length <= 12;

const CLOSE =
  '(?:ich|mir|mich|mein\\p{L}*|unser\\p{L}*|uns|jemand\\p{L}*|mann|frau|kind|baby|oma|opa|nachbar\\p{L}*|my|me|someone|somebody|i)';

/** "Wie oft brennt es im Wald?" is asked by someone who sits at a desk. */
function asksAboutTheCity(text: string): boolean {
  return ASKS.test(text) && !ACUTE.test(text);
}

const ASKS =
  /^(?:und )?(?:wie (?!ist die not)|wann|warum|wieso|weshalb|wo(?!hin)|wer|welche|gibt|gab|kann|darf|muss|hat die|haben die|ist (?:die|das|es|eine?)|sind|wird|werden|was (?!soll|mache?|tu))/u;
const ACUTE = /(?<!\p{L})(?:gerade|jetzt|sofort|schnell|notruf\p{L}*|nummer|right now)(?!\p{L})/u;

const EMERGENCY: RegExp[] = [
  new RegExp(
    `(?<!\\p{L})${CLOSE}(?!\\p{L}).{0,40}(?<!\\p{L})(?:krampfanfall|epileptisch\\p{L}*|(?:vom|aus dem) (?:balkon|fenster|dach|baum|gerüst) (?:gefallen|gestürzt)|liegt (?:verletzt|bewusstlos|blutend|regungslos)|waffe|pistole|messerstich\\p{L}*|angeschossen|herd ist (?:noch )?an|stromschlag|verschluckt|bekommt keine luft)(?!\\p{L})`,
    'u',
  ),
  word(
    '(?:explosion|explodiert)(?=.*(?<!\\p{L})(?:hier|bei uns|gerade|haus|nachbar\\p{L}*)(?!\\p{L}))|wen (?:soll|muss|kann) ich (?:bei|in) (?:einem |im )?notfall|was (?:tun|mache ich|soll ich tun) (?:bei|in|im) (?:einem )?notfall',
  ),
  /^(?:das ist |es ist |hilfe,? |ein |dies ist |this is |it's )*(?:an? )?(?:notfall|emergency)(?!\p{L})(?:[ ,!.]+(?:\p{L}+ ?){0,6})?[ !.?]*$/u,
  word(
    '(?:es|hier|haus|wohnung|küche|keller|dach|auto|nebenan|uns|mir) brennt(?: es)?(?! (?:oft|häufig|immer|so))|brennt es(?! (?:oft|häufig|immer|so))|(?:bei (?:uns|mir)) brennt\\p{L}*',
  ),
  /(?<!\p{L})(?:feuer|rauch) (?:im|in (?:der|meiner|unserer)|bei)(?!\p{L})|(?<!\p{L})im (?:keller|haus|treppenhaus|flur) (?:steht|ist) rauch|(?<!\p{L})es (?:raucht|riecht nach gas)|fire in my|smell gas/u,
  word(
    '(?:brauch\\p{L}*|ruf\\p{L}*|hol\\p{L}*|schick\\p{L}*|schnell|bitte|call|need|send)[ ,!]+(?:\\S+ ){0,3}(?:krankenwagen|notarzt|notärztin|rettungswagen|rettungsdienst|feuerwehr|polizei|ambulance|police|paramedics?)',
  ),
  word('(?:polizei|feuerwehr|krankenwagen|notarzt) (?:rufen|holen|schicken)(?= *[!.]*$)'),
  word('(?:notruf|notfall)nummer\\p{L}*(?! der stadtwerke)|emergency number'),
  new RegExp(
    `(?<!\\p{L})${CLOSE}(?!\\p{L}).{0,40}(?<!\\p{L})(?:bewusstlos|ohnmächtig|blut(?:e|et)(?: stark)?|keine luft(?: mehr)?|atmet nicht(?: mehr)?|krampft|herzinfarkt|schlaganfall|schmerzen in der brust|rührt sich nicht|bewegt sich nicht|vergiftet|(?:putzmittel|reiniger|gift|spülmittel|chemikalien) getrunken|tabletten geschluckt|eingesperrt|unconscious|not breathing|can't breathe|bleeding)(?!\\p{L})`,
    'u',
  ),
  new RegExp(
    `(?<!\\p{L})(?:${CLOSE}|hier|gerade)(?!\\p{L}).{0,40}(?<!\\p{L})(?:bedroht|überfallen|zusammengeschlagen|verprügelt|vergewaltigt|eingebrochen|angegriffen|verfolgt mich|schlägt (?:mich|uns|seine|ihre)|breaking into|attacked)(?!\\p{L})`,
    'u',
  ),
  word('einbrecher (?:im|in)|überfall(?= *[,!])|(?:mann|frau|jemand|typ) mit (?:einem? )?(?:messer|waffe|pistole)'),
  /^(?:feuer|hilfe[ ,!]+feuer|gasgeruch|gas|einbruch|überfall|unfall|sos|112|110|1-1-2|mayday|fire)(?!\p{L})(?:[ ,!]+(?:im|in|bei|hier|gerade)(?: \p{L}+){1,2})?[ !.]*$/u,
  new RegExp(
    `(?<!\\p{L})${CLOSE}(?!\\p{L}).{0,40}(?<!\\p{L})(?:umgekippt|umgefallen|zusammengebrochen|kollabiert|reagiert (?:gar |überhaupt )?nicht(?: mehr)?|nicht ansprechbar|ertrink\\p{L}*|erstick\\p{L}*|blutend|blutüberströmt|brustschmerzen|atemnot|verbrüht|lebensgefahr|stirbt|erwürgt|aufzubrechen|bricht .{0,20} ein|collapsed|choking|dying|drowning|heart attack|stroke)(?!\\p{L})`,
    'u',
  ),
  word(
    '(?:einbrecher|einbruch|überfall) (?:sind |ist |gerade )*(?:in|im|bei)|(?:jemand|fahrer|er|sie|kind|mann|frau|person)\\p{L}* (?:ist|sind|wurde) (?:schwer |stark )?verletzt|brauche? (?:ganz )?(?:sofort|dringend|schnell) (?:\\p{L}+ )?hilfe(?= *[,.!]|$)|rieche? (?:\\p{L}+ )?gas|wurde (?:gerade )?(?:angegriffen|überfallen|bestohlen|ausgeraubt|vergewaltigt)|ich (?:ertrinke|ersticke|verblute|sterbe gleich|werde (?:gerade )?verfolgt)|(?:steht vor der|vor meiner) tür und|schreit .{0,20}um hilfe|um hilfe (?:schreit|ruft)|ruft um hilfe',
  ),
  word(
    '(?:da|hier|nebenan|gegenüber|draußen) (?:schlägt|prügel\\p{L}*|verprügelt|liegt|blutet|brennt|schießt)(?: \\p{L}+){1,4}',
  ),
  word(
    '(?:tochter|sohn|kind|mutter|vater|mann|frau|oma|opa) (?:ist |wird )(?:seit \\p{L}+ )?(?:verschwunden|vermisst|weggelaufen)',
  ),
  word("schwere[nr]? unfall.{0,60}was (?:soll|mach|kann)|there(?: has|['’]s) been an accident|(?:is|are) bleeding"),
  word('(?:gerade|hier|eben) .{0,20}unfall .{0,40}(?:verletzt\\p{L}*|passiert)'),
  word(
    '(?:kind|mensch|jemand|mann|frau|person|mädchen|junge) (?:ist |liegt )?.{0,25}(?:wasser|kanal|rhein|see|fluss|brunnen) (?:gefallen|getrieben)',
  ),
];

const DESPAIR_WORDS =
  /(?<!\p{L})(?:suizid\p{L}*|selbstmord\p{L}*|umbring\p{L}*|sterben|nicht mehr leben|suicide|kill myself|verzweifelt|depress\p{L}*)(?!\p{L})/u;

const I = '(?:ich|mich|mir|mein\\p{L}*|i|my|myself)';
const DESPAIR: RegExp[] = [
  word(
    'psychisch (?:\\p{L}+ )?(?:schlecht|am ende|fertig)|schaffe (?:das|es) (?:alles |einfach )*nicht mehr|mich braucht (?:hier |ja |doch )*(?:keiner|niemand)|(?:schluss|ein ende) (?:zu )?machen(?= *[.!]*$)|ich (?:\\p{L}+ ){0,6}und weiß nicht (?:mehr )?weiter|ending it all|keinen? (?:lebenssinn|lebensfreude)',
  ),
  new RegExp(
    `(?<!\\p{L})${I}(?!\\p{L})(?=.*(?<!\\p{L})(?:suizid\\p{L}*|selbstmord\\p{L}*|umbringen|umbringt|das leben (?:zu )?nehmen|(?:sich|mir) etwas an(?:zu)?tu\\p{L}*|suicide|kill (?:myself|himself|herself))(?!\\p{L}))`,
    'u',
  ),
  word('(?:suizid|selbstmord)gedanken|bring(?:e)? mich um|mir (?:selbst )?(?:et)?was antu\\p{L}*'),
  word(
    'ich (?:will|möchte|mag|würde) (?:\\S+ ){0,4}(?:sterben|tot sein|nicht mehr leben|nicht mehr da sein)|(?:wäre|bin) ich (?:lieber |besser )?tot|i (?:want|wish) to die|want to die',
  ),
  word(
    'ich (?:kann|will|mag|möchte)(?: (?:einfach|so|auch|das alles))* nicht mehr(?: leben| weiter\\p{L}*| so)?(?= *(?:[.!,]|$))',
  ),
  word('will ich auch nicht mehr'),
  word(
    "(?:mir|uns) geht(?: es|['’]?s)(?: \\p{L}+){0,3} (?:schlecht|mies|dreckig|beschissen|elend|nicht gut|scheiße)|(?:mir|uns) gehts (?:\\p{L}+ ){0,3}(?:schlecht|mies|dreckig)",
  ),
  word(
    'weiß (?:einfach |auch )?nicht mehr weiter|nicht mehr aus(?:halten)?(?= *(?:[.!,]|$))|keinen? (?:lebenswillen|ausweg|kraft|hoffnung|sinn)(?: \\p{L}+)? mehr|keinen (?:lebenswillen|lebensmut)|keinen sinn mehr|keine kraft mehr|keinen ausweg mehr',
  ),
  word('(?:mein leben|alles) (?:hat|ist) (?:so |doch )?(?:keinen sinn(?: mehr)?|sinnlos|hoffnungslos)'),
  word(
    'ich (?:bin|fühle? mich|hab mich) (?:\\p{L}+ ){0,3}(?:verzweifelt|einsam|allein|alleine|hoffnungslos|wertlos|leer|depressiv|am ende|fertig mit den nerven)',
  ),
  word(
    'mir wird alles zu viel|mir ist alles zu viel|ich weine|weine nur noch|niemand (?:würde|wird) mich vermissen|wenn es mich nicht (?:mehr )?gäbe|habe? mich geritzt|verletze mich selbst|dass es (?:endlich )?aufhört|von der brücke (?:zu )?springen|vor den zug (?:zu )?(?:springen|werfen)',
  ),
  word(
    'keine lust mehr (?:zu|am) leben|(?:habe|hab) (?:niemanden|keinen) (?:mehr|zum reden|der mir)|scherbenhaufen|nie (?:wieder|mehr) aufwachen|(?:wie (?:ich|es) (?:noch )?weiter(?:machen|gehen|geht)(?: soll)?)(?= *[.!]*$)|alles verloren|(?:keinen|ohne) (?:sinn|ausweg|hoffnung)(?: im leben)?(?= *[.!]*$)|niemand (?:braucht|will|vermisst|liebt|mag) mich|nicht mehr da wäre|allen nur zur last|lebensmüde|nicht mehr aufwachen|schluss machen mit allem|mit allem schluss|(?:ans|über das|an das) sterben|keinen (?:zweck|wert) mehr|alles (?:hat |ist )?(?:keinen zweck|umsonst|egal)(?: mehr)?(?= *[.!]*$)|hasse (?:mein leben|mich)|wozu (?:soll ich )?(?:noch |überhaupt )*leben|ich ritze|letzte[rn]? dreck|nicht mehr leben',
  ),
  word(
    'ich (?:bin|fühle? mich|hab) (?:gerade |einfach |nur |so |sehr |total |unendlich |wieder |richtig |völlig |nur noch )*(?:traurig|depression\\p{L}*|verzweifelt|überfordert|am boden|nutzlos|ungeliebt|ausgebrannt|unglücklich)|ich habe? (?:schwere |wieder |starke )?(?:depression\\p{L}*|panik\\p{L}*|solche angst|so (?:viel |große )?angst|angst vor (?:morgen|der zukunft|dem leben|allem|mir selbst))|(?:niemand|keiner) (?:mag|liebt|versteht|hilft|hört) (?:mich|mir)|kann nicht mehr schlafen',
  ),
  word(
    "(?:don['’]t|do not) want to (?:live|be here|wake up)(?: anymore| any more)?|hate my life|end my life|no reason to live|hurt myself",
  ),
  word(
    "i (?:can't|cannot) go on(?: anymore| any more)?|i (?:feel|am) (?:so |very )?(?:hopeless|suicidal|depressed|desperate|lonely)",
  ),
];

const BODY =
  '(?:fieber|\\p{L}*schmerzen|\\p{L}*weh|husten|hustet|grippe|durchfall|ausschlag|übergeben|erbrochen|erbricht|spuckt|schwind\\p{L}*|(?<=ist (?:\\p{L}+ )?)schlecht|übel|krank|masern|windpocken|röteln|scharlach|\\p{L}*entzündung|krebs|tumor|asthma\\p{L}*|lebensmittelvergiftung|verbrannt|verbrüht|schnupfen|heiser|magen-?darm|kreislauf|ohrensausen|hexenschuss|verrenkt|prellung|gestürzt|juckt|nasenbluten|läuse|corona|covid|verstaucht|gebrochen|migräne|zecke|blutdruck|dement|demenz|schmerzt|geschnitten|entzündet|rast|erkältet|erkältung|allergie|herzrasen|knie ist dick)';
const ILLNESS: RegExp[] = [
  word(
    'notfallapotheke|(?:symptome|anzeichen) (?:hat|von|bei|einer|für) (?:\\p{L}+ )?(?:grippe|corona|covid|masern|\\p{L}*entzündung|herzinfarkt|schlaganfall|krebs|borreliose|diabetes)|termin bei(?:m| einem) (?:fach|haut|zahn|augen|frauen|haus|kinder)?arzt|mein herz (?:schlägt|stolpert|klopft)',
  ),
  new RegExp(
    `(?<!\\p{L})(?:ich|mir|mich|mein\\p{L}*)(?!\\p{L})(?: \\S+){0,6} ${BODY}(?!\\p{L})(?!.{0,20}(?:bahn|bus|bürgerbüro))`,
    'u',
  ),
  word(
    'was (?:soll|kann|mache?|hilft) (?:ich |man )?(?:tun )?(?:bei|gegen) (?:\\p{L}+ ){0,2}\\p{L}*(?:entzündung|schmerzen|brand|stich|allergie|verbrennung|fieber|husten|infekt|zerrung|grippe)(?: \\p{L}+)?',
  ),
  word(
    '(?:wie behandle? ich|mittel (?:hilft |gibt es )?(?:bei|gegen)) .{0,30}(?:verbrennung|wunde|stich|brand|fieber|husten|schnupfen|schmerzen|entzündung|ausschlag|biss)',
  ),
  word(
    'ich (?:brauche?|hätte gern\\p{L}*) (?:ein rezept|eine krankschreibung|ein attest)|(?:soll|muss|sollte) ich (?:damit )?(?:zum|ins|in die) (?:\\p{L}*arzt|krankenhaus|notaufnahme)|notfallpraxis(?=.*(?:heute|jetzt|offen|auf))|positiv getestet|knoten (?:in der brust )?ertastet|ich hab rücken|puls von \\d+|blutdruck (?:von|ist)',
  ),
  word(
    'mein\\p{L}* (?:auge|ohr|zahn|bauch|kopf|hals|bein|arm|fuß|knie|finger|rücken|haut|herz)\\p{L}* .{0,25}(?:rot|juckt|dick|geschwollen|entzündet|weh|schmerz\\p{L}*|taub|blutet)|(?:hund|katze|zecke|wespe|biene) .{0,15}(?:gebissen|gestochen)',
  ),
  word('i have (?:a |an )?(?:terrible |bad |severe )?(?:headache|pain|stomach ache|sore throat)'),
  word('tut .{0,15} weh|ich (?:bin|werde|fühle mich) (?:\\p{L}+ )?krank'),
  word(
    '(?:\\p{L}* )?(?:notdienst|bereitschaftsarzt|bereitschaftsärzt\\p{L}*|notapotheke|ärztliche\\p{L}* bereitschaft\\p{L}*)(?=.*(?:heute|jetzt|gerade|nacht|brauche|finde ich|wochenende|offen|hat auf)|.{0,8}$)',
  ),
  word(
    '(?:apotheke|arzt|ärztin|zahnarzt|kinderarzt) (?:hat|ist) (?:heute|jetzt|gerade|am \\p{L}+)(?: \\p{L}+){0,2} (?:offen|auf|geöffnet|notdienst|dienst)',
  ),
  word(
    'brauche? (?:dringend |sofort |bald )?(?:ein\\p{L}* )?(?:termin beim )?(?:haut|zahn|augen|frauen|haus|kinder)?(?:arzt|ärztin|doktor)(?: termin)?(?= *[.!?]*$)',
  ),
  word(
    'wo (?:bekomme|kriege|gibt) .{0,25}(?:heute|jetzt|nachts?|noch) .{0,15}(?:medikamente?|tabletten|arznei\\p{L}*)|wo ist (?:der nächste|die nächste|ein) (?:arzt|ärztin|notaufnahme|apotheke)|(?:hilft|hilf|tun|mittel) (?:gegen|bei) (?:\\p{L}+ )?(?:husten|fieber|schmerzen|\\p{L}*schmerzen|migräne|grippe|erkältung|übelkeit|durchfall)',
  ),
  word(
    '(?:ibuprofen|paracetamol|aspirin|antibiotik\\p{L}*)(?=.*(?:nehmen|darf|soll|einnehmen))|(?:tabletten|medikamente?)(?: (?:hilft|helfen) (?:bei|gegen)| vergessen)',
  ),
  word('(?:medikamente?|tabletten?|arznei|medicine|pills?) .{0,30}(?:nehmen|einnehmen|take)'),
  word('(?:mein\\p{L}* )?krankheit (?:\\p{L}+ )?ansteckend'),
  word(
    'i (?:feel|am) (?:very |so )?(?:sick|ill|dizzy)|i have (?:a |an )?(?:fever|cough|cold|headache|flu|migraine|toothache)|i need a doctor|my (?:child|son|daughter|baby|husband|wife) has (?:a |an )?(?:bad |high )?(?:fever|cough|rash)',
  ),
];

/** Who is ill may still ask the city for something. */
const MATTERS =
  /(?<!\p{L})(?:kita\p{L}*|schule\p{L}*|stadt(?!bahn)\p{L}*|gebühr\p{L}*|\p{L}*amt|bezahl\p{L}*|zuschuss|erstatt\p{L}*|krankenhaus|klinik\p{L}*|\p{L}*bahn|radweg\p{L}*|spielplatz|verwaltung|geld|kündig\p{L}*|lärm\p{L}*)(?!\p{L})/u;
