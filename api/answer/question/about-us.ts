// Who asks what this is, and whether it is a machine. Whole utterances only.

/** @param text in small letters, in one line */
export const asksAboutUs = (text: string): boolean => ABOUT_US.some((pattern) => pattern.test(text));

const ABOUT_US: RegExp[] = [
  /^(?:und |hallo,? |hi,? )*(?:wer|was) (?:bist|seid|sind) (?:du|ihr|sie)(?!\p{L}).{0,12}$|(?<!\p{L})was (?:kannst|machst|weißt) du(?!\p{L}).{0,12}$|^(?:who|what) are you(?!\p{L}).{0,12}$|^what can you do(?!\p{L}).{0,12}$/u,
  /^(?:hallo,? |hi,? )?bist du (?:ein|eine|echt|menschlich)(?!\p{L}).{0,30}$|^are you (?:a|an|real)(?!\p{L}).{0,30}$|^(?:hilfe|help)[ !.?]*$/u,
];
