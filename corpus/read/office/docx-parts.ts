// The parts of a Word file beside its body: what its links name, and whole documents that are embedded in it → HTML.
import { german } from '../../german/letters.ts';
import { attribute, childrenOf, type Element, escaped, isElement, nameOf, openParts, type Parts } from './package.ts';

/** A part is missing or of no readable kind: the file as a whole is not to be trusted. */
export class UnreadablePart extends Error {}

interface Link {
  id: string;
  type: string;
  target: string;
}

export function linksOf(parts: Parts, part: string): Link[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const root = parts.xml(`${folder}_rels/${part.slice(folder.length)}.rels`);
  return (root ? childrenOf(root) : [])
    .filter((link) => attribute(link, 'TargetMode') !== 'External')
    .map((link) => ({
      id: attribute(link, 'Id') ?? '',
      type: (attribute(link, 'Type') ?? '').split('/').at(-1) ?? '',
      target: resolved(folder, attribute(link, 'Target') ?? ''),
    }));
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/**
 * Whole documents inside of this one, by their ids: HTML, text or Word's own. Any other says that a part of the text is
 * missing.
 * @param ofWord reads a Word file within
 */
export async function embeddedParts(
  body: Element,
  parts: Parts,
  part: string,
  depth: number,
  ofWord: (parts: Parts, depth: number) => Promise<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (depth > 2) throw new UnreadablePart('too deep');
  const ids = new Set(descendants(body, 'altChunk').flatMap((chunk) => attribute(chunk, 'id') ?? []));
  for (const { id, target } of linksOf(parts, part)) {
    if (!ids.has(id)) continue;
    const bytes = parts.bytes(target);
    if (!bytes) throw new UnreadablePart(target);
    found.set(id, await embeddedHtml(bytes, depth, ofWord));
  }
  if (found.size < ids.size) throw new UnreadablePart('missing part');
  return found;
}

async function embeddedHtml(
  bytes: Uint8Array,
  depth: number,
  ofWord: (parts: Parts, depth: number) => Promise<string>,
): Promise<string> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000));
  if (start.startsWith('PK')) {
    const opened = await openParts(bytes);
    if (!opened.ok) throw new UnreadablePart('zip');
    return ofWord(opened.value, depth + 1);
  }
  const { decodeHtml, decodeText } = await import('../plain.ts');
  if (/^\s*\{\\rtf/.test(start)) {
    const { htmlOfRtf } = await import('../rtf.ts');
    return htmlOfRtf(bytes) ?? '';
  }
  if (/^MIME-Version:/im.test(start)) return htmlInMime(new TextDecoder('latin1').decode(bytes));
  if (german(/<(?:!doctype|html|head|body|p|div|table|ol|ul|h\d)\b/i).test(start))
    return bodyOf(decodeHtml(bytes) ?? '');
  const text = decodeText(bytes);
  if (text === null) throw new UnreadablePart('format');
  return `<p>${escaped(text).replace(/\r?\n+/g, '</p><p>')}</p>`;
}

const bodyOf = (html: string): string => /<body[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html)?.[1] ?? html;

/** A page as Word saves it for mail (MHT): the first part that is HTML. */
function htmlInMime(message: string): string {
  const at = message.search(/content-type:\s*text\/html/i);
  if (at < 0) throw new UnreadablePart('mht');
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(message)?.[1];
  const part = message.slice(at);
  const headEnd = part.search(/\r?\n\r?\n/);
  const head = message.slice(Math.max(0, at - 500), at) + part.slice(0, headEnd);
  const body = part.slice(headEnd).split(boundary ? `--${boundary}` : '\u0000')[0] ?? '';
  const quoted = (text: string) =>
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bytes = /base64/i.test(head)
    ? atob(body.replace(/\s/g, ''))
    : /quoted-printable/i.test(head)
      ? quoted(body)
      : body;
  const charset = german(/charset="?([\w-]+)/i).exec(head)?.[1] ?? 'utf-8';
  return bodyOf(new TextDecoder(charset).decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))));
}

export function descendants(element: Element, name: string): Element[] {
  return element.children.filter(isElement).flatMap((one) => {
    // A text box within a text box is read with the outer one.
    if (nameOf(one) === name) return [one];
    return descendants(one, name);
  });
}
