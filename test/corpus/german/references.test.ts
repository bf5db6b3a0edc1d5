// References of invented papers, in the spellings of many cities' systems.
import { describe, expect, it } from 'vitest';
import { isReference, referenceKeys, referencesIn } from '../../../corpus/german/references.ts';

const asked = (text: string): string[] => referencesIn(text).flatMap(({ keys }) => keys);

describe('spellings of one reference share a key', () => {
  it.each([
    ['2025/0016', ['2025/0016', '2025-0016', '2025.0016', '2025/16', '0016/2025', '2025 / 0016', '2025/016']],
    ['AN/1285/2024', ['AN/1285/2024', 'AN 1285/2024', '1285/2024', '2024/1285', 'AN-1285-2024', '1285/24']],
    ['VO/0815/24', ['VO/0815/24', '0815/24', '815/2024', 'VO 0815/24', '0815/2024']],
    ['DS-I/0456/2024', ['DS-I/0456/2024', '0456/2024', 'DS-I 0456/2024']],
    ['18/14087', ['18/14087', '18-14087', 'Drs. 18/14087']],
    ['0456/2024/BV', ['0456/2024/BV', '0456/2024', '2024/456']],
    ['F0123/24', ['F0123/24', '0123/24', 'F 0123/24']],
    ['VI-F-08253', ['VI-F-08253', '08253']],
    ['V/2023/04567', ['V/2023/04567', '2023/04567']],
    ['20-26 / F 00123', ['20-26 / F 00123']],
    ['1627/2021', ['1627/2021', '1627-2021', '2021/1627']],
  ])('%s', (reference, spellings) => {
    const keys = referenceKeys(reference);
    for (const spelling of spellings) {
      const found = spelling.startsWith('20-26') ? referenceKeys(spelling) : asked(spelling);
      expect(keys, `"${spelling}" should be searched by a key of ${reference}`).toEqual(
        expect.arrayContaining([found.find((key) => keys.includes(key))]),
      );
    }
  });

  it('letters tell apart what shares its numbers', () => {
    expect(asked('AN/1285/2024')[0]).not.toBe(asked('VO/1285/2024')[0]);
    expect(referenceKeys('AN/1285/2024')).toContain(asked('AN/1285/2024')[0]);
  });

  it('18/14087 is not 18/1408', () => {
    expect(asked('18/14087')).not.toContain(referenceKeys('18/1408')[0]);
  });
});

describe('is no reference', () => {
  it.each([
    'von 2019-2021',
    'am 15.03.2022',
    'am 2022-03-15',
    '1.250 Euro',
    '1.250.000 Euro',
    'im Schuljahr 2020/21',
    'seit 10/2023',
    'im Jahr 2024',
    'um 10.30 Uhr',
    '§ 34 BauGB',
    'TOP 5.6',
    'Tempo 30',
  ])('%s', (text) => {
    expect(asked(text)).toEqual([]);
  });
});

it('a reference in a sentence is found with the text that it stands in', () => {
  expect(referencesIn('Was steht in Vorlage 2025.0016?')).toEqual([{ text: '2025.0016', keys: ['#25/16'] }]);
});

it.each([
  ['2025/0016', true],
  ['AN/1285/2024', true],
  ['Vorlage 2025/0016', false],
  ['Bäume', false],
])('%s alone is a reference: %s', (text, is) => {
  expect(isReference(text)).toBe(is);
});
