// Files of questions whose answers are known → questions with their papers and a test for pairs: what ranking and
// confidence are fitted and measured on. Five kinds of lines are read, told apart by their fields.

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { langOf, langParameter } from '../../api/languages.ts';
import type { Rewrite } from '../../api/search/types.ts';
import { shareOfWords } from '../evaluate/share-of-words.ts';

export interface JudgedQuestion {
  id: string;
  /** `train-full`, `train-short`, `train-en`, `enrichment`, `short-broad`, or the file's own style and language. */
  style: string;
  lang: 'de' | 'en';
  question: string;
  history: string[];
  rewrite: Rewrite | null;
  /** Last path segments of the files of its papers: folds are made of them, and without them it has no answer. */
  papers: string[];
  /** Whether a pair answers: its file and the text of its answer. */
  answers(file: string, answer: string): boolean;
}

const idSchema = z.union([z.string(), z.number().transform(String)]);
const partSchema = z.object({
  id: idSchema.optional(),
  file: idSchema,
  anchor: z.string(),
  questions: z.array(z.string()),
  en: z.string().optional(),
});
const goldSchema = z.object({
  id: idSchema,
  style: z.string().default('any'),
  type: z.string().optional(),
  lang: z.string().default('de'),
  question: z.string(),
  history: z
    .array(z.string())
    .nullish()
    .transform((history) => history ?? []),
  gold: z.array(z.object({ file: idSchema, quote: z.string() })),
});

export async function judgedQuestions(path: string): Promise<JudgedQuestion[]> {
  const lines = await linesOf(path);
  return lines.flatMap((line, i) => {
    const value: unknown = JSON.parse(line);
    const part = partSchema.safeParse(value);
    if (part.success) return ofPart(part.data, `${i}`);
    const gold = goldSchema.safeParse(value);
    return gold.success ? [ofGold(gold.data)] : [];
  });
}

/** The questions that a rewriting was recorded for, once more with it. */
export async function rewritten(questions: JudgedQuestion[], path: string): Promise<JudgedQuestion[]> {
  const lines = await linesOf(path);
  const recorded = new Map(lines.map((line) => rewriteSchema.parse(JSON.parse(line))).map((one) => [one.id, one]));
  return questions.flatMap((question) => {
    const rewrite = recorded.get(question.id);
    return rewrite
      ? { ...question, id: `${question.id} rewritten`, style: `${question.style} rewritten`, rewrite }
      : [];
  });
}

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} ist nicht zu lesen. (Cannot be read.)`);
  });
  return text.split('\n').filter((line) => line.trim() !== '');
}

const rewriteSchema = z.object({ id: idSchema, standalone: z.string(), terms: z.array(z.string()) });

/** Letters and digits alone: texts of two versions of the parser differ in spaces and hyphens. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const ANCHOR_LETTERS = 40;

function ofPart({ id, file, anchor, questions, en }: z.infer<typeof partSchema>, line: string): JudgedQuestion[] {
  const beginning = letters(anchor).slice(0, ANCHOR_LETTERS);
  const answers = (of: string, answer: string) => of === file && letters(answer).includes(beginning);
  const styles = id === undefined ? questions.map(() => 'enrichment') : ['train-full', 'train-short'];
  const common = { history: [], rewrite: null, papers: [file], answers };
  const asked = questions.map(
    (question, i): JudgedQuestion => ({
      id: `${id ?? `enrichment-${line}`}-${i}`,
      style: styles[i] ?? 'train-short',
      lang: 'de',
      question,
      ...common,
    }),
  );
  if (en) asked.push({ id: `${id ?? line}-en`, style: 'train-en', lang: 'en', question: en, ...common });
  return asked;
}

function ofGold({ id, style, type, lang, question, history, gold }: z.infer<typeof goldSchema>): JudgedQuestion {
  const isShort = type !== undefined;
  return {
    id,
    style: isShort ? `short-${type}` : langParameter(langOf(lang)) === null ? style : `${style}-${lang}`,
    lang: langOf(lang),
    question,
    history,
    rewrite: null,
    papers: [...new Set(gold.map(({ file }) => file))],
    answers(file, answer) {
      return gold.some((g) => {
        if (g.file !== file) return false;
        return shareOfWords(g.quote, answer) >= 0.5 || (isShort && shareOfWords(answer, g.quote) >= 0.8);
      });
    },
  };
}
