import { describe, expect, it } from 'vitest';
import { asBackupError } from './failure';

const failed = (code: string): Error => Object.assign(new Error('It failed'), { code });

describe('what a disk answers to a backup', () => {
  it.each([
    ['ENOSPC', 'STORAGE_UNAVAILABLE', 'full'],
    ['EDQUOT', 'STORAGE_UNAVAILABLE', 'full'],
    ['SQLITE_FULL', 'STORAGE_UNAVAILABLE', 'full'],
    ['EROFS', 'STORAGE_UNAVAILABLE', 'read-only'],
    ['EACCES', 'STORAGE_UNAVAILABLE', 'read-only'],
    ['ENOENT', 'STORAGE_UNAVAILABLE', 'unreachable'],
    ['ENOTDIR', 'STORAGE_UNAVAILABLE', 'unreachable'],
    ['EIO', 'STORAGE_UNAVAILABLE', 'unreachable'],
    ['SQLITE_CANTOPEN', 'STORAGE_UNAVAILABLE', 'unreachable'],
    ['SQLITE_IOERR_WRITE', 'STORAGE_UNAVAILABLE', 'unreachable'],
    ['SQLITE_CORRUPT', 'WORKSPACE_DAMAGED', undefined],
    ['SQLITE_NOTADB', 'WORKSPACE_DAMAGED', undefined],
  ])('%s is said in words that fit', (code, expected, reason) => {
    const details = reason === undefined ? {} : { reason };
    expect(asBackupError(failed(code))).toMatchObject({ code: expected, details });
  });

  it('leaves a bug a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(asBackupError(bug)).toBe(bug);
    expect(asBackupError(failed('ERR_INVALID_ARG_TYPE'))).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
    });
  });
});
