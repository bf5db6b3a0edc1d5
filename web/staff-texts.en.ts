// Every English sentence that JavaScript adds to the staff's pages. German ones: staff-texts.de.ts.
import type { StaffTexts } from './staff-texts.de.ts';

export const en: StaffTexts = {};
