import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { type Run, runLonglist } from './test-support/command-line';

const ADA = { email: 'ada@example.org', password: 'violet lantern over quiet harbour' };

describe('longlist where one signs in', () => {
  let place: TestPlace;
  const longlist = (
    env: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): Promise<Run> => runLonglist(place, args, env);
  const AS_ADA = { LONGLIST_USER: ADA.email, LONGLIST_PASSWORD: ADA.password };

  beforeEach(async () => {
    place = testPlace();
    const core = await place.openCore({
      passwordCost: { memory: 8, passes: 1 },
      background: false,
    });
    await core.client().workspace.create({ name: 'Desk', userName: 'Ada', signIn: ADA });
    await core.close();
  });
  afterEach(() => place.remove());

  it('says that it has to be signed in to, shows nothing, and checks the system for anybody', async () => {
    const nobody = await longlist({}, 'search', 'java');
    expect(nobody).toMatchObject({ code: 2, out: '' });
    expect(nobody.err).toContain('--user');
    expect(await longlist({}, 'doctor')).toMatchObject({ code: 0 });
  });

  it('works as whoever signs in, counts what fails, and takes a password from a file', async () => {
    const file = path.join(place.dir, 'password');
    writeFileSync(file, `${ADA.password}\n`);
    const as = ['--user', ADA.email, '--password-file', file];
    const listed = await longlist({}, 'user', 'list', '--json', ...as);
    expect(JSON.parse(listed.out)).toMatchObject({
      users: [{ name: 'Ada', email: ADA.email, role: 'admin', status: 'active' }],
    });
    expect(listed.out).not.toMatch(/argon|hash/i);
    const refused = await longlist({ ...AS_ADA, LONGLIST_PASSWORD: 'wrong' }, 'search', 'java');
    expect(refused).toMatchObject({ code: 1, out: '' });
    const core = await place.openCore({ background: false });
    const { deps } = core.session();
    const ada = await deps.people.userByEmail(ADA.email);
    expect(await deps.people.credential(ada?.id ?? '')).toMatchObject({ failures: 1 });
    await core.close();
  });

  it('lets somebody in with a one-time password, lets them go, and keeps the last administrator', async () => {
    const added = await longlist(
      AS_ADA,
      'user',
      'add',
      'Ben@example.org',
      '--name',
      'Ben Ruiz',
      '--role',
      'auditor',
      '--json',
    );
    expect(added.code).toBe(0);
    const { oneTimePassword } = JSON.parse(added.out) as { oneTimePassword: string };
    const ben = { LONGLIST_USER: 'ben@example.org', LONGLIST_PASSWORD: oneTimePassword };
    const first = await longlist(ben, 'search', 'java');
    expect(first).toMatchObject({ code: 2, out: '' });
    expect(first.err).toContain('changed in the application');
    expect(await longlist(AS_ADA, 'user', 'deactivate', 'ben@example.org')).toMatchObject({
      code: 0,
      out: 'Ben Ruiz is let in no more.\n',
    });
    expect((await longlist(AS_ADA, 'user', 'list')).out).toBe(
      'Ada · ada@example.org · admin\nBen Ruiz · ben@example.org · auditor · deactivated\n',
    );
    const last = await longlist(AS_ADA, 'user', 'deactivate', ADA.email);
    expect(last).toMatchObject({ code: 1, out: '' });
    expect(last.err).toContain('last administrator');
  });
});
