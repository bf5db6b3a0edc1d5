// Question files and recorded rewrites (CONTRACT.md, Command line) → checked questions.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Rewrite } from '../../api/search/types.ts';

const idSchema = z.union([z.string(), z.number().transform(String)]);

/** Style and language only group the figures: any will do, and none. */
const questionSchema = z.object({
  id: idSchema.default(''),
  style: z.string().default('any'),
  lang: z.string().default('de'),
  /** Short questions: answerable, broad or none; their gold quotes are whole answers. */
  type: z.string().optional(),
  question: z.string().trim().min(1),
  history: z
    .array(z.string())
    .nullish()
    .transform((history) => history ?? []),
  /** Empty: the corpus does not answer it. */
  gold: z.array(z.object({ file: idSchema, quote: z.string().default('') })),
});

/** Questions that were written for one pair, which its answer's beginning names: in full, short, English. */
const writtenSchema = z.object({
  id: idSchema,
  file: idSchema,
  anchor: z.string(),
  questions: z.array(z.string()),
  en: z.string().optional(),
});
const WRITTEN_STYLES = ['train-full', 'train-short'];

/** A line → one question, or those that were written for its pair. */
const oneSchema = questionSchema.transform((question) => [question]);
const severalSchema = writtenSchema.transform(({ id, file, anchor, questions, en }) => {
  const written = questions.map((question, i) => ({ question, lang: 'de', style: WRITTEN_STYLES[i] ?? 'train-short' }));
  if (en !== undefined) written.push({ question: en, lang: 'en', style: 'train' });
  const gold = [{ file, quote: anchor }];
  return written.map((one, i): z.infer<typeof questionSchema> => ({ ...one, id: `${id}-${i}`, history: [], gold }));
});
const isWritten = (line: unknown) => typeof line === 'object' && line !== null && 'questions' in line;

const rewriteSchema = z.object({ id: idSchema, standalone: z.string(), terms: z.array(z.string()) });

export type Question = z.infer<typeof questionSchema> & { rewrite: Rewrite | null };

/** Throws a sentence that names the line when a file is not as the contract says, or holds no question. */
export async function readQuestions(path: string, rewritesPath: string | null): Promise<Question[]> {
  const rewrites = new Map<string, Rewrite>();
  if (rewritesPath) {
    for (const { id, standalone, terms } of await readLines(rewritesPath, () => rewriteSchema)) {
      rewrites.set(id, { standalone, terms });
    }
  }
  const questions = (await readLines(path, (line) => (isWritten(line) ? severalSchema : oneSchema))).flat();
  if (questions.length === 0) throw new Error(`${path} enthält keine Frage. (Holds no question.)`);
  return questions.map((question, i) => ({
    ...question,
    style: question.type === undefined ? question.style : `${question.style}-${question.type}`,
    id: question.id || `${i + 1}`,
    rewrite: rewrites.get(question.id) ?? null,
  }));
}

async function readLines<T>(path: string, schemaOf: (line: unknown) => z.ZodType<T>): Promise<T[]> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} ist nicht zu lesen. (Cannot be read.)`);
  });
  return content
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new Error(`${path}, Zeile ${i + 1}: kein JSON. (No JSON.)`);
      }
      const parsed = schemaOf(value).safeParse(value);
      if (parsed.success) return [parsed.data];
      const issue = parsed.error.issues[0];
      const where = [`${path}, Zeile ${i + 1}`, issue?.path.join('.')].filter(Boolean).join(': ');
      throw new Error(`${where} ist nicht, wie es sein soll. (${issue?.message})`);
    });
}

/** Of an OParl id or a path: what question files name. */
export const lastSegment = (file: string): string => file.split('/').at(-1) ?? file;
