// A model's sentence → plain text: its markup, links, images, HTML and footnote marks never reach the page.
import { german } from '../../../corpus/german/letters.ts';

export function plainText(text: string): string {
  return (
    text
      .replace(/!\[[^\]]*\]\([^)]*\)/gu, ' ')
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/<\/?[a-z!][^>]*>/giu, ' ')
      .replace(/\[\s*\^?\d[\d\s,;–-]*\]/gu, '')
      .replace(/^\s*(?:#{1,6}|>)\s+/u, '')
      // A model that writes on in the conversation's form.
      .replace(/^\s*(?:\*\*)?(?:Assistant|Assistent|Antwort|Answer)(?:\*\*)?\s*:\s*/iu, '')
      .replace(/(\*\*|__|`{1,3})(?=\S)([^*_`]*)\1/gu, '$2')
      .replace(/\*\*|__|`/gu, '')
      .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
      .replace(/\s+([.,;:!?])/gu, '$1')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** Addresses that a reader could follow; a sentence may only name those of its quotes. */
export function addressesIn(text: string): string[] {
  return text.match(ADDRESS) ?? [];
}

const ADDRESS = german(
  /\b(?:https?:\/\/|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|de|eu|io|info|example)\b\S*/giu,
);
