// An Office file (a zip of XML, Word's or OpenDocument's) → its parts by name. One that would unpack to more than any
// paper has is not unpacked.
import { parseDocument } from 'htmlparser2';
import type { Result, SkipReason } from '../../types.ts';
import { isDeeperThan } from '../depth.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<Node, { attribs: unknown }>;

/** A part's bytes or text; null where the file has none of that name. */
export interface Parts {
  bytes(name: string): Uint8Array | null;
  text(name: string): string | null;
  /** The root element. */
  xml(name: string): Element | null;
}

/** Of all parts together, unpacked. The longest answers seen have a tenth of a megabyte. */
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
/** More elements within each other than any program writes; thousands are more than the stack holds. */
const MAX_DEPTH = 1_000;

export async function openParts(bytes: Uint8Array): Promise<Result<Parts, SkipReason>> {
  if (unpackedSize(bytes) > MAX_UNPACKED_BYTES) return { ok: false, error: 'too-large' };
  const { unzipSync } = await import('fflate');
  let files: Record<string, Uint8Array>;
  let size = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // Pictures are most of a file's size and not read; a directory that lies about sizes is bounded here.
        if (/\.(?:png|jpe?g|gif|emf|wmf|tiff?|bmp|svg|ttf|odttf)$/i.test(name)) return false;
        size += originalSize;
        return size <= MAX_UNPACKED_BYTES;
      },
    });
  } catch {
    return { ok: false, error: 'unreadable' };
  }
  const part = (name: string) => files[name] ?? null;
  const text = (name: string) => {
    const found = part(name);
    return found && decoded(found);
  };
  const xml = (name: string) => {
    const written = text(name);
    if (written === null) return null;
    const root = parseDocument(written, { xmlMode: true }).children.find(isElement) ?? null;
    if (root && isDeeperThan(MAX_DEPTH, [root])) throw new Error('too deep');
    return root;
  };
  return { ok: true, value: { bytes: part, text, xml } };
}

/** XML says by its first bytes whether it is UTF-16. */
function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export const isElement = (node: Node): node is Element => 'attribs' in node;

/** The name without its prefix, which any program may choose. */
export const nameOf = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

export const childrenOf = ({ children }: Element): Element[] => children.filter(isElement);

/** The first child of that name, or the one at the end of that path. */
export function child(element: Element | null | undefined, ...path: string[]): Element | null {
  let at = element ?? null;
  for (const name of path) at = at ? (childrenOf(at).find((one) => nameOf(one) === name) ?? null) : null;
  return at;
}

/** By local name, whatever its prefix. */
export function attribute(element: Element | null | undefined, name: string): string | undefined {
  for (const [key, value] of Object.entries(element?.attribs ?? {}))
    if (key === name || key.endsWith(`:${name}`)) return value;
  return undefined;
}

export const textIn = (element: Element): string =>
  element.children.map((node) => (node.type === 'text' ? node.data : isElement(node) ? textIn(node) : '')).join('');

export const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

const CENTRAL_ENTRY = 0x02014b50;

/** What the zip's directory says (APPNOTE 4.3.12); a few kilobytes may unpack to gigabytes. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) === CENTRAL_ENTRY) size += view.getUint32(at + 24, true);
  }
  return size;
}
