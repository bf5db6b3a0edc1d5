import { describe, expect, it } from 'vitest';
import { folderDocumentId, oparlDocumentId, withHash } from '../../scripts/ingest/document-id.ts';

const LEGAL = /^[A-Za-z0-9_-]{1,64}$/;

describe('ids of files in a folder', () => {
  it.each([
    ['koeln-2021.txt', undefined, 'koeln-2021'],
    ['Anfragen/Grüne 2021.pdf', undefined, 'Anfragen-Gruene-2021'],
    ['Größe & Maß.docx', undefined, 'Groesse-Mass'],
    ['Straße'.normalize('NFD'), undefined, 'Strasse'],
    ['a.pdf', 'Stadt Köln', 'koeln-a'],
    ['koeln-2021.txt', 'Stadt Köln', 'koeln-2021'],
    ['a.pdf', 'Landeshauptstadt München', 'muenchen-a'],
    ['Version 1.2 neu.pdf', undefined, 'Version-1-2-neu'],
  ])('%s of %s is %s', (path, body, id) => {
    expect(folderDocumentId(path, body)).toBe(id);
  });

  it('are the same for a name with composed and with decomposed umlauts', () => {
    expect(folderDocumentId('Müll.pdf'.normalize('NFD'))).toBe(folderDocumentId('Müll.pdf'.normalize('NFC')));
  });

  it('stay legal and apart for long names and names of other scripts', () => {
    const long = ['a', 'b'].map((end) => folderDocumentId(`${'sehr-langer-name-'.repeat(8)}${end}.pdf`));
    const foreign = ['資料.pdf', 'данные.pdf'].map((name) => folderDocumentId(name));
    expect(new Set([...long, ...foreign]).size).toBe(4);
    for (const id of [...long, ...foreign]) expect(id).toMatch(LEGAL);
  });
});

describe('ids of OParl files', () => {
  it.each([
    ['/oparl/bodies/0001/files/589396', 'Karlsruhe', 'karlsruhe-589396'],
    ['/webservice/oparl/v1.1/body/1/file/2-4711', 'Stadt Köln', 'koeln-2-4711'],
    ['/oparl/files/a/17', null, 'a-17'],
    ['/oparl/object?type=file&id=42', 'Musterstadt', 'musterstadt-object-42'],
    ['/oparl/doc/9', 'Stadt Musterstadt (Nachbau zum Test)', 'musterstadt-9'],
  ])('%s of %s is %s', (key, body, id) => {
    expect(oparlDocumentId(key, body)).toBe(id);
  });
});

it('gives the second owner of an id a legal id of its own, always the same', () => {
  const id = withHash('x'.repeat(64), 'folder b.pdf');
  expect(id).toMatch(LEGAL);
  expect(id).toBe(withHash('x'.repeat(64), 'folder b.pdf'));
  expect(id).not.toBe(withHash('x'.repeat(64), 'folder c.pdf'));
});
