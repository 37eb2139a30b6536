import { describe, expect, it } from 'vitest';
import { changedFields } from './changed-fields';

describe('what an audit entry says of fields', () => {
  it('tells of settings only what differs, however deep it stands', () => {
    const before = { settings: { lockAfter: 15, blind: { fields: ['name'] }, ocr: ['eng'] } };
    const after = { settings: { lockAfter: 5, blind: { fields: ['name'] }, ocr: ['eng'] } };
    expect(changedFields('workspace', before, after)).toEqual([
      { path: 'workspace.settings.lockAfter', before: 15, after: 5 },
    ]);
  });

  it('tells of every plain field, also where it was made or taken away', () => {
    expect(changedFields('tag', null, { name: 'Nurse' })).toEqual([
      { path: 'tag.name', before: undefined, after: 'Nurse' },
    ]);
    expect(changedFields('tag', { name: 'Nurse' }, null)).toEqual([
      { path: 'tag.name', before: 'Nurse', after: undefined },
    ]);
    expect(changedFields('tag', null, null)).toEqual([]);
  });
});
