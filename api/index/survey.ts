// Documents → what each of them is only beside the others: how its names are shown, which papers belong to it, what is
// counted of all. Read of all documents at every build, for it takes no analysing.
import { type NameRules, type NameTable, nameCollector } from '../../corpus/names.ts';
import { papersTogether } from '../../corpus/papers-together.ts';
import type { BelongingPaper, ReplyDocument } from '../../corpus/types.ts';

export interface Survey {
  names: NameTable;
  together(document: ReplyDocument): BelongingPaper[];
}

export async function surveyOf(documents: AsyncIterable<ReplyDocument>, rules: NameRules = {}): Promise<Survey> {
  const names = nameCollector(rules);
  const papers = papersTogether();
  for await (const document of documents) {
    names.add(document);
    papers.add(document);
  }
  return { names: names.table(), together: papers.of };
}
