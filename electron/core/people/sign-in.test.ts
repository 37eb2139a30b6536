import { existsSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core } from '@/electron/core/core';
import { cvText, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import type { Clock } from '@/shared/kit/clock';

const ADA = { email: 'ada@example.org', password: 'violet lantern over quiet harbour' };
/** What is tested here is not how slow the hash is. */
const CHEAP = { memory: 8, passes: 1 };

describe('signing in', () => {
  let place: TestPlace;
  let core: Core;
  let now: number;
  const clock: Clock = { now: () => new Date(now) };
  const api = () => core.client();
  const start = async (): Promise<void> => {
    core = await place.openCore({ clock, passwordCost: CHEAP });
  };
  const later = (ms: number): void => {
    now += ms;
  };
  const code = (secret: string, at = now): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
  const twoStep = async () => {
    const { secret, address } = await api().auth.startTwoStep({ password: ADA.password });
    expect(address).toMatch(/^otpauth:\/\/totp\/Longlist:ada%40example\.org\?/);
    const { recoveryCodes } = await api().auth.confirmTwoStep({ code: code(secret) });
    return { secret, recoveryCodes };
  };

  beforeEach(async () => {
    now = Date.parse('2026-03-01T09:30:00.000Z');
    place = testPlace();
    await start();
    await api().workspace.create({ name: 'Desk', userName: 'Ada', signIn: ADA });
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });

  it('puts whoever makes the workspace at its desk, and after a restart nobody', async () => {
    expect(await api().workspace.status()).toMatchObject({
      state: 'open',
      userName: 'Ada',
      guarded: true,
      role: 'admin',
    });
    await core.close();
    await start();
    const status = await api().workspace.status();
    expect(status).toEqual({ state: 'signed-out', id: expect.any(String), name: 'Desk' });
    await expect(api().candidates.search({})).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
    await expect(api().auth.me()).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
    const answer = await api().auth.signIn({ ...ADA, email: ' ADA@Example.org ' });
    expect(answer).toMatchObject({ state: 'signed-in', status: { state: 'open' } });
    expect((await api().candidates.search({})).total).toBe(0);
    expect(await api().auth.signOut()).toMatchObject({ state: 'signed-out' });
    await expect(api().candidates.search({})).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
  });

  it('answers a wrong password and an address nobody has alike, and makes both wait ever longer', async () => {
    await api().auth.signOut();
    const refusals = async (email: string): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const refused: unknown = await api()
          .auth.signIn({ email, password: 'not the password at all' })
          .catch((error: unknown) => error);
        const { code, message, data } = refused as { code: string; message: string; data: object };
        seen.push({ code, message, data });
        later((data as { waitSeconds: number }).waitSeconds * 1000);
      }
      return seen;
    };
    const known = await refusals(ADA.email);
    expect(known).toMatchObject([
      { code: 'SIGN_IN_REFUSED', data: { waitSeconds: 0 } },
      { data: { waitSeconds: 0 } },
      { data: { waitSeconds: 5 } },
      { data: { waitSeconds: 10 } },
      { data: { waitSeconds: 20 } },
    ]);
    expect(await refusals('nobody@example.org')).toEqual(known);
    await expect(api().auth.signIn(ADA)).resolves.toMatchObject({ state: 'signed-in' });
  });

  it('keeps the wait over a restart, and a clock set back or years ahead and back does not shorten it', async () => {
    await api().auth.signOut();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(api().auth.signIn({ ...ADA, password: 'wrong' })).rejects.toMatchObject({
        code: 'SIGN_IN_REFUSED',
      });
    }
    await core.close();
    await start();
    // The right password does not end the wait.
    await expect(api().auth.signIn(ADA)).rejects.toMatchObject({ data: { waitSeconds: 5 } });
    later(-10 * 365 * 86_400_000);
    await expect(api().auth.signIn(ADA)).rejects.toMatchObject({ data: { waitSeconds: 5 } });
    later(4_000);
    await expect(api().auth.signIn(ADA)).rejects.toMatchObject({ data: { waitSeconds: 1 } });
    later(1_000);
    await expect(api().auth.signIn(ADA)).resolves.toMatchObject({ state: 'signed-in' });
  });

  it('takes another password only from whoever knows the old one, and none that anybody would try', async () => {
    const change = (old: string, password: string) => api().auth.changePassword({ old, password });
    await expect(change('wrong', 'seven amber kettles hum')).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    });
    for (const [password, reason] of [
      ['short', 'too-short'],
      ['Password1234!', 'common'],
      ['aaaaaaaaaaaaaa', 'repetitive'],
      ['ada@example.org', 'personal'],
      [ADA.password, 'same'],
    ]) {
      await expect(change(ADA.password, password ?? '')).rejects.toMatchObject({
        code: 'INVALID',
        data: { reason },
      });
    }
    await change(ADA.password, 'seven amber kettles hum');
    await api().auth.signOut();
    await expect(api().auth.signIn(ADA)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await expect(
      api().auth.signIn({ ...ADA, password: 'seven amber kettles hum' }),
    ).resolves.toMatchObject({ state: 'signed-in' });
  });

  it('asks for a code once it is on, takes each once, and one of the step before or after', async () => {
    const { secret } = await twoStep();
    await api().auth.signOut();
    expect(await api().auth.signIn(ADA)).toEqual({ state: 'code-needed' });
    await expect(api().candidates.search({})).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
    // The code that turned it on was a use too.
    await expect(api().auth.signIn({ ...ADA, code: code(secret) })).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    later(90_000);
    const early = code(secret, now + 30_000);
    await expect(
      api().auth.signIn({ ...ADA, code: code(secret, now + 60_000) }),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await expect(api().auth.signIn({ ...ADA, code: early })).resolves.toMatchObject({
      state: 'signed-in',
    });
    await api().auth.signOut();
    for (const used of [early, code(secret)]) {
      await expect(api().auth.signIn({ ...ADA, code: used })).rejects.toMatchObject({
        code: 'SIGN_IN_REFUSED',
      });
    }
  });

  it('takes each recovery code once, however it is typed, until new ones are made', async () => {
    const { recoveryCodes } = await twoStep();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    await api().auth.signOut();
    await api().auth.signIn({ ...ADA, code: first.toUpperCase().replaceAll('-', ' ') });
    expect(await api().auth.me()).toMatchObject({ twoStep: true, recoveryCodesLeft: 9 });
    await api().auth.signOut();
    await expect(api().auth.signIn({ ...ADA, code: first })).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    await api().auth.signIn({ ...ADA, code: second });
    await api().auth.renewRecoveryCodes({ password: ADA.password });
    await api().auth.signOut();
    await expect(api().auth.signIn({ ...ADA, code: recoveryCodes[2] ?? '' })).rejects.toMatchObject(
      { code: 'SIGN_IN_REFUSED' },
    );
  });

  it('lets no secret into the history, the log or an answer', async () => {
    const { secret, recoveryCodes } = await twoStep();
    const { database } = core.session();
    const kept = JSON.stringify([
      database.db.prepare('SELECT * FROM change_log').all(),
      database.db.prepare('SELECT * FROM commit_log').all(),
    ]);
    const hash = await core.session().deps.people.credential((await api().auth.me()).id);
    expect(hash?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
    const all = JSON.stringify([kept, await api().auth.me(), await api().history.list({})]);
    for (const word of [ADA.password, secret, hash?.passwordHash ?? '', ...recoveryCodes]) {
      expect(all).not.toContain(word);
    }
    // Neither in clear in the row itself.
    expect(JSON.stringify(hash)).not.toContain(ADA.password);
    for (const one of recoveryCodes) expect(JSON.stringify(hash)).not.toContain(one);
  });

  it('tells a window nothing of what happens while nobody is signed in', async () => {
    const stop = new AbortController();
    const events = await api().system.events(undefined, { signal: stop.signal });
    const topics: string[] = [];
    const heard = (topic: string, times: number): Promise<void> =>
      vi.waitFor(() => expect(topics.filter((one) => one === topic)).toHaveLength(times));
    const listening = (async () => {
      for await (const event of events) {
        if (event.type === 'import') topics.push('import');
        else topics.push(...event.topics);
      }
    })();
    await api().workspace.updateSettings({ theme: 'dark' });
    await heard('settings', 1);
    await api().auth.signOut();
    await heard('desk', 1);
    const source = place.file('A.txt', cvText({ name: 'Anna Berg', email: 'anna@example.org' }));
    const { runner, actor } = core.session();
    const request = { paths: [source], label: 'A', origin: 'folder' as const };
    await runner.ended((await runner.start(actor, request)).task.id);
    await api().auth.signIn(ADA);
    await heard('desk', 2);
    const meanwhile = topics.slice(topics.indexOf('desk'), topics.lastIndexOf('desk'));
    // Signing in is written, and audited, just before it counts.
    expect(meanwhile.filter((topic) => !['credentials', 'audit'].includes(topic))).toEqual([
      'desk',
    ]);
    stop.abort();
    await listening.catch(() => undefined);
  });
});

describe('the first run', () => {
  it('leaves nothing behind of a password that is not taken, and makes the workspace with one that is', async () => {
    const place = testPlace();
    const core = await place.openCore({ passwordCost: CHEAP });
    const make = (password: string) =>
      core.client().workspace.create({
        name: 'Desk',
        userName: 'Ada',
        signIn: { email: ADA.email, password },
      });
    await expect(make('Password1234!')).rejects.toMatchObject({
      code: 'INVALID',
      data: { reason: 'common' },
    });
    expect(existsSync(place.workspaceDir)).toBe(false);
    expect(await core.client().workspace.status()).toEqual({ state: 'none' });
    await make(ADA.password);
    expect(await core.client().workspace.status()).toMatchObject({ state: 'open', guarded: true });
    await core.close();
    place.remove();
  });
});

describe('a desk that nobody signs in to', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await place.openCore({ passwordCost: CHEAP });
    await core.client().workspace.create({ name: 'Desk', userName: 'Ada' });
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });

  it('is its administrator’s for whoever opens it, until there is a password', async () => {
    await core.close();
    core = await place.openCore({ passwordCost: CHEAP });
    const api = core.client();
    expect(await api.workspace.status()).toMatchObject({ state: 'open', guarded: false });
    expect(await api.auth.signOut()).toMatchObject({ state: 'open' });
    await expect(api.auth.signIn(ADA)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await expect(
      api.auth.setFirstPassword({ email: 'no address', password: ADA.password }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'email' } });
    expect(await api.auth.setFirstPassword(ADA)).toMatchObject({ state: 'open', guarded: true });
    await expect(api.auth.setFirstPassword(ADA)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await api.auth.signOut()).toMatchObject({ state: 'signed-out' });
    expect(await api.auth.signIn(ADA)).toMatchObject({ state: 'signed-in' });
  });
});
