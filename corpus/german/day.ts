// A day YYYY-MM-DD as people write it. Apart from the reading of dates, so that what shows a day in the browser does not
// load the names of all months.

/** As German papers write it: "04.10.2022". */
export const germanDay = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');

const ENGLISH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The same in English: "4 October 2022". */
export const englishDay = (date: string): string => ENGLISH.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
