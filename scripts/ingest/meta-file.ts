// NAME.meta.json beside NAME.pdf → what it says of the document, checked field by field.
import { z } from 'zod';
import type { Result, SourceMeta } from '../../corpus/types.ts';

export interface MetaFile {
  meta: SourceMeta;
  /** Fields that we do not know, to be told to whoever wrote them. */
  unknownFields: string[];
}

const text = z.string().trim().min(1).max(1_000);
const url = z.url({ protocol: /^https?$/, error: 'keine http(s)-Adresse (no http(s) URL)' });
const date = z
  .string()
  .trim()
  .transform((value) => value.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, germanToIso))
  .pipe(z.iso.date('kein Datum wie 2021-05-27 (no date like 2021-05-27)'));

const Fields = z.looseObject({
  title: text.optional(),
  reference: text.optional(),
  date: date.optional(),
  submitted: date.optional(),
  committee: text.optional(),
  agendaItem: z.union([text, z.number().transform(String)]).optional(),
  askedBy: z.union([text.transform((one) => [one]), z.array(text)]).optional(),
  department: text.optional(),
  signedBy: text.optional(),
  body: text.optional(),
  url: url.optional(),
  public: z.boolean('true oder false (true or false)').optional(),
  license: text.optional(),
  inquiryText: z.string().max(100_000).optional(),
  related: z.array(z.object({ name: text, url })).optional(),
});

/** The error says which field is wrong and why. `null` counts as left out. */
export function parseMetaFile(json: string): Result<MetaFile, string> {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''), (_key, value) => (value === null ? undefined : value));
  } catch (error) {
    return { ok: false, error: `kein JSON (no JSON): ${(error as Error).message}` };
  }
  const parsed = Fields.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'Datei'}: ${issue.message}`);
    return { ok: false, error: faults.join('; ') };
  }
  const unknownFields = Object.keys(parsed.data).filter((field) => !(field in Fields.shape));
  // A misspelled "public" must not publish anything.
  const nearPublic = unknownFields.find((field) => /publi|öffentlich|oeffentlich/i.test(field));
  if (nearPublic) return { ok: false, error: `${nearPublic}: meint "public"? (is "public" meant?)` };
  const known = Object.fromEntries(
    Object.entries(parsed.data).filter(([field, v]) => field in Fields.shape && v !== undefined),
  );
  return { ok: true, value: { meta: known as SourceMeta, unknownFields } };
}

function germanToIso(_all: string, day: string, month: string, year: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
