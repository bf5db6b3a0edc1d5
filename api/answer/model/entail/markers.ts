// The small words by which a sentence's meaning turns, in German and English: what kind each is.
// Whole words; `*` stands for any ending.

export type Marker = keyof typeof MARKERS;

/** Two readings of one line: what is looked for in a claim is looked for in the quote by the same words. */
const MARKERS = {
  negation: `nicht kein* nie niemals nirgend* nein weder ohne keinesfalls nichts niemand verworfen abgelehnt entfällt unmöglich
    not no never none neither nor without cannot nobody isn't aren't don't doesn't won't can't`,
  cause: `weil da denn wegen aufgrund grund deshalb daher infolge dadurch nämlich angesichts somit gründen gründe
    because since due owing reason therefore`,
  all: `alle aller allen alles sämtlich* jede jeder jedes jedem jeden gesamt* ganz ganze* überall immer überhaupt keinerlei insgesamt
    vollständig* grundsätzlich ausnahmslos stets sämtliche seit-jeher jegliche* komplett* stadtweit
    all every everyone everywhere always entire whole any completely entirely`,
  some: `einige einzelne mehrere manche teilweise teils oft oftmals meist vereinzelt bestimmte gelegentlich überwiegend zumeist häufig
    some several partly often sometimes mostly`,
  only: `nur lediglich ausschließlich allein bloß erst only just solely`,
  done: `wurde wurden worden hat haben hatte hatten ist war waren bereits schon inzwischen abgeschlossen erledigt erfolgt fertig
    was were has have had already completed`,
  past: `wurde wurden worden war waren hatte hatten damals früher ehemals was were had formerly`,
  already: `bereits schon inzwischen mittlerweile abgeschlossen already completed zaten`,
  future: `wird werden soll sollen geplant plant planen vorgesehen künftig zukünftig will wollen beabsichtigt angestrebt demnächst vorgesehen
    eingeplant prognostiziert anstehend* erwartet noch
    will shall plan* planned intend* future going expected scheduled due`,
  open: `möglicherweise könnte könnten eventuell voraussichtlich vielleicht evtl ggf gegebenenfalls denkbar möglich geprüft prüft prüfen prüfung
    ob offen vermutlich wahrscheinlich unklar abzuwarten dürfte dürften vorbehaltlich falls sofern soweit rechnet geschätzt veranschlagt schätz* prognos* beantragt
    possibly could might may perhaps whether probably likely estimated subject provided if`,
  promise: `zugesagt zusage versprochen beschlossen beschluss genehmigt bewillig* genehmigung* verpflichtet verpflichtend garantiert sicher gesichert bestätigt
    promised promise decided approved guaranteed definitely certain certainly agreed obliged`,
  now: `derzeit aktuell zurzeit momentan gegenwärtig heute jetzt nun momentan currently present presently now moment`,
  lasting: `dauerhaft endgültig ständig permanent unbefristet jeher regelmäßig jährlich stets auf-dauer weiterhin künftig
    permanently permanent forever always regularly yearly annually still`,
  passing: `vorübergehend befristet zeitweise vorläufig temporär kurzfristig einstweilen temporarily temporary`,
  per: `pro jährlich je jeweils monatlich täglich wöchentlich per each yearly annually monthly weekly`,
  condition: `wenn falls sofern soweit absprache rahmen vorbehaltlich bedarf bedingung voraussetzung abhängig kapazitäten optimal* if provided
    depending unless subject arrangement`,
  exclusion: `außer ausgenommen abgesehen ausschließlich unabhängig trotz except despite regardless`,
  add: `außerdem zusätzlich zudem darüber-hinaus ferner sogar anschließend sodass damit dabei stattdessen ebenfalls auch danach
    additionally also moreover furthermore instead then even`,
  contrast: `aber jedoch sondern obwohl zwar allerdings dagegen wohl but however although though yet`,
  ja: `ja yes`,
  nein: `nein no`,
} as const;

/** Opposites; a claim that has one where the quote has the other says something else. Beginnings of words. */
const OPPOSITES: [string, string][] = [
  ['westlich', 'östlich'],
  ['nördlich', 'südlich'],
  ['nord', 'süd'],
  ['gestiegen', 'gesunken'],
  ['steig', 'sink'],
  ['stieg', 'sank'],
  ['zunahm', 'abnahm'],
  ['zunehm', 'abnehm'],
  ['zugenommen', 'abgenommen'],
  ['erhöh', 'verringer'],
  ['erhöh', 'senk'],
  ['erhöh', 'reduzier'],
  ['höher', 'niedriger'],
  ['höher', 'geringer'],
  ['mehr', 'weniger'],
  ['größer', 'kleiner'],
  ['länger', 'kürzer'],
  ['früher', 'später'],
  ['vor', 'nach'],
  ['vorher', 'nachher'],
  ['während', 'nach'],
  ['während', 'außerhalb'],
  ['innerhalb', 'außerhalb'],
  ['mit', 'ohne'],
  ['einschließlich', 'zuzüglich'],
  ['inklusive', 'zuzüglich'],
  ['öffentlich', 'privat'],
  ['dauerhaft', 'vorübergehend'],
  ['endgültig', 'vorläufig'],
  ['unbefristet', 'befristet'],
  ['freiwillig', 'verpflicht'],
  ['freiwillig', 'pflicht'],
  ['ehrenamtlich', 'hauptamtlich'],
  ['immer', 'oft'],
  ['immer', 'selten'],
  ['immer', 'teilweise'],
  ['selten', 'regel'],
  ['mindestens', 'höchstens'],
  ['mindestens', 'maximal'],
  ['geöffnet', 'geschlossen'],
  ['offen', 'geschlossen'],
  ['erlaubt', 'verboten'],
  ['zulässig', 'unzulässig'],
  ['möglich', 'unmöglich'],
  ['ausreichend', 'unzureichend'],
  ['erforderlich', 'entbehrlich'],
  ['einverstanden', 'abgelehnt'],
  ['genehmigt', 'abgelehnt'],
  ['genehmigt', 'beantragt'],
  ['beschlossen', 'geplant'],
  ['beschlossen', 'vorgesehen'],
  ['million', 'milliarde'],
  ['mio', 'mrd'],
  ['million', 'billion'],
  ['stadtteil', 'stadtgebiet'],
  ['stadt', 'landkreis'],
  ['stadtgebiet', 'landkreis'],
  ['amtsgericht', 'landgericht'],
  ['brutto', 'netto'],
  ['täglich', 'wöchentlich'],
  ['täglich', 'monatlich'],
  ['täglich', 'jährlich'],
  ['wöchentlich', 'monatlich'],
  ['wöchentlich', 'jährlich'],
  ['monatlich', 'jährlich'],
  ['west', 'east'],
  ['north', 'south'],
  ['rose', 'fell'],
  ['increas', 'decreas'],
  ['rise', 'fall'],
  ['higher', 'lower'],
  ['more', 'less'],
  ['before', 'after'],
  ['temporar', 'permanent'],
  ['with', 'without'],
  ['open', 'closed'],
];

/** Words across the languages that rise and fall. */
const UP =
  /^(?:gestiegen|steig|stieg|zunahm|zugenommen|erhöh|wuchs|gewachsen|mehr|anstieg|rose|risen|increas|grew|grown|grown)/u;
const DOWN =
  /^(?:gesunken|sink|sank|abnahm|abgenommen|verringer|gesenkt|senk|reduzier|zurückgegangen|rückgang|weniger|fell|fallen|decreas|declin|dropp|dropp)/u;

const matchers = new Map<string, { whole: Set<string>; starts: string[] }>(
  Object.entries(MARKERS).map(([name, words]) => {
    const all = words.split(/\s+/u).filter(Boolean);
    return [
      name,
      {
        whole: new Set(all.filter((word) => !word.endsWith('*'))),
        starts: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
      },
    ];
  }),
);

export function isMarker(name: Marker, lower: string): boolean {
  const { whole, starts } = matchers.get(name)!;
  return whole.has(lower) || starts.some((start) => lower.startsWith(start));
}

export const MARKER_NAMES = Object.keys(MARKERS) as Marker[];

/** How many pairs of opposites stand on the two sides, one here, the other there, and neither on both. */
export function oppositesIn(claim: string[], quote: string[]): number {
  const has = (words: string[], start: string) =>
    start.length < 5 ? words.includes(start) : words.some((word) => word.startsWith(start));
  const turned = OPPOSITES.filter(([a, b]) => {
    const [claimA, claimB, quoteA, quoteB] = [has(claim, a), has(claim, b), has(quote, a), has(quote, b)];
    return (claimA && !claimB && quoteB && !quoteA) || (claimB && !claimA && quoteA && !quoteB);
  }).length;
  const up = (words: string[]) => words.some((word) => UP.test(word));
  const down = (words: string[]) => words.some((word) => DOWN.test(word));
  const direction =
    (up(claim) && !down(claim) && down(quote) && !up(quote)) ||
    (down(claim) && !up(claim) && up(quote) && !down(quote));
  return turned + (direction ? 2 : 0);
}
