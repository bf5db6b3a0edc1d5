// OParl objects as servers really send them → rows of the words that we need, with everything else left behind.
// Lenient where the specification is not kept: one or many, missing or "N/A", control characters, embedded or linked.

/** An object as it came: any field may be missing or of another type. */
export type Raw = Record<string, unknown>;

/** A row of `papers.jsonl`. Links to other objects are keys: the path of their id, without the server. */
export interface PaperRow {
  key: string;
  reference: string | null;
  name: string;
  type: string;
  /** YYYY-MM-DD. */
  date: string | null;
  modified: string | null;
  files: PaperFile[];
  /** URLs of files that the paper only points to; their objects are asked for. */
  fileLinks?: string[];
  license?: string;
  /** False where the paper itself says that it is not public. */
  public?: false;
  consultations: Consultation[];
  departments: string[];
  persons: string[];
  organizations: string[];
  papers: string[];
}

export interface PaperFile {
  key: string;
  name: string;
  fileName: string | null;
  mediaType: string | null;
  date: string | null;
  modified: string | null;
  downloadUrl: string | null;
  accessUrl: string | null;
  /** URLs of the same file in other formats. */
  derivatives?: string[];
  license?: string;
  public?: false;
  /** OParl's `text` as it stood in the list; not kept in the row. */
  text?: string;
  /** Its SHA-256 in the store, in its place. */
  textBlob?: string;
}

export interface Consultation {
  meeting: string | null;
  agendaItem: string | null;
  organizations: string[];
  authoritative: boolean;
  public?: false;
}

/** A row of `linked.jsonl`: what papers point to. */
export type LinkedRow =
  | { key: string; kind: 'organization' | 'person'; name: string }
  | { key: string; kind: 'meeting'; name: string | null; date: string | null; organizations: string[]; public?: false }
  | {
      key: string;
      kind: 'agendaItem';
      number: string | null;
      name: string | null;
      public: boolean | null;
      meeting: string | null;
    }
  /** Asked for and not there. */
  | { key: string; kind: 'none' };

/** `https://ris.example.org/oparl/files/1` → `/oparl/files/1`; null for what is no http(s) URL. */
export function keyOf(id: unknown): string | null {
  if (typeof id !== 'string' || !/^https?:\/\//i.test(id) || !URL.canParse(id)) return null;
  const { pathname, search } = new URL(id);
  return pathname.replace(/\/+$/, '') + search;
}

/** Tombstones are told apart by `deleted`. Null for what has no id. `linked` are objects that stood inside. */
export function readPaper(raw: Raw): { row: PaperRow; deleted: boolean; linked: LinkedRow[] } | null {
  const key = keyOf(raw.id);
  if (!key) return null;
  const linked: LinkedRow[] = [];
  const links = (value: unknown) => many(value).flatMap((one) => link(one, linked) ?? []);
  const consultations = many(raw.consultation).flatMap((one) => {
    if (!isObject(one) || one.deleted === true) return [];
    const [meeting = null] = links(one.meeting);
    // ALLRIS writes it in small letters, and behind it stands whether the item is public.
    const [agendaItem = null] = links(one.agendaItem ?? one.agendaitem);
    const organizations = links(one.organization);
    return [{ meeting, agendaItem, organizations, authoritative: one.authoritative === true, ...closed(one) }];
  });
  const named = [...many(raw.mainFile), ...many(raw.auxiliaryFile)];
  const files = named.flatMap((file) => readFileObject(file) ?? []);
  const fileLinks = named.flatMap((file) => (typeof file === 'string' && keyOf(file) ? [file] : []));
  const row: PaperRow = {
    key,
    reference: text(raw.reference),
    name: text(raw.name) ?? '',
    type: text(raw.paperType) ?? '',
    date: day(raw.date),
    modified: text(raw.modified),
    files: files.filter((file, i) => files.findIndex((f) => f.key === file.key) === i),
    ...(fileLinks.length > 0 ? { fileLinks: [...new Set(fileLinks)] } : {}),
    ...licenseOf(raw),
    ...closed(raw),
    consultations,
    departments: links(raw.underDirectionOf),
    persons: links(raw.originatorPerson),
    organizations: links(raw.originatorOrganization),
    papers: [...links(raw.relatedPaper), ...links(raw.superordinatedPaper), ...links(raw.subordinatedPaper)],
  };
  return { row, deleted: raw.deleted === true, linked };
}

/** Null for a tombstone, and for what has no id. */
export function readFileObject(raw: unknown): PaperFile | null {
  if (!isObject(raw) || raw.deleted === true) return null;
  const key = keyOf(raw.id);
  if (!key) return null;
  const content = typeof raw.text === 'string' && raw.text.trim() !== '' && !isPlaceholder(raw.text) ? raw.text : null;
  return {
    key,
    name: text(raw.name) ?? text(raw.fileName) ?? '',
    fileName: text(raw.fileName),
    mediaType: text(raw.mimeType),
    date: day(raw.date),
    modified: text(raw.modified),
    downloadUrl: text(raw.downloadUrl),
    accessUrl: text(raw.accessUrl),
    ...derivativesOf(raw),
    ...licenseOf(raw),
    ...closed(raw),
    ...(content === null ? {} : { text: content }),
  };
}

function derivativesOf(raw: Raw): { derivatives?: string[] } {
  const found = many(raw.derivativeFile).flatMap((one) => {
    const id = isObject(one) ? one.id : one;
    return typeof id === 'string' && keyOf(id) ? [id] : [];
  });
  return found.length > 0 ? { derivatives: found } : {};
}

function licenseOf(raw: Raw): { license?: string } {
  const license = text(raw.license);
  return license ? { license } : {};
}

/** Only what says so is closed; servers write it as a word, too. */
const closed = (raw: Raw): { public?: false } =>
  raw.public === false || /^(?:false|nein|nicht\s?-?\s?öffentlich)$/i.test(String(raw.public ?? ''))
    ? { public: false }
    : {};

/** An object of the lists of organizations, people and meetings, with the agenda items of a meeting. */
export function readLinked(raw: Raw): LinkedRow[] {
  const rows: LinkedRow[] = [];
  link(raw, rows);
  return rows;
}

/** A link or an embedded object → its key; an embedded object is also read. */
function link(value: unknown, found: LinkedRow[]): string | null {
  if (!isObject(value)) return keyOf(value);
  const key = keyOf(value.id);
  if (!key || value.deleted === true) return key;
  const name = text(value.name) ?? text(value.shortName);
  switch (kindOf(value)) {
    case 'organization':
    case 'person':
      if (name) found.push({ key, kind: kindOf(value) as 'organization' | 'person', name });
      break;
    case 'meeting': {
      const organizations = many(value.organization).flatMap((one) => link(one, found) ?? []);
      found.push({ key, kind: 'meeting', name, date: day(value.start), organizations, ...closed(value) });
      for (const item of many(value.agendaItem ?? value.agendaitem))
        if (isObject(item)) link({ ...item, meeting: item.meeting ?? value.id }, found);
      break;
    }
    case 'agendaItem': {
      const open = closed(value).public ?? (value.public === true ? true : null);
      const meeting = isObject(value.meeting) ? keyOf(value.meeting.id) : keyOf(value.meeting);
      found.push({ key, kind: 'agendaItem', number: text(value.number), name, public: open, meeting });
      break;
    }
    default:
  }
  return key;
}

/** By `type`, and where that is missing by what only this kind of object has, or by its path. */
function kindOf(value: Raw): string | null {
  // Vendors write kinds of their own into `type`, and OParl's into `Type`.
  const named = [value.type, value.Type]
    .map((type) => /(Organization|Person|Meeting|AgendaItem)$/.exec(String(type ?? ''))?.[1])
    .find(Boolean);
  if (named) return named[0]?.toLowerCase() + named.slice(1);
  if ('start' in value || 'invitation' in value || 'meetingState' in value) return 'meeting';
  if ('consultation' in value || 'resolutionText' in value) return 'agendaItem';
  if ('familyName' in value || 'givenName' in value) return 'person';
  if ('classification' in value || 'organizationType' in value || 'membership' in value) return 'organization';
  const path = keyOf(value.id)?.toLowerCase() ?? '';
  return (
    (['organization', 'person', 'meeting', 'agendaItem'] as const).find((kind) =>
      path.includes(`/${kind.toLowerCase()}`),
    ) ?? (path.includes('/people/') ? 'person' : null)
  );
}

export const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One, many or none → a list. */
export const many = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** One line without control characters; null for what is empty or says that it is. Numbers are taken, too. */
export function text(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const clean = String(value)
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .normalize('NFC')
    .trim();
  return clean === '' || isPlaceholder(clean) ? null : clean;
}

const isPlaceholder = (value: string) => /^(?:n\/?a|null|none|undefined|k\. ?a\.|-+|\?+)$/i.test(value.trim());

/** The day of a date or date-time as it is written there, in its own time zone; null for what is no day. */
function day(value: unknown): string | null {
  const written = /^(\d{4})-(\d\d)-(\d\d)/.exec(typeof value === 'string' ? value.trim() : '')?.[0];
  const time = Date.parse(`${written}T00:00:00Z`);
  // The 31st of February parses, as the 3rd of March.
  return written && !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : null;
}
