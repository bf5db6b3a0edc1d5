// A dump of OParl papers → every file's text as a document, for measuring a whole city. One JSON object a line.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { parseReply } from '../../corpus/parse/parse.ts';
import type { ReplyDocument } from '../../corpus/types.ts';

interface DumpPaper {
  name?: string;
  reference?: string;
  date?: string;
  mainFile?: DumpFile;
  auxiliaryFile?: DumpFile[];
}

interface DumpFile {
  id: string;
  name?: string;
  text?: string;
}

/** Parsed once and kept in a temporary file, as the store keeps what ingest has parsed; `remove` it afterwards. */
export async function parseDump(path: string) {
  const dir = await mkdtemp(join(tmpdir(), 'ratsauskunft-dump-'));
  const kept = join(dir, 'documents.jsonl');
  const lines = async function* () {
    for await (const document of documentsOfDump(path)) yield `${JSON.stringify(document)}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(kept));
  return {
    async *documents(): AsyncGenerator<ReplyDocument> {
      for await (const line of linesOf(kept)) yield JSON.parse(line);
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** The same file in several papers is read once. */
async function* documentsOfDump(path: string): AsyncGenerator<ReplyDocument> {
  const seen = new Set<string>();
  for await (const line of linesOf(path)) {
    const paper = JSON.parse(line) as DumpPaper;
    for (const file of [paper.mainFile, ...(paper.auxiliaryFile ?? [])]) {
      if (!file?.text || seen.has(file.id)) continue;
      seen.add(file.id);
      const title = [paper.name, file.name].filter(Boolean).join(': ');
      const parsed = parseReply({
        id: `dump-${file.id.split('/').at(-1)}`,
        file: file.id,
        pages: [{ number: 1, text: file.text }],
        meta: {
          title,
          ...(paper.reference ? { reference: paper.reference } : {}),
          ...(paper.date ? { date: paper.date.slice(0, 10) } : {}),
        },
      });
      if (parsed.ok) yield parsed.value;
    }
  }
}

/** Only `\n` ends a line: texts hold characters at which readline splits, too. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const raw = createReadStream(path);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of path.endsWith('.zst') ? raw.pipe(createZstdDecompress()) : raw) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  if (rest.trim() !== '') yield rest;
}
