// Words that carry no matter of their own, in German and English. Words that turn a sentence around (nicht, kein, ohne,
// gegen) are not here, nor English ones that are German words with a meaning (not, down, kind).

const STOP_WORDS: ReadonlySet<string> = new Set(
  `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim
   bin bis bist bitte da dabei dadurch dafür dagegen daher dahin damit danach dann daran darauf daraus darf darin darüber
   das dass dazu dein deine dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort
   du durch dürfen ein eine einem einen einer eines einmal er es etwas euch euer für gab gibt gar ganz genau gerade gern
   gewesen hab habe haben hat hatte hatten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in
   indem ins ist ja je jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kannst könnte können machen
   macht man manche manchem manchen mancher manches mal mein meine meinem meinen meiner meines mich mir mit muss müssen
   nach nachdem noch nun nur ob oder schon sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so sogar
   solche solchem solchen solcher solches soll sollen sollte sonst sowie tun über um und uns unser unsere unserem unseren
   unserer unter viel viele vielen vom von vor während war waren warum was weil welche welchem welchen welcher welches
   wem wen wenn wer werde werden wessen weshalb wie wieder wieviel wieso will wir wird wirklich wo wohin wollen worden
   wurde wurden würde würden zu zum zur zwar zwischen eigentlich überhaupt denn nämlich halt eben mal bzw etc ca
   aktuell anfang bald bisher bislang bringt brauchen braucht damals derzeit dran drauf drin durfte durften einfach
   endlich etwa finden findet fürs gabs geht gehen genug geworden gibts heute immer insgesamt kommen kommt konnte konnten
   kriegen kriegt lang lange lassen lässt leider leute meisten mehr momentan musste mussten oft passiert rum selber
   sollten steht stehen trotzdem ungefähr verschiedenen vorm wann wegen woher wollte wollten zurzeit
   a across ago already always among and any are around as at away be because been being both but by came can come comes
   could did do does doing done each either else etc even ever every few for from get gets getting go goes going gone
   got had has have he her him his how however i if instead into is it its just like lot made make makes making many
   may me might mostly much my neither of off often on onto or other our over people per quite rather really regarding
   same shall she should since so some still such than that the their them then there these they this those through
   throughout to together too toward towards under until up upon us used using usually very via was way we well went were
   what whatever when where whether which while who whom whose why will with within would yes yet you your about after
   most more also`
    .split(/\s+/)
    .filter(Boolean),
);

/** Written like this they are abbreviations: Oberbürgermeister, Informationstechnik, United States, Bildung und Teilhabe. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['OB', 'IT', 'US', 'BuT']);

/** @param token as it is written */
export const isStopWord = (token: string): boolean =>
  STOP_WORDS.has(token.normalize('NFKC').toLowerCase()) && !ABBREVIATIONS.has(token);
