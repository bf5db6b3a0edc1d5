// Body and source's own id → document id in [A-Za-z0-9_-]{1,64}. The same on every machine and behind every host and port.
import { sha256 } from '../store/blobs.ts';

const MAX_LENGTH = 64;
const HASH_LENGTH = 8;

/** "Stadt Köln" → "koeln". Empty when nothing is left. */
export function bodySlug(name: string | null | undefined): string {
  const bare = (name ?? '').replace(/\s*\(.*?\)/g, '').replace(OFFICIAL, '');
  return slug(bare).toLowerCase().slice(0, 24).replace(/-+$/, '');
}

const OFFICIAL =
  /^\s*(?:(?:freie und hansestadt|große kreisstadt|landeshauptstadt|bundesstadt|universitätsstadt|wissenschaftsstadt|hansestadt|kreisstadt|stadt|samtgemeinde|verbandsgemeinde|gemeinde|landkreis|kreis|markt)\s+)+/i;

/** `Anfragen/Grüne 2021.pdf` in a folder of Cologne → `koeln-Anfragen-Gruene-2021`. */
export function folderDocumentId(path: string, body?: string): string {
  const name = path.normalize('NFC').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const own = slug(name);
  const town = bodySlug(body);
  const repeated = own.toLowerCase().startsWith(town);
  return bounded(town && !repeated ? `${town}-${own}` : own, own === '' ? path : null);
}

/** `…/bodies/0001/files/589396` of Karlsruhe → `karlsruhe-589396`; what follows "file(s)" counts, with its query. */
export function oparlDocumentId(key: string, body: string | null): string {
  const [path = '', query = ''] = key.split('?');
  const segments = path.split('/').filter(Boolean);
  const after = segments.findLastIndex((segment) => /^files?$/i.test(segment)) + 1;
  const own = after > 0 && after < segments.length ? segments.slice(after) : segments.slice(-1);
  const values = [...new URLSearchParams(query)].flatMap(([name, value]) =>
    /^(type|typ)$/i.test(name) ? [] : [value],
  );
  const readable = slug([...own, ...values].map(decode).join('-'));
  return bounded([bodySlug(body), readable].filter(Boolean).join('-'), readable === '' ? key : null);
}

/** For the second owner of an id: readable as far as it goes, with a hash of the owner. */
export function withHash(id: string, owner: string): string {
  return `${id.slice(0, MAX_LENGTH - HASH_LENGTH - 1).replace(/-+$/, '')}-${sha256(owner).slice(0, HASH_LENGTH)}`;
}

/** A key of a source for its folder in the store. */
export function sourceKey(kind: 'folder' | 'oparl', readable: string, identity: string): string {
  return [kind, slug(readable).toLowerCase().slice(0, 40), sha256(identity).slice(0, HASH_LENGTH)]
    .filter(Boolean)
    .join('-');
}

function bounded(id: string, unreadable: string | null): string {
  if (unreadable !== null) return withHash(id || 'document', unreadable);
  return id.length > MAX_LENGTH ? withHash(id, id) : id;
}

const TRANSLITERATION: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

function slug(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[äöüÄÖÜßẞæøłđ]/g, (c) => TRANSLITERATION[c] ?? c)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
