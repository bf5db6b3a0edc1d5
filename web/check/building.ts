// One question of an inquiry while its answer is built.
import type { CheckedQuestion, Match } from '../../api/check/types.ts';
import type { Lang } from '../../api/events.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import type { EarlierAnswer } from './earlier-answer.ts';
import type { Entry } from './entry.ts';

export interface Building {
  question: CheckedQuestion;
  about: string;
  entry: Entry;
  /** Pairs that are ticked, as drafts name them: `documentId#index`. */
  ticked: Map<Match, EarlierAnswer>;
  lang: Lang;
  texts: PageTexts;
  canDraft: boolean;
  onChange(): void;
}
