// In which language a command speaks: German with the English in brackets behind it, or English alone where `--lang en`
// or the terminal's own language (LC_ALL, LC_MESSAGES, LANG) asks for it.
import { isLang, type Lang, langOf } from '../api/languages.ts';

/** The same sentence in both languages; German is shown first. */
export interface Sentence {
  de: string;
  en: string;
}

/** `--lang` in front of the terminal's language; what is neither, or the neutral C and POSIX, is German. */
export function languageOf(args: readonly string[], env: Record<string, string | undefined>): Lang {
  const at = args.findIndex((argument) => /^--lang(?:=|$)/.test(argument));
  const asked = at < 0 ? undefined : (/^--lang=(.*)$/.exec(args[at]!)?.[1] ?? args[at + 1]);
  if (isLang(asked)) return asked;
  return langOf(/^[a-z]{2}(?![a-z])/.exec(env.LC_ALL || env.LC_MESSAGES || env.LANG || '')?.[0]);
}

const lang = languageOf(process.argv.slice(2), process.env);

/** A line of progress: in one language. */
export const spoken = (de: string, en: string): string => ({ de, en })[lang];

/** "Der Port ist belegt. (The port is taken.)" → as the reader wants it. What has no English half stays as it is. */
export const told = (sentence: string, wanted: Lang = lang): string => TOLD[wanted](sentence);

const TOLD: Record<Lang, (sentence: string) => string> = { de: (sentence) => sentence, en: englishHalf };

/** Line by line: what follows in a line of its own (a usage) is no part of the sentence. */
function englishHalf(sentence: string): string {
  return sentence
    .split('\n')
    .map((line) => /^.*?\S\s*\(((?:[^()]|\([^()]*\))*[.?!])\)$/.exec(line)?.[1] ?? line)
    .join('\n');
}

export const both = ({ de, en }: Sentence): string => `${de} (${en})`;
