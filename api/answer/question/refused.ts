// What is asked of the service and never done: attacks on it, hatred and crimes, private affairs of people, promises in
// the city's name, commissions and personal advice. Narrow on purpose: a citizen's question must never fall in.

export type Refused = 'attack' | 'hateful' | 'private' | 'city-voice' | 'commission' | 'advice';

/** @param text in small letters, in one line */
export function refusedIn(text: string): Refused | null {
  return RULES.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)))?.[0] ?? null;
}

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');

const ROLE =
  '(?:stadtr[aä]t(?:in)?|gemeinderätin|herrn?|frau|(?:ober)?bürgermeister(?:in|s)?|ob|amtsleiter(?:in)?|(?:sozial|bau|kultur)?dezernent(?:in)?|sachbearbeiter(?:in)?|mr|mrs|ms|mayor|councillor)';
const NEAR_ME =
  '(?:nachbar\\p{L}*|vermieter\\p{L}*|ex(?:-?(?:mann|frau|freund\\p{L}*))?|chef\\p{L}*|kolleg\\p{L}*|lehrer\\p{L}*)';
const AFFAIRS =
  '(?:verheiratet|geschieden|schwanger|schwul|lesbisch|vorbestraft|krank(?:geschrieben)?|schulden|(?<!für |der |von |mit |alle )kinder|geliebte\\p{L}*|affäre|freundin|getrunken|betrunken|(?<=nimmt .{0,30})drogen|alkoholproblem|homosexuell|bisexuell|vegetarier|vorstrafen?|ein(?:e)? (?:freund|partner|partnerin|verhältnis)|alkoholiker\\p{L}*|geburtstag|auf dem konto|kontonummer|urlaub|(?<=welche.? .{0,30})religion|privat\\p{L}*|freizeit|married|divorced|pregnant|debts?|children|affair|gay)';

const OPENING = '^(?:bitte |please |kannst du |könntest du |can you |could you |und |jetzt )*';
const WRITE =
  '(?:schreibe?n?|verfasse?n?|dichte?n?|erzähle?n?|reime?n?|formuliere?n?|erkläre?|mach|gib|sag|write|tell|compose|give)';

const GROUPS =
  '(?:ausländer\\p{L}*|flüchtling\\p{L}*|asylbewerber\\p{L}*|asylant\\p{L}*|migrant\\p{L}*|jude\\p{L}*|muslim\\p{L}*|moslem\\p{L}*|islam|moschee|türken|araber|schwarze|\\p{L}*asylanten|rollstuhlfahrer\\p{L}*|transmenschen|transsexuelle|lesben|gay people|black people|trans people|sinti|roma|schwule|lesben|homosexu\\p{L}*|behinderte|obdachlose|frauen|refugees|jews|muslims|foreigners|blacks|immigrants|gays|disabled)';
const CONTEMPT =
  '(?:faul|stinken|dümmer|dumm|terroristen|diebe|schmarotzer|parasiten|weniger wert|minderwertig|kriminell|verbrecher|abschaum|krank|geldgierig|gierig|verschlagen|dreckig|gewalttätig|gefährlich|verrecken|eine krankheit|abartig|wegsperren|vergasen|violent|lazy|criminals?|stupid|inferior)';

const RULES: [Refused, RegExp[]][] = [
  [
    'attack',
    [
      /(?<!\p{L})(?:gib|zeige?|nenne?|was steht).{0,15}(?<!\p{L})prompt(?!\p{L})|welche (?:anweisungen|regeln|instruktionen) (?:hast|hat man) (?:du|dir)(?!\p{L})/u,
      /(?:^|[.!:;,>] ?|(?<!\p{L})(?:bitte|und|now|please|and) )(?:ignoriere?|ignorieren sie|vergiss|missachte|umgehe|ignore|disregard|forget|override|bypass)(?!\p{L}).{0,40}(?<!\p{L})(?:anweisung\p{L}*|instruktion\p{L}*|regeln|vorgaben|instructions?|rules|prompts?|safety|filters?)(?!\p{L})/u,
      /(?<!\p{L})system[ -]?prompt\p{L}*|(?<!\p{L})system override(?!\p{L})|(?<!\p{L})jailbreak(?!\p{L})|(?<!\p{L})developer mode(?!\p{L})|(?<!\p{L})override safety/u,
      /(?<!\p{L})(?:dein\p{L}*|eure|your|hidden|versteckte\p{L}*|geheime\p{L}*)(?: \S+){0,2} (?:anweisung\p{L}*|instruktion\p{L}*|prompts?|instructions?|konfiguration|configuration)(?!\p{L})/u,
      /(?<!\p{L})(?:dein\p{L}*|your) (?:anweisung\p{L}*|instruktion\p{L}*|prompts?|instructions?|konfiguration|configuration|api[- ]?\p{L}+|passw\p{L}*|quellcode|quelltext|datenbank|trainingsdaten)(?!\p{L})/u,
      /(?<!\p{L})(?:dein\p{L}*|eure|interne\p{L}*|your|internal) (?:\p{L}+ )?(?:regeln|richtlinien|vorgaben|befehle|rules|guidelines|directives|system message)(?!\p{L})/u,
      word(
        'system message|debug mode|admin(?:bereich|zugang|modus|rechte| mode| access)|(?:everything|all text|the text) above|above this line|(?:das|dein|admin-?) ?passwort|the password',
      ),
      word(
        '(?:keine|ohne) (?:einschränkungen|beschränkungen|filter|regeln)(?: mehr)?(?= *(?:mehr|[.!]|$))|als (?:wärst|ob) du|as if you were',
      ),
      /^(?:bitte )?(?:vergiss|ignoriere?|missachte|umgehe|forget|ignore|disregard|lösche?|delete|simuliere?|simulate|spiele? (?:jetzt |mal )?(?:den|die|das|eine?n?)|führe? .{0,40}(?:code|befehl|aus)|execute|run (?:this|the)|enter (?:\p{L}+ )?mode|print (?:everything|your|all|the)|antworte? als|zitiere?)(?!\p{L})/u,
      /^(?:bitte )?(?:bestätige?|sage?)(?: (?:mir|uns))?(?: (?:einfach|bitte|nur))?,? dass(?!\p{L})/u,
      word('api[- ]?(?:key|schlüssel)|umgebungsvariablen?|environment variables?|base64'),
      /(?<!\p{L})(?:du bist|bist du|you are) (?:ab )?(?:jetzt|nun|sofort|now)(?!\p{L})|(?<!\p{L})(?:ab (?:jetzt|sofort)|von (?:nun|jetzt) an|from now on)(?!\p{L}).{0,20}(?<!\p{L})(?:bist|antwortest|sprichst|sagst|you)(?!\p{L})/u,
      word('tu so,? als|stell dir vor,? du|pretend (?:to be|you)|act as'),
      /<\/?(?:kontext|context|system|instructions?|anweisung\p{L}*|prompt|assistant|user|script|img|iframe)(?!\p{L})[^>]*>/u,
      /^\s*(?:\[(?:system|assistant|inst)\]|(?:assistant|system|user|human|ai)\s*:)/u,
      /rm -rf|drop table|select \* from|union select|(?:^|[^\p{L}])eval\(/u,
      /(?<!\p{L})neue (?:anweisung|regel)\p{L}*(?!\p{L}).{0,20}(?:(?<!\p{L})(?:vom|von|des) (?:admin\p{L}*|system\p{L}*|entwickler\p{L}*)|:)/u,
      /(?<!\p{L})(?:antworte|antwort|answer|reply)(?!\p{L}).{0,30}(?<!\p{L})(?:ohne (?:quellen|belege)|without (?:sources|citations))(?!\p{L})/u,
      /(?<!\p{L})(?:erfinde|denk dir|make up|invent)(?!\p{L}).{0,40}(?<!\p{L})(?:stellungnahme|antwort|zitat|quelle\p{L}*|aus|answer|statement|quote|source)(?!\p{L})/u,
      /^(?:bitte )?(?:behaupte|schreibe? als antwort|antworte (?:nur )?mit)(?!\p{L})|(?<!\p{L})egal,? was (?:in den|in der|da|die) (?:quellen?|akten?|papieren?|steht)/u,
      /^(?:bitte )?(?:wiederhole|repeat)(?!\p{L}).{0,25}(?<!\p{L})(?:über|oben|above|davor|before)(?!\p{L})/u,
      /^(?:bitte )?(?:zeige?|gib|nenne?|liste?|show|give)(?!\p{L}).{0,25}(?<!\p{L})(?:nicht ?öffentliche\p{L}*|geheime\p{L}*|vertrauliche\p{L}*|confidential|non-?public)(?!\p{L}) (?:dokumente|vorlagen|unterlagen|papiere|sitzungen|documents|files)/u,
      /(?<!\p{L})(?:alle daten|den inhalt) (?:aus|von) (?:deiner|der|eurer) datenbank/u,
    ],
  ],
  [
    'hateful',
    [
      // In whatever order they stand, unless figures are asked for.
      new RegExp(
        `^(?!.*(?:wie viele|wieviele|anteil|prozent|statisti|zahlen|häufig))(?=.*(?<!\\p{L})${GROUPS}(?!\\p{L}))(?=.*(?<!\\p{L})(?:alle|oder|immer|nur)(?!\\p{L})).{0,60}(?<!\\p{L})${CONTEMPT}(?!\\p{L}).{0,25}$`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})${GROUPS}(?!\\p{L}).{0,20}(?<!\\p{L})(?:loswerden|los werden|vernichten|ausrotten|vertreiben|beleidigen|verprügeln|verjagen)(?!\\p{L})|warum (?:\\p{L}+ ){0,2}nicht wählen (?:sollten|dürfen)`,
        'u',
      ),
      /(?<!\p{L})(?:sprengstoff|bomben?|rohrbombe|molotow\p{L}*)(?!\p{L}).{0,20}(?<!\p{L})(?:her(?:stellen)?|bauen|basteln|mischen)(?!\p{L})/u,
      new RegExp(
        `(?<!\\p{L})(?:alle|so|sind|warum|dass|die ganzen|why are)(?!\\p{L}).{0,40}(?<!\\p{L})${GROUPS}(?!\\p{L}).{0,40}(?<!\\p{L})${CONTEMPT}(?!\\p{L})(?!\\p{L})`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})(?:warum|why) (?:sind|are|stinken|lügen|klauen)? ?(?:die |alle )?(?:\\p{L}+ )?${GROUPS}(?!\\p{L})(?: (?:so|alle))? ?(?:faul|dumm|kriminell|violent|lazy|stupid)?[ ?]*$`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})${GROUPS} (?:raus|abschieben|wegsperren|vergasen|abhauen|gehören weg|out)(?!\\p{L})|(?<!\\p{L})(?:sollte|soll|muss) man .{0,20}${GROUPS}.{0,25}(?:wegsperren|abschieben|einsperren|vergasen|erschießen)`,
        'u',
      ),
      new RegExp(`(?<!\\p{L})${GROUPS}(?!\\p{L}) (?:nehmen|klauen|stehlen) uns(?!\\p{L})`, 'u'),
      /(?<!\p{L})(?:kanaken?|neger|zigeuner|kameltreiber|judensau|schwuchtel\p{L}*|judenwitz\p{L}*|türkenwitz\p{L}*|negerwitz\p{L}*|nigger\p{L}*)(?!\p{L})/u,
      /(?<!\p{L})(?:sieg heil|heil hitler|deutschland den deutschen)(?!\p{L})|(?<!\p{L})(?:gedicht|loblied|rede|lied|lob) (?:auf|über|für) (?:adolf )?hitler/u,
      /(?<!\p{L})(?:leugne|bestreite)(?!\p{L}).{0,15}holocaust|holocaust.{0,15}(?:wirklich|erfunden|lüge|nie)(?!\p{L})/u,
      new RegExp(
        `${OPENING}${WRITE}(?!\\p{L}).{0,30}(?<!\\p{L})(?:hetz\\p{L}*|hass\\p{L}*|pamphlet|hassbrief|hassrede|drohbrief|drohung|rassistische\\p{L}*|antisemitische\\p{L}*|sexistische\\p{L}*|hate speech|threatening letter|racist)(?!\\p{L})`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})(?:witze?|lustig|jokes?|flugblatt|hetze|flyer|text|rede)(?: (?:über|gegen|about|against))(?: \\p{L}+)? ${GROUPS}`,
        'u',
      ),
      /(?<!\p{L})(?:beleidige|beschimpfe|verspotte)(?! wird)(?!\p{L}) |schreib\p{L}* .{0,10}(?:gemeines|böses|fieses|hässliches|hetze)(?!\p{L})/u,
      /(?<!\p{L})(?:aufruf|aufrufe) zu(?:r|m)? (?:gewalt|mord|hass|lynch\p{L}*)(?!\p{L})|(?<!\p{L})(?:gehört|gehören) (?:\p{L}+ )?(?:erschossen|aufgehängt|aufgeknüpft|an die wand|vergast|gelyncht)/u,
      /(?<!\p{L})wie (?:kann|könnte|soll) (?:ich|man) .{0,50}(?:anzünden|in brand|vergiften|umbringen|in die luft)(?!\p{L})|(?<!\p{L})wie (?:baue?|bastle?|bastele|mache?) ich .{0,20}(?:bombe|sprengstoff|molotow\p{L}*|waffe)(?!\p{L})|(?<!\p{L})wie vergifte ich(?!\p{L})/u,
      /(?<!\p{L})(?:das|dieses|solches) (?:ganze )?(?:pack|gesindel|gesocks|kroppzeug)(?!\p{L})|tod (?:den|allen) \p{L}+|(?<!\p{L})verrecken(?!\p{L})|holocaust.{0,25}lüge|(?:frauen|weiber) gehören (?:an|in) (?:den|die)/u,
      /(?<!\p{L})(?:brief|nachricht|mail|text)(?!\p{L}).{0,30}(?<!\p{L})(?:bedroh\p{L}*|beleidig\p{L}*|einschüchter\p{L}*)(?!\p{L})|^wie (?:kann|könnte|soll) (?:ich|man) (?:dem|der|den|einem|meinem?n?) .{0,30}(?:schaden|weh ?tun|umbringen|töten|verletzen|loswerden)(?!\p{L})|welche rasse|(?:überlegene|minderwertige) rasse|(?:juden|ausländern?|flüchtlingen?) die schuld|something (?:nasty|mean|hateful)/u,
      new RegExp(
        `^(?:bitte )?(?:schreibe?|erkläre?|begründe|verfasse?|gib mir argumente|sag|erzähle?|tell me|explain|write)(?!\\p{L}).{0,40}(?:dass|warum|why|that).{0,15}(?<!\\p{L})${GROUPS}(?!.{0,40}(?:wohnung|unterkunft|schul))`,
        'u',
      ),
    ],
  ],
  [
    'private',
    [
      word(
        'handynummer\\p{L}*|privatnummer|wohnadresse|privatadresse|privatanschrift|wohnanschrift|melderegister(?=.*(?:mann|frau|freund))',
      ),
      /(?<!\p{L})(?:mein\p{L}*) (?:\S+ )?im melderegister|(?<!\p{L})private?\p{L}* (?:\S+ )?(?:handy\p{L}*|telefon\p{L}*|adressen?|anschrift\p{L}*|nummer\p{L}*|e-?mail\p{L}*|phone|address)(?!\p{L})|home address/u,
      new RegExp(
        `(?<!\\p{L})(?:wo wohnt|where does|wie alt (?:ist|sind)|how old (?:is|are)|mit wem (?:ist|lebt)|wohin geht|wo arbeitet) (?:die (?:frau|tochter|ehefrau|kinder) (?:von|vom|der|des) |der (?:mann|sohn) (?:von|vom|der|des) |(?:ehefrau|mann|frau|tochter|sohn|kinder) |der |die |the |das )*${ROLE}(?!\\p{L})`,
        'u',
      ),
      // Who holds an office is public; who is married to them is not.
      new RegExp(
        `(?<!\\p{L})wie heißt (?:die (?:frau|tochter|ehefrau)|der (?:mann|sohn)) (?:von|vom|der|des) (?:der |die )*${ROLE}(?!\\p{L})`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})(?:telefonnummer|handy|e-?mail(?:-?adresse)?|adresse|anschrift|geburtsdatum|geburtstag|ehefrau|ehemann|phone number|address|birthday|children|wife|husband)(?!\\p{L}) (?:von|vom|des|der|of) (?:dem |der |the )?${ROLE}(?!\\p{L})`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})(?:ist|hat|nimmt|trinkt|war|is|has|does) (?:der |die |the )?(?:\\p{L}+ )?${ROLE}(?!\\p{L}).{0,60}(?<!\\p{L})${AFFAIRS}(?!\\p{L})`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})(?:welche|was|welches|wohin|wem) .{0,30}(?<!\\p{L})${ROLE}(?!\\p{L}).{0,30}(?<!\\p{L})${AFFAIRS}(?!\\p{L})`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})(?:welche[rns]? (?:religion|krankheit|konfession|kirche|sexualität|arzt|partei wählt)|wie viele kinder|wo (?:macht|verbringt)|wann wurde|zu welchem arzt|mit wem|which car does) .{0,25}(?<!\\p{L})${ROLE}(?!\\p{L})(?!.{0,40}(?:gewählt|eingestellt|betreut|amt))`,
        'u',
      ),
      new RegExp(`^welches auto (?:fährt|hat) (?:der |die )?${ROLE}(?!\\p{L})(?!.*dienst)`, 'u'),
      new RegExp(
        `(?<!\\p{L})(?:was|wie ?viel) (?:(?:verdien\\p{L}*|hat) )?(?:mein\\p{L}? ${NEAR_ME})(?: (?:verdien\\p{L}*|hat))?[ ?]*$|welche krankheit\\p{L}* hat .{0,15}${ROLE}|kontonummer`,
        'u',
      ),
      /(?<!\p{L})(?:alle (?:leute|bewohner|personen|namen)|wer) .{0,20}(?:straße|weg|platz|allee|gasse) \d+[a-z]? (?:wohn\p{L}*|leb\p{L}*)/u,
      new RegExp(
        `(?<!\\p{L})(?:sohn|tochter|kinder|ehefrau|ehemann)(?!\\p{L}) (?:von|vom|des|der) (?:dem |der )?${ROLE}`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})${ROLE} \\p{L}+ (?:wohnt|lebt)(?!\\p{L})|(?<!\\p{L})(?:ist|wird) ${ROLE} \\p{L}+.{0,40}krank`,
        'u',
      ),
      new RegExp(
        `(?<!\\p{L})mein\\p{L}? ${NEAR_ME}(?!\\p{L}).{0,30}(?<!\\p{L})(?:vorbestraft|bürgergeld|sozialhilfe|schulden|melderegister|vermögen|krank)(?!\\p{L})|(?<!\\p{L})was verdient mein\\p{L}? `,
        'u',
      ),
      /^wer wohnt (?:in|an|im|am) (?:der |dem )?\S+ \d+[a-z]? *\?*$|(?<!\p{L})wem gehört (?:das|der|ein) .{0,20}kennzeichen|(?<!\p{L})wie ?viel (?:miete|geld|steuern) (?:zahlt|hat|verdient) (?:familie|herr|frau) /u,
      /^(?:bitte )?(?:gib|nenne?|sag|verrate?)(?: mir| uns)?(?!\p{L}).{0,20}(?:adresse|anschrift|telefonnummer|nummer) von \p{L}+ \p{L}+ *[.!?]*$/u,
      /(?<!\p{L})(?:personenbezogene\p{L}* daten|personal data)(?!\p{L}).{0,60}(?<!\p{L})(?:gib|nenn\p{L}*|list\p{L}*|aus|print|show)(?!\p{L})|(?<!\p{L})(?:gib|nenn\p{L}*|list\p{L}*|print|show)(?!\p{L}).{0,60}(?<!\p{L})(?:personenbezogene\p{L}* daten|personal data)(?!\p{L})/u,
    ],
  ],
  [
    'city-voice',
    [
      word(
        '(?:sag|sage|sichere?|bestätige?|versprich|confirm|promise) (?:mir|uns|me|us)(?!\\p{L}).{0,40}(?:verbindlich|offiziell|im namen der (?:stadt|verwaltung)|officially|on behalf of)',
      ),
      word('(?:sag|sage|sichere?|bestätige?|versprich)(?!\\p{L}).{0,20}(?:verbindlich|offiziell)'),
    ],
  ],
  [
    'commission',
    [
      new RegExp(
        `${OPENING}${WRITE}(?!\\p{L})(?: mir| uns| me| us)?(?: bitte| mal)*(?: mir)? (?:ein(?:e|en)?|den|das|die|a|an|the|some) (?:\\S+ )?(?:text|gedicht|geschichte|witz|lied|rede|brief|artikel|aufsatz|programm|skript|widerspruch|klage|poem|story|joke|song|speech|letter|article|essay|function|program|script|code)(?!\\p{L})`,
        'u',
      ),
      /^(?:bitte )?(?:schreibe?|dichte|male|zeichne|programmiere|rechne|löse|write|draw|solve|calculate|compose)(?!\p{L})(?! (?:ist|sind|hat|und))/u,
      word('(?:ein|das|dein) rezept (?:für|von|mit)|recipe for'),
      new RegExp(`${OPENING}(?:übersetze?|übersetzen|translate)(?!\\p{L})`, 'u'),
      /(?<!\p{L})wie (?:wird|ist) (?:das|heute das|morgen das) wetter(?!\p{L})|(?<!\p{L})wetter (?:heute|morgen|am wochenende)(?!\p{L})|wettervorhersage|weather (?:today|tomorrow|forecast)|what(?:'s| is| will) the weather/u,
    ],
  ],
  [
    'advice',
    [
      /(?<!\p{L})soll(?:te)? ich(?!\p{L})(?!.*\d).{0,40}(?<!\p{L})(?:klagen|verklagen|wählen|anzeigen)(?!\p{L})|(?<!\p{L})should i(?!\p{L}).{0,20}(?<!\p{L})(?:sue|vote)(?!\p{L})/u,
      /(?<!\p{L})meine chancen(?!\p{L}).{0,20}(?<!\p{L})gericht(?!\p{L})/u,
    ],
  ],
];
