import { describe, expect, it } from 'vitest';
import { keyOf, readFileObject, readLinked, readPaper } from '../../../scripts/ingest/oparl/objects.ts';

const ID = 'https://ris.musterstadt.example/oparl/papers/1';
const FILE = {
  id: 'https://ris.musterstadt.example/oparl/files/7',
  downloadUrl: 'https://ris.musterstadt.example/7.pdf',
};

describe('a paper as servers really send it', () => {
  it.each([
    ['2024-02-28', '2024-02-28'],
    ['2024-02-28T23:30:00+01:00', '2024-02-28'],
    ['2024-02-31', null],
    ['2024-13-01', null],
    ['0000-00-00', null],
    ['N/A', null],
    ['', null],
    [20240228, null],
    [null, null],
  ])('of date %j has the date %j', (date, expected) => {
    expect(readPaper({ id: ID, date })?.row.date).toBe(expected);
  });

  it.each([
    ['an array', [FILE]],
    ['an object', FILE],
  ])('has its file, whether auxiliaryFile is %s', (_what, auxiliaryFile) => {
    expect(readPaper({ id: ID, auxiliaryFile })?.row.files.map((file) => file.key)).toEqual(['/oparl/files/7']);
  });

  it.each([null, 'N/A', 7, [null, 'x', 3], {}, [{}], { deleted: true }])(
    'has no file when auxiliaryFile is %j',
    (value) => {
      expect(readPaper({ id: ID, auxiliaryFile: value })?.row.files).toEqual([]);
    },
  );

  it('has a file once that is main file and auxiliary file', () => {
    expect(readPaper({ id: ID, mainFile: FILE, auxiliaryFile: [FILE] })?.row.files).toHaveLength(1);
  });

  it.each([
    ['Anfrage\u0000 zu\r\n\tB\u00e4nken ', 'Anfrage zu Bänken'],
    ['Ba\u0308nke', 'Bänke'],
    ['N/A', ''],
    ['k. A.', ''],
    ['-', ''],
    [undefined, ''],
    [{ de: 'x' }, ''],
    [4711, '4711'],
  ])('called %j is named %j', (name, expected) => {
    expect(readPaper({ id: ID, name })?.row.name).toBe(expected);
  });

  it.each([[undefined], [null], [''], ['papers/1'], ['urn:oparl:1'], [7]])('is passed over with the id %j', (id) => {
    expect(readPaper({ id })).toBeNull();
  });

  it('is a tombstone only when deleted is true', () => {
    expect(readPaper({ id: ID, deleted: true })?.deleted).toBe(true);
    expect(readPaper({ id: ID, deleted: 'false' })?.deleted).toBe(false);
  });
});

describe('keys', () => {
  it.each([
    ['https://a.example/oparl/files/1', '/oparl/files/1'],
    ['http://b.example:8080/oparl/files/1/', '/oparl/files/1'],
    ['https://a.example/oparl?typ=file&id=1', '/oparl?typ=file&id=1'],
  ])('of %s is %s, whatever scheme, host and port', (id, key) => {
    expect(keyOf(id)).toBe(key);
  });
});

describe("OParl's own text", () => {
  it.each(['', '   ', 'N/A', null, 7])('%j is none', (text) => {
    expect(readFileObject({ ...FILE, text })).not.toHaveProperty('text');
  });
});

describe('linked objects', () => {
  it.each([
    [{ type: 'https://schema.oparl.org/1.0/Organization' }, 'organization'],
    [{ type: 'https://schema.oparl.org/1.1/Person' }, 'person'],
    [{ familyName: 'Erfunden' }, 'person'],
    [{ start: '2024-02-28T17:00:00+01:00' }, 'meeting'],
  ])('%j without more is a(n) %s', (fields, kind) => {
    expect(readLinked({ id: ID, name: 'Name', ...fields })[0]?.kind).toBe(kind);
  });
});
