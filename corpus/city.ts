// What the city says of itself (city.json) into checked facts. A fact that the city has not filled in is null, and
// every page shows it as not set; a misspelt key or a malformed address stops the build with a sentence.
import { z } from 'zod';
import type { Result } from './types.ts';

const Line = z.string().trim().min(1).max(300).nullable();
const Mail = z.email().nullable();
const WebAddress = z.url({ protocol: /^https?$/ }).nullable();

const Spellings = z.record(z.string().trim().min(1), z.array(z.string().trim().min(1)));

const CityFacts = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** What the service is called in headings. */
  product: z.string().trim().min(1).max(40),
  /** The city's own website. */
  url: WebAddress,
  /** Where citizens ask the administration when the papers don't say. */
  contact: z.strictObject({ office: Line, mail: Mail, phone: Line, url: WebAddress }),
  imprint: z.strictObject({
    provider: Line,
    /** Lines of the postal address. */
    address: z.array(z.string().trim().min(1).max(120)).max(6),
    representative: Line,
    mail: Mail,
    phone: Line,
  }),
  privacy: z.strictObject({
    controller: Line,
    officerMail: Mail,
    /** The Land's data protection authority. */
    authority: Line,
    /** Who runs the servers for the city. */
    host: Line,
  }),
  accessibility: z.strictObject({
    assessedOn: z.iso.date().nullable(),
    /** Known barriers, a sentence each. */
    barriers: z.array(z.string().trim().min(1).max(300)).max(20),
    mail: Mail,
    phone: Line,
    /** The Land's Durchsetzungsstelle or Schlichtungsstelle. */
    enforcement: z.strictObject({ name: Line, url: WebAddress }),
  }),
  /** Which names are one: the name that is shown, and its other spellings (corpus/names.ts). */
  names: z
    .strictObject({ committee: Spellings.optional(), department: Spellings.optional(), askedBy: Spellings.optional() })
    .optional(),
  /** Questions that the chat suggests on an empty page; none: found among the newest papers. */
  examples: z.array(z.string().trim().min(10).max(150)).max(6).default([]),
  /** Whether search engines may list document pages. */
  indexing: z.boolean(),
  /** Whether the original PDF may be shown beside its text: each time, that costs its server a request. */
  pdfBeside: z.boolean().default(false),
});

export type City = z.infer<typeof CityFacts>;

/** Checks the content of city.json. The error has one sentence a fault, each naming the path of the fact. */
export function readCity(content: unknown): Result<City, string[]> {
  const parsed = CityFacts.safeParse(content);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    error: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'city'}: ${issue.message}`),
  };
}
