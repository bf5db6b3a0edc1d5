// The words of the corpus: what a source says, what reading and parsing make of it, and what is searched.
// All offsets are UTF-16 code units into the text they stand beside.

/** `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

export interface PageSpan extends Span {
  /** Counted from 1. */
  number: number;
}

/** One page as it comes out of a file, before any cleaning. Formats without pages yield one. */
export interface PageText {
  /** Counted from 1. */
  number: number;
  text: string;
}

/** What became of a pair's question. */
export type AnswerKind = 'answered' | 'no-data' | 'refused' | 'referred' | 'announced';

/** One question of the inquiry with the administration's answer to it (CONTRACT.md, `Pair`). */
export interface Pair {
  /** "3", "3a", "7.1", "B"; null for an unnumbered pair. */
  number: string | null;
  /** Where the question stands in `document.text`; null when it stands only in the inquiry or nowhere. */
  question: Span | null;
  questionText: string | null;
  questionFrom: 'document' | 'inquiry' | null;
  answer: Span;
  /** Parts of `answer` that may be the asker's words or a question: searched, never quoted (unquotable.ts). Missing where none are. */
  unquotable?: Span[];
  kind: AnswerKind;
  /** The number of the pair that an answer like "siehe Antwort zu 1" points to. */
  see: string | null;
}

/** What a source (OParl, a folder's NAME.meta.json) says of a file and its paper. Everything may be missing. */
export interface SourceMeta {
  title?: string;
  reference?: string;
  /** YYYY-MM-DD, the session's, else the paper's. */
  date?: string;
  /** YYYY-MM-DD: when the inquiry was handed in. */
  submitted?: string;
  committee?: string;
  agendaItem?: string;
  askedBy?: string[];
  department?: string;
  signedBy?: string;
  body?: string;
  /** The file at the council information system. */
  url?: string;
  /** False when the source says that the file or its paper is not public; true lets in what does not say so itself. */
  public?: boolean;
  /** Days on which the committee met around that date, YYYY-MM-DD. */
  meetings?: string[];
  /** Under which it may be used: a URL or a name. */
  license?: string;
  /** The cleaned text of the paper's inquiry file, for answers that do not repeat their questions. */
  inquiryText?: string;
  /** Other files of the paper and papers it names. */
  related?: Related[];
}

export interface Related {
  name: string;
  url: string;
  /** Set on the file with the inquiry that this document answers. */
  isInquiry?: true;
}

/** One published answer of the administration, read and parsed. Citations are spans of `text`. */
export interface ReplyDocument {
  /** `[A-Za-z0-9_-]{1,64}`, stable across hosts and ports. */
  id: string;
  title: string;
  reference: string | null;
  /** YYYY-MM-DD. */
  date: string | null;
  committee: string | null;
  agendaItem: string | null;
  /** Persons and factions. */
  askedBy: string[];
  /** Those of `askedBy` that are factions; missing where none is known to be one. */
  factions?: string[];
  /** YYYY-MM-DD, when the inquiry was handed in; missing where the source does not say it. */
  submitted?: string;
  department: string | null;
  signedBy: string | null;
  body: string | null;
  /** Cleaned: no page marks, running heads or line-end hyphens; paragraphs separated by an empty line. */
  text: string;
  /** Covers all of `text`. */
  pages: PageSpan[];
  pairs: Pair[];
  originalUrl: string | null;
  /** Under which it may be used: a URL or a name. Missing where nobody says. */
  license?: string;
  /** The OParl File id, or the file's path in its folder. */
  file: string;
  /** Exact copies of this document in other papers. */
  aliases: { reference: string | null; file: string }[];
  related: Related[];
  /** Other documents that belong to it; known in the index only, missing where there are none. */
  together?: BelongingPaper[];
  /** Missing where the inquiry's text is not known. */
  inquiry?: InquiryText;
  /** Its pages whose text was read from their picture; missing where there are none. */
  scans?: ScannedPage[];
}

/** A page that was read from its picture, by a program that errs (scripts/ingest/scan). */
export interface ScannedPage {
  /** Counted from 1. */
  number: number;
  /** The SHA-256 of the picture, a WebP in which private data is blacked out. */
  image: string;
  /** How sure the program is of the page's letters, 0 to 1. */
  confidence: number;
}

/** Another document of the same matter (papers-together.ts). */
export interface BelongingPaper {
  id: string;
  title: string;
  date: string | null;
}

/** The council's inquiry, cleaned as a reply's text is: shown beside the reply; its words help to find the reply, never quoted. */
export interface InquiryText {
  text: string;
  /** Where its questions stand in `text`, in order. */
  questions: ({ number: string | null } & Span)[];
}

/** The unit of retrieval: a pair's answer or a part of a long one. Never reaches over the end of a pair. */
export interface Passage extends Span {
  /** `<documentId>.<n>`, n from 0 in order of `start`. */
  id: string;
  /** Index into `document.pairs`. */
  pair: number;
  /** The page on which `start` stands; null where the format has no pages. */
  page: number | null;
}

/** Why a file is not in the corpus; shown to the user with the file's name. */
export type SkipReason =
  | 'unknown-format'
  | 'unreadable'
  | 'password-protected'
  | 'empty'
  | 'scan-without-text'
  /** Read from its pictures, and too much of it is a guess. */
  | 'unsure-scan'
  /** An old format whose styles hide text, which cannot be told from the rest. */
  | 'hidden-text'
  | 'not-public'
  | 'unclear-public'
  | 'not-an-answer'
  | 'too-large'
  | 'hidden';

/** What whoever publishes a file should know of it, though it was read. Pages are counted from 1. */
export type Remark =
  /** Words stand under an opaque box; they are not in our text, but still in the file. */
  | { what: 'covered-text' | 'struck-text' | 'pages-without-text' | 'unsure-pages' | 'scanned-pages'; pages: number[] }
  | { what: 'attachments'; names: string[] };

/** A failure that the caller must handle stands beside the value, never in an exception. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };
