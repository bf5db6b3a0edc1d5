// A question with HTML around it, pasted along or tried out on us → the question. Program text goes with its element.
// What only looks like markup and would speak to a model ("</context>") stays, to be seen for what it is.

export function withoutMarkup(question: string): string {
  return question.replace(PROGRAM, ' ').replace(ELEMENTS, ' ').replace(/\s+/gu, ' ').trim();
}

const PROGRAM = /<(script|style|svg|iframe|template)(?=[\s>/])[^>]*>.*?<\/\1\s*>|<!--.*?-->/gisu;
const ELEMENTS =
  /<\/?(?:script|style|svg|iframe|template|img|a|b|i|u|p|div|span|br|hr|h[1-6]|input|form|button|body|html|head|link|meta|object|embed|ul|ol|li|table|tr|td|th|strong|em|marquee|video|audio|details|textarea)(?=[\s>/])[^>]*>/giu;
