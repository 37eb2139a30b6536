import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import { noKeychain } from '@/electron/core/keys/secret-store';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { examine } from './examine';

let place: TestPlace;
let core: Core;
beforeEach(async () => {
  place = testPlace();
  core = await openDesk(place);
});
afterEach(async () => {
  await core.close();
  place.remove();
});

describe('the system check', () => {
  it('does not call the database damaged when the look at it was interrupted', async () => {
    const session = core.session();
    const checks = await examine({
      ...session,
      desk: { ...session, checkDatabase: () => Promise.reject(new Error('the thread ended')) },
      unavailable: '',
      workspaceDir: place.workspaceDir,
      secrets: noKeychain,
    });
    expect(checks.find(({ id }) => id === 'database')).toMatchObject({
      state: 'warning',
      message: expect.stringContaining('interrupted'),
    });
  });

  it('says what is wrong with a database that is', async () => {
    const session = core.session();
    const checks = await examine({
      ...session,
      desk: {
        ...session,
        checkDatabase: () => Promise.resolve(['row 7 is missing from an index']),
      },
      unavailable: '',
      workspaceDir: place.workspaceDir,
      secrets: noKeychain,
    });
    expect(checks.find(({ id }) => id === 'database')).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('row 7'),
    });
    expect(checks.find(({ id }) => id === 'search-index')).toMatchObject({ state: 'ok' });
  });
});
