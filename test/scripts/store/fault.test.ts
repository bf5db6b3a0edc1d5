import { describe, expect, it } from 'vitest';
import { isStorageFault, storageFault } from '../../../scripts/store/fault.ts';

const error = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall });

describe('what the file system refuses', () => {
  it.each([
    ['ENOSPC', 'kein Platz mehr'],
    ['EDQUOT', 'kein Platz mehr'],
    ['EROFS', 'nicht beschreibbar'],
    ['EACCES', 'nicht beschreibbar'],
    ['EPERM', 'nicht beschreibbar'],
    ['EEXIST', 'liegt eine Datei'],
    ['ENOTDIR', 'liegt eine Datei'],
  ])('is told for %s in one sentence that names the store', (code, words) => {
    expect(storageFault(error(code), '/x/store')).toContain(words);
    expect(storageFault(error(code), '/x/store')).toContain('/x/store');
    expect(isStorageFault(error(code))).toBe(true);
  });

  it('is a folder that cannot be made, but no file that is missing', () => {
    expect(storageFault(error('ENOENT', 'mkdir'), '/x')).toContain('nicht beschreibbar');
    expect(storageFault(error('ENOENT'), '/x')).toBeNull();
  });

  it.each([[new Error('bug')], [null], ['ENOSPC']])('is not %j', (other) => {
    expect(storageFault(other, '/x')).toBeNull();
    expect(isStorageFault(other)).toBe(false);
  });
});
