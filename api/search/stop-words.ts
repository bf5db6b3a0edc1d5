// Words that carry no matter of their own. Words that turn a sentence around (nicht, kein, ohne, gegen) are not here.

export const STOP_WORDS: ReadonlySet<string> = new Set(
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
   the a an and or of to in on at for from by with is are was were be been has have had do does did it its this that these
   those there they them their we our you your i my me he she his her how what when where which who why will would can
   could should shall may might any some much many more most about into than then also so if`
    .split(/\s+/)
    .filter(Boolean),
);
