// What is read of a question's words by need is what the whole lexicon would have said.
import { beforeAll, expect, test } from 'vitest';
import { fillIndex } from '../../../api/index/fill-index.ts';
import { openLexicon } from '../../../api/index/lexicon.ts';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { type Opened, openTables } from '../../../api/search/opened.ts';
import { conceptsOf } from '../../../api/search/query.ts';
import { readWords, termsOfConcepts } from '../../../api/search/question-words.ts';
import { DOCUMENTS } from './engines.cases.ts';

const LEXICON = [
  'schultoilette, klo, toilette',
  'freie bäder => Freibad',
  'frei luft bad => Öffnungszeiten',
  'pool, schwimmbecken => Freibad',
  'speed camera => Geschwindigkeitsmessanlage',
  'camera => Einnahmen',
  'lindeneichen, bäume',
  'linden wald => Lindeneichen',
].join('\n');
let opened: Opened;

beforeAll(async () => {
  const { db } = openSqliteD1(':memory:');
  await fillIndex(db, { version: 'words', builtAt: '', lexicon: LEXICON }, async function* () {
    yield* DOCUMENTS;
    // A word that stands in a title alone is no word that compounds are split into, or joined as.
    yield { ...DOCUMENTS[4]!, id: 'titel', title: 'Lindeneichen' };
  });
  opened = await openTables(db, 'words');
});

test.each([
  'Schul Toilette',
  'Frei Bad',
  'Freies Bad an der Luft',
  'Where is the speed camera?',
  'camera without speed',
  'Klo im Stadtpark',
  'Pool',
  'Linden Eichen',
  'Xylophon',
])('%s is asked as by the whole lexicon, with all that the vocabulary has of it', async (query) => {
  const { reader, known } = opened;
  const request = { query, history: [], rewrite: null };
  const whole = conceptsOf(request, { known, lexicon: openLexicon(await reader.lexicon(null)) });
  const { concepts, vocabulary } = await readWords(
    (lexicon) => conceptsOf(request, { known, lexicon }),
    [],
    known,
    reader,
  );
  expect(concepts).toEqual(whole);
  const terms = [...new Set(termsOfConcepts(whole))];
  const frequencies = await reader.frequencies(terms);
  const found = terms.flatMap((term) => vocabulary.get(term)?.df ?? []);
  expect(found).toEqual(terms.flatMap((term) => frequencies.get(term) ?? []));
});
