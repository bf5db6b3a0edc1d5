// Every German sentence that JavaScript adds to the staff's pages. English ones: staff-texts.en.ts. Apart from the
// chat's, so that the widget does not carry them.

export const de = {};

export type StaffTexts = typeof de;
