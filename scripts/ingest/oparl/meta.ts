// A paper's row, one of its files and the names behind its links → what the source says of the document.
// The answer's own header wins over this when it is parsed; here nothing is guessed.
import { isIP } from 'node:net';
import type { Related, SourceMeta } from '../../../corpus/types.ts';
import { isPrivateAddress } from '../http/address.ts';
import type { Consultation, LinkedRow, PaperFile, PaperRow } from './objects.ts';

type Names = ReadonlyMap<string, LinkedRow>;

export interface PaperFacts {
  paper: PaperRow;
  linked: Names;
  body: string | null;
  /** Of the body, for what has none of its own. */
  license: string | null;
  /** Papers that this one answers. */
  inquiries: readonly PaperRow[];
  /** The server's host, whose links may be shown even when it is a private one. */
  host: string;
}

export function metaOf(file: PaperFile, { paper, linked, body, license, inquiries, host }: PaperFacts): SourceMeta {
  const consultation = theConsultation(paper.consultations, linked);
  const item = rowOf(linked, consultation?.agendaItem, 'agendaItem');
  const meeting = meetingOf(consultation, linked);
  const date = meeting?.date ?? paper.date ?? file.date;
  const committee = nameOf(linked, consultation?.organizations[0] ?? meeting?.organizations[0]) ?? meeting?.name;
  const askedBy = [...paper.persons, ...paper.organizations].flatMap((key) => nameOf(linked, key) ?? []);
  const department = paper.departments.flatMap((key) => nameOf(linked, key) ?? []).join(', ');
  const url = [file.accessUrl, file.downloadUrl].find((link) => isShowable(link, host));
  const others = paper.files
    .filter((other) => other.key !== file.key)
    .map((other) => ({ file: other, name: other.name }));
  const asked = inquiries.flatMap((inquiry) =>
    inquiry.files.map((other) => ({
      file: other,
      name: `Anfrage ${inquiry.reference ?? ''} ${inquiry.name}`.replace(/\s+/g, ' ').trim(),
    })),
  );
  const related = [...others, ...asked].flatMap((other): Related[] => {
    const link = [other.file.accessUrl, other.file.downloadUrl].find((one) => isShowable(one, host));
    return link ? [{ name: other.name, url: link }] : [];
  });
  const meta: { [K in keyof SourceMeta]: SourceMeta[K] | null | undefined } = {
    title: paper.name || file.name,
    reference: paper.reference,
    date,
    // Of a paper that was put on a later agenda: the day on which it was handed in.
    submitted: paper.date && meeting?.date && paper.date < meeting.date ? paper.date : null,
    committee,
    meetings: meetingsAround(date, consultation?.organizations[0] ?? meeting?.organizations[0], linked),
    // The number alone, as headers of answers have it; the name mostly repeats the paper's.
    agendaItem: item?.number ?? item?.name,
    askedBy: askedBy.length > 0 ? askedBy : null,
    department,
    body,
    url,
    public:
      [paper, file].some((one) => one.public === false) || isClosed(paper.consultations, linked)
        ? false
        : isOpen(paper.consultations, linked) || null,
    license: file.license ?? paper.license ?? license,
    related: related.length > 0 ? related : null,
  };
  return Object.fromEntries(
    Object.entries(meta).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as SourceMeta;
}

/** A header's date with a slip of the pen in its year is not farther off. */
const YEARS_AROUND = 2;

/** The days on which an organization met, as far as they lie around a date; null where none is known. */
function meetingsAround(date: string | null, organization: string | undefined, linked: Names): string[] | null {
  if (!date || !organization) return null;
  const year = Number(date.slice(0, 4));
  const days = (daysOf(linked).get(organization) ?? []).filter(
    (day) => Math.abs(Number(day.slice(0, 4)) - year) <= YEARS_AROUND,
  );
  return days.length > 0 ? [...new Set(days)].sort() : null;
}

const known = new WeakMap<Names, { size: number; days: Map<string, string[]> }>();

function daysOf(linked: Names): ReadonlyMap<string, string[]> {
  const cached = known.get(linked);
  if (cached?.size === linked.size) return cached.days;
  const days = new Map<string, string[]>();
  for (const row of linked.values()) {
    if (row.kind !== 'meeting' || row.date === null) continue;
    for (const key of row.organizations) days.set(key, [...(days.get(key) ?? []), row.date]);
  }
  known.set(linked, { size: linked.size, days });
  return days;
}

/** The one that decides, else the last one that was held: that is where the answer was given. */
function theConsultation(all: readonly Consultation[], linked: Names): Consultation | undefined {
  const dateOf = (one: Consultation) => meetingOf(one, linked)?.date ?? '';
  const open = all.filter((one) => !isClosedOne(one, linked));
  const byDate = [...(open.length > 0 ? open : all)].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  return byDate.find((one) => one.authoritative) ?? byDate[0];
}

/** One closed consultation beside an open one keeps nothing out; all of them closed says that the paper is closed. */
function isClosed(all: readonly Consultation[], linked: Names): boolean {
  return all.length > 0 && all.every((one) => isClosedOne(one, linked));
}

/** An agenda item that the source calls public lets in a paper whose own header cannot be read. */
const isOpen = (all: readonly Consultation[], linked: Names): boolean =>
  all.some((one) => rowOf(linked, one.agendaItem, 'agendaItem')?.public === true && !isClosedOne(one, linked));

/** `public: false` anywhere on the way to it. */
const isClosedOne = (one: Consultation, linked: Names): boolean =>
  [one, rowOf(linked, one.agendaItem, 'agendaItem'), meetingOf(one, linked)].some((row) => row?.public === false);

/** The consultation's own, or the one of its agenda item: many servers give only one of the two. */
const meetingOf = (one: Consultation | undefined, linked: Names) =>
  rowOf(linked, one?.meeting, 'meeting') ??
  rowOf(linked, rowOf(linked, one?.agendaItem, 'agendaItem')?.meeting, 'meeting');

function rowOf<K extends LinkedRow['kind']>(linked: Names, key: string | null | undefined, kind: K) {
  const row = key ? linked.get(key) : undefined;
  return row?.kind === kind ? (row as LinkedRow & { kind: K }) : undefined;
}

function nameOf(linked: Names, key: string | undefined): string | undefined {
  const row = key ? linked.get(key) : undefined;
  if (row?.kind !== 'organization' && row?.kind !== 'person') return undefined;
  // "_Fachbereich Datenübernahme": systems put a mark before entries that are none of the city's.
  return row.name.startsWith('_') ? undefined : row.name;
}

/** A link that a citizen may be given: http(s), and not into a private network unless the server itself is there. */
function isShowable(link: string | null, host: string): link is string {
  if (!link || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return false;
  const { hostname } = new URL(link);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return hostname === host || !(isIP(bare) ? isPrivateAddress(bare) : /(^|\.)localhost$/.test(hostname));
}
