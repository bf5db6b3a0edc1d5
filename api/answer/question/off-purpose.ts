// Why a question is not answered from the papers.
import type { Manners } from './manners.ts';
import type { Need } from './need.ts';
import type { Refused } from './refused.ts';

export type OffPurpose = Need | Refused | Manners;
