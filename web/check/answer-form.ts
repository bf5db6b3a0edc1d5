// A template (DOCX with placeholders) and what a clerk has written → the city's answer form as a Word file, filled in
// this browser: nothing of it goes to a server. docxtemplater does it: of the well-kept libraries it names each wrong
// placeholder at once, with its place (easy-template-x stops at the first). Loaded only when a file is wanted.

import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import type { InquiryFacts } from '../../api/check/inquiry-facts.ts';
import { germanDay } from '../../corpus/german/day.ts';
import type { Result } from '../../corpus/types.ts';
import { wordBlocks } from './word-blocks.ts';

export interface AnswerForm {
  /** `today` is the day of the draft; all dates YYYY-MM-DD. */
  facts: InquiryFacts & { today: string; city: string };
  questions: { number: string; question: string; answer: string; responsible: string }[];
}

/** What a template may name, and how a gap of it is called. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  stadt: 'Stadt',
  gremium: 'Gremium',
  datum: 'Datum der Sitzung',
  heute: 'Datum',
  betreff: 'Betreff',
  anfragende: 'Anfragende',
  anfragenummer: 'Nummer der Anfrage',
  anfragedatum: 'Datum der Anfrage',
  unterschrift: 'Name',
  fragen: '',
  nummer: '',
  frage: '',
  antwort: '',
  antwortblock: '',
  zustaendig: '',
};

/** The error has a sentence for each placeholder that is wrong. */
export function fillAnswerForm(template: ArrayBuffer, form: AnswerForm): Result<Blob, string[]> {
  try {
    const names = new Set<string>();
    const document = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      modules: [collecting(names)],
      errorLogging: false,
      nullGetter: (part) => (part.module === 'rawxml' ? '' : gap(part.value)),
    });
    const unknown = [...names].filter((name) => !(name in PLACEHOLDERS));
    if (unknown.length > 0) return { ok: false, error: unknown.map(unknownPlaceholder) };
    document.render(valuesOf(form));
    return { ok: true, value: document.toBlob() };
  } catch (error) {
    return { ok: false, error: sentencesOf(error) };
  }
}

const day = (date: string | null): string | null => (date === null ? null : germanDay(date));

function valuesOf({ facts, questions }: AnswerForm) {
  return {
    stadt: facts.city,
    gremium: facts.committee,
    // The session in which it will be answered is not in the inquiry.
    datum: null,
    heute: day(facts.today),
    betreff: facts.subject,
    anfragende: facts.askedBy,
    anfragenummer: facts.reference,
    anfragedatum: day(facts.date),
    unterschrift: null,
    fragen: questions.map(({ number, question, answer, responsible }) => ({
      nummer: number,
      frage: question,
      antwort: answer === '' ? gap('antwort') : answer,
      antwortblock: wordBlocks(answer === '' ? gap('antwort') : answer),
      zustaendig: responsible,
    })),
  };
}

/** Marked so that nobody sends it unseen. */
function gap(name: string): string {
  const label = PLACEHOLDERS[name] || (name === 'antwort' ? 'Antwort' : name);
  return `[${label} ergänzen]`;
}

/** The library's own inspector needs a package that it does not bring (3.71: lodash). */
const collecting = (names: Set<string>): DXT.Module => ({
  name: 'collecting',
  postparse(parsed: DXT.Part[]) {
    for (const part of parsed) if (part.type === 'placeholder') names.add(part.value);
    return parsed;
  },
});

const unknownPlaceholder = (name: string): string =>
  `Den Platzhalter {${name}} gibt es nicht. Möglich sind: ${Object.keys(PLACEHOLDERS).join(', ')}.`;

interface TemplateError {
  properties?: { id?: string; xtag?: string; errors?: TemplateError[] };
}

const WRONG: Record<string, (name: string) => string> = {
  unopened_tag: (name) => `Vor „${name}“ fehlt die öffnende Klammer {.`,
  unclosed_tag: (name) => `Hinter „${name}“ fehlt die schließende Klammer }.`,
  duplicate_open_tag: (name) => `Vor „${name}“ steht die Klammer { doppelt.`,
  duplicate_close_tag: (name) => `Hinter „${name}“ steht die Klammer } doppelt.`,
  unclosed_loop: (name) => `Der Abschnitt {#${name}} wird nicht geschlossen: {/${name}} fehlt.`,
  unopened_loop: (name) => `Der Abschnitt {/${name}} wurde nie geöffnet: {#${name}} fehlt.`,
  closing_tag_does_not_match_opening_tag: (name) => `Der Abschnitt {#${name}} endet mit einem anderen Namen.`,
};

function sentencesOf(error: unknown): string[] {
  const { properties } = error as TemplateError;
  const all = properties?.errors ?? [error as TemplateError];
  return all.map((one) => {
    const { id = '', xtag = '' } = one.properties ?? {};
    const say = WRONG[id];
    if (say) return say(xtag);
    return xtag === ''
      ? 'Die Vorlage ist keine lesbare Word-Datei.'
      : `Der Platzhalter {${xtag}} kann so nicht ausgefüllt werden.`;
  });
}
