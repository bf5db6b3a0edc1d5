// Words of everyday questions that ask for a matter without naming it ("klappt", "ständig", "schlimm", "irgendwo"), in
// German and English. Official answers rarely repeat them, and where one does, by chance, it says nothing: the rarer such
// a word, the less it may choose. They are searched all the same, unlike stop words.

const SIDE_WORDS: ReadonlySet<string> = new Set(
  `tut tue tust tu machst mache gemacht getan klappt klappen läuft laufend lohnt lohnen kümmert kümmern bekomm bekomme
   bekommt bekommen bekam kriege kriegst kriegten gekriegt weiß wissen wusste sag sage sagen sagt gesagt erzählt redet
   reden gesprochen meint meinen denkt denken glaubt finde fand gefunden sucht suche suchen stimmt stimmen heißt heißen
   bedeutet gehört gehören gilt gelten dauert dauern dauerte steckt schafft schaffen geschafft versucht versuchen
   probiert hilft helfen bleibt bleiben geblieben lief ging gegangen kam gekommen nimmt nehmen genommen holt holen geholt
   schickt schicken gibste rechnet rechnen gerechnet ausgerechnet zählt gezählt schaut geschaut guckt gucken sieht sehen
   gesehen hört hören gehört erfährt erfahren kennt kennen liest lesen zeigt zeigen nennt nennen interessiert
   interessieren wünscht wünsche wünschen erlaubt darfst möchte möchten mag mögen müsste müssten dürfte dürften sollst
   brauche bräuchte braucht's gedacht geplant plant planen vorhat vorhaben überlegt kommend wäre wären gäbe hätte hätten
   anfangen angefangen fängt beginnt begonnen aufhören aufgehört weitergeht weitermachen losgeht los fertig erledigt
   ändert ändern geändert hängt liegt liegen lag gestellt stellt stellen setzt setzen gesetzt hält halten bringen
   gebracht führt führen benutzt benutzen nutzt genutzt verwendet reicht reichen passt passen passieren
   ständig dauernd andauernd öfter öfters häufig selten manchmal meistens nie niemals nirgends nirgendwo irgendwo
   irgendwann irgendwie irgendwas irgendwer irgendwelche irgendein irgendeine irgendeinen jemand jemanden jemandem
   niemand niemanden niemandem keiner keinem keinen einige einigen mehrere mehreren paar wenig wenige weniger beide
   beiden anders andersrum sofort gleich nachher vorher vorhin früher später neulich kürzlich jüngst demnächst
   inzwischen mittlerweile zuletzt letztens letzte letzten letztes letzter nächste nächsten nächstes nächster künftig
   zukünftig weiterhin nochmal nochmals erneut plötzlich extra direkt komplett total völlig ganze ganzen ganzes ziemlich
   richtig echt tatsächlich wahrscheinlich vielleicht womöglich wohl sicherlich bestimmt unbedingt dringend besonders
   hauptsächlich vorwiegend normalerweise normal normale normalen üblich genauso ebenso außerdem allerdings jedoch
   sondern weshalb wofür wozu worum worauf womit wobei woran wodurch wovon drüben nebenan gegenüber drumherum vorne
   hinten oben unten draußen drinnen rein raus rauf runter rüber weg vorbei zurück zusammen allein alleine gemeinsam
   schlimm schlimmer blöd doof nervig ärgerlich komisch seltsam gut gute guten guter gutes besser beste besten schlecht
   schlechte schlechter schön schöne schönen hässlich groß große großen großer größer klein kleine kleinen kleiner neu
   neue neuen neuer neues neuste neueste alt alte alten alter altes hoch hohe hohen höher niedrig weit weiter breit
   eng schnell schneller langsam leicht leichter schwer schwierig möglich unmöglich nötig notwendig wichtig egal klar
   okay dumm ordentlich genauer einzeln einzelne einzelnen eigene eigenen eigenes jeweils verschiedene sonstige weitere
   ding dinge sache sachen zeug kram grund gründe problem probleme lösung möglichkeit möglichkeiten situation lage fall
   frage fragen antwort thema themen beispiel art weise stück teil menge höhe mensch menschen leuten mann frau herr
   stadt gemeinde ort orte orten rathaus verwaltung gegend bereich stelle stellen seite
   eure eurem euren unseres meins deinem deinen ihr's euch hallo bitte danke moin servus grüße wüsste würd hab's gibt's
   thing things stuff lot lots problem issue issues reason situation city town council local area place people someone
   anybody anyone nobody somebody something anything nothing everything everyone here there's know tell say says said
   think mean look see show find want wants need needs help happen happens happened happening try start started stop
   still currently currently actually really probably maybe perhaps usually recently soon later next last new old big
   small good bad better best long short high low possible allowed able doing going plan plans planned planning
   enough least less few several another own different whole`
    .split(/\s+/)
    .filter(Boolean),
);

/** @param word in small letters */
export const isSideWord = (word: string): boolean => SIDE_WORDS.has(word);
