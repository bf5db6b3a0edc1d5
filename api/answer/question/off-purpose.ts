// Why a question is not answered from the papers.
import type { Refused } from './refused.ts';

export type Need = 'emergency' | 'despair' | 'illness';
export type Manners = 'insult' | 'thanks' | 'about-us' | 'greeting';
export type OffPurpose = Need | Refused | Manners;
