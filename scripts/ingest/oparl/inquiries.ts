// Answers that are papers of their own (Cologne: inquiry AN/1285/2024, answer 3008/2024) → the inquiry's paper, by the
// references that their titles and first pages name and by the links between papers.
import type { FileRecord } from '../../store/records.ts';
import type { PaperRow } from './objects.ts';

type Papers = ReadonlyMap<string, PaperRow>;

/** For each paper with an answer but without an inquiry: the papers that it answers, best first. */
export function findInquiries(papers: Papers, records: Iterable<FileRecord>): Map<string, PaperRow[]> {
  const byPaper = new Map<string, FileRecord[]>();
  for (const record of records) {
    if (record.paper === null) continue;
    const group = byPaper.get(record.paper);
    if (group) group.push(record);
    else byPaper.set(record.paper, [record]);
  }
  const isInquiry = (key: string) => {
    const kinds = byPaper.get(key)?.map((r) => r.state.kind) ?? [];
    return kinds.includes('inquiry') && !kinds.includes('reply');
  };
  const byReference = new Map<string, PaperRow>();
  for (const paper of papers.values()) {
    if (paper.reference && isInquiry(paper.key)) byReference.set(normalize(paper.reference), paper);
  }

  const found = new Map<string, PaperRow[]>();
  for (const [key, group] of byPaper) {
    const paper = papers.get(key);
    const answers = group.filter((r) => r.state.kind === 'reply');
    if (!paper || answers.length === 0 || group.some((r) => r.state.kind === 'inquiry')) continue;
    const named = answers
      .flatMap((r) => r.mentions ?? [])
      .flatMap((mention) => byReference.get(normalize(mention)) ?? []);
    const linked = paper.papers.flatMap((link) => (isInquiry(link) ? (papers.get(link) ?? []) : []));
    const inquiries = [...new Set([...linked, ...named])].filter((inquiry) => inquiry.key !== key);
    if (inquiries.length > 0) found.set(key, inquiries);
  }
  return found;
}

const normalize = (reference: string) => reference.replace(/\s+/g, '').toUpperCase();
