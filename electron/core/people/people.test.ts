import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import { type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { apiContract } from '@/shared/contract/api';
import { guardedProcedures } from '@/shared/contract/access-matrix';
import type { UserForm } from '@/shared/contract/api/users';
import type { Actor } from '@/shared/domain/workspace/records';

const ADA = { email: 'ada@example.org', password: 'violet lantern over quiet harbour' };
const BEN_PASSWORD = 'nine copper owls by the mill';
const BEN: UserForm = {
  name: 'Ben Ruiz',
  email: 'Ben@Example.org',
  phone: null,
  role: 'recruiter',
  roleId: null,
  clientId: null,
};

describe('people of a desk', () => {
  let place: TestPlace;
  let core: Core;
  const api = () => core.client();
  const people = () => api().users.list();
  const person = async (email: string) => {
    const found = (await people()).find((one) => one.email === email);
    if (found === undefined) throw new Error(`Nobody has ${email}`);
    return found;
  };
  const asBen = async (oneTimePassword: string): Promise<void> => {
    await api().auth.signOut();
    await api().auth.signIn({ email: BEN.email, password: oneTimePassword });
  };
  const asAda = async (): Promise<void> => {
    await api().auth.signOut();
    await api().auth.signIn(ADA);
  };

  beforeEach(async () => {
    place = testPlace();
    core = await place.openCore({ passwordCost: { memory: 8, passes: 1 }, background: false });
    await api().workspace.create({ name: 'Desk', userName: 'Ada', signIn: ADA });
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });

  it('lets somebody in with a one-time password that has to be changed before anything else works', async () => {
    const { oneTimePassword } = await api().users.create(BEN);
    expect(oneTimePassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(await person('ben@example.org')).toMatchObject({
      name: 'Ben Ruiz',
      mustChangePassword: true,
      lastSeenAt: null,
    });
    await asBen(oneTimePassword);
    expect(await api().workspace.status()).toEqual({
      state: 'password-change',
      id: expect.any(String),
      name: 'Desk',
      userName: 'Ben Ruiz',
    });
    await expect(api().candidates.search({})).rejects.toMatchObject({
      code: 'PASSWORD_CHANGE_NEEDED',
    });
    expect(await api().auth.me()).toMatchObject({ name: 'Ben Ruiz', role: 'recruiter' });
    const change = { old: oneTimePassword, password: BEN_PASSWORD };
    expect(await api().auth.changePassword(change)).toMatchObject({
      state: 'open',
      userName: 'Ben Ruiz',
      role: 'recruiter',
    });
    await expect(api().users.list()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api().roles.matrix()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses an address that somebody has, whatever its case, and a client user without a client', async () => {
    await api().users.create(BEN);
    const wrong: readonly [Partial<UserForm>, string][] = [
      [{ email: ' BEN@example.ORG ' }, 'email-taken'],
      [{ email: 'ben at example.org' }, 'email'],
      [{ email: 'b@c@d.org' }, 'email'],
      [{ email: 'ada\u202e@example.org' }, 'email'],
      [{ email: 'hira@example.org', role: 'client_user' }, 'client'],
    ];
    for (const [values, reason] of wrong) {
      await expect(api().users.create({ ...BEN, ...values })).rejects.toMatchObject({
        code: 'INVALID',
        data: { reason },
      });
    }
    expect(await people()).toHaveLength(2);
  });

  it('gives text back as it came, whatever it is', async () => {
    const names = ["'; DROP TABLE user; --", '<img onerror=alert(1)>', '=cmd|calc', '__proto__'];
    for (const [at, name] of names.entries()) {
      await api().users.create({ ...BEN, name, email: `${at}@example.org` });
    }
    expect((await people()).map(({ name }) => name).toSorted()).toEqual(
      [...names, 'Ada'].toSorted(),
    );
  });

  it('ends the session of whoever is deactivated, keeps the record, and lets them back', async () => {
    const { id, oneTimePassword } = await api().users.create({ ...BEN, role: 'admin' });
    await asBen(oneTimePassword);
    await api().auth.changePassword({ old: oneTimePassword, password: BEN_PASSWORD });
    const { version } = await person('ben@example.org');
    // An administrator may go as long as another stays.
    await api().users.deactivate({ id, version });
    await expect(api().users.list()).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
    expect(await api().workspace.status()).toMatchObject({ state: 'signed-out' });
    await expect(
      api().auth.signIn({ email: BEN.email, password: BEN_PASSWORD }),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await asAda();
    const gone = await person('ben@example.org');
    expect(gone).toMatchObject({ id, status: 'deactivated' });
    await api().users.reactivate({ id, version: gone.version });
    await api().auth.signOut();
    await expect(
      api().auth.signIn({ email: BEN.email, password: BEN_PASSWORD }),
    ).resolves.toMatchObject({ state: 'signed-in' });
  });

  it('keeps the last administrator: neither deactivated nor given less, by no way around', async () => {
    const role = await api().roles.create({
      name: 'Office',
      description: '',
      base: 'admin',
      permissions: ['user.manage'],
      clientId: null,
    });
    const ada = await person(ADA.email);
    const values = { ...BEN, name: 'Ada', email: ADA.email };
    const refused = { code: 'INVALID', data: { reason: 'last-admin' } };
    await expect(
      api().users.deactivate({ id: ada.id, version: ada.version }),
    ).rejects.toMatchObject(refused);
    for (const less of [{ role: 'recruiter' as const }, { roleId: role.id }]) {
      await expect(
        api().users.edit({ id: ada.id, version: ada.version, values: { ...values, ...less } }),
      ).rejects.toMatchObject(refused);
    }
    // With a second one it goes, and taking that back is no way around the rule.
    const { id } = await api().users.create({ ...BEN, role: 'admin' });
    const ben = await person('ben@example.org');
    const edited = { id, version: ben.version, values: { ...BEN, role: 'recruiter' as const } };
    await api().users.edit(edited);
    const commitId = core
      .session()
      .database.db.prepare("SELECT id FROM commit_log WHERE action = 'user.updated'")
      .pluck()
      .get();
    await expect(api().history.undo({ commitId: String(commitId) })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(
      api().users.deactivate({ id: ada.id, version: ada.version }),
    ).rejects.toMatchObject(refused);
  });

  it('gives a new one-time password and turns two-step sign-in off for somebody who lost theirs', async () => {
    const { id, oneTimePassword } = await api().users.create(BEN);
    await asBen(oneTimePassword);
    await api().auth.changePassword({ old: oneTimePassword, password: BEN_PASSWORD });
    await asAda();
    await expect(api().users.resetTwoStep({ id })).rejects.toMatchObject({ code: 'INVALID' });
    const reset = await api().users.resetPassword({ id });
    await api().auth.signOut();
    await expect(
      api().auth.signIn({ email: BEN.email, password: BEN_PASSWORD }),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await asBen(reset.oneTimePassword);
    expect(await api().workspace.status()).toMatchObject({ state: 'password-change' });
    await asAda();
    const { id: own } = await api().auth.me();
    await expect(api().users.resetPassword({ id: own })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('narrows what somebody may at once, and never lets a role allow more than its base', async () => {
    const client = await api().clients.create({ companyName: 'Acme' });
    const role = await api().roles.create({
      name: 'Reader',
      description: 'Looks, touches nothing',
      base: 'recruiter',
      permissions: ['candidate.read', 'user.manage', 'audit.read'],
      clientId: client.id,
    });
    const [kept] = await api().roles.list();
    expect(kept?.permissions).toEqual(['workspace.read', 'candidate.read']);
    const { oneTimePassword } = await api().users.create({ ...BEN, roleId: role.id });
    expect(await person('ben@example.org')).toMatchObject({
      role: 'recruiter',
      roleName: 'Reader',
      clientId: client.id,
      clientName: 'Acme',
    });
    await asBen(oneTimePassword);
    await api().auth.changePassword({ old: oneTimePassword, password: BEN_PASSWORD });
    await expect(api().jobs.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await api().candidates.search({})).total).toBe(0);
    await asAda();
    const versioned = { id: role.id, version: kept?.version ?? 0 };
    await expect(api().roles.delete(versioned)).rejects.toMatchObject({
      code: 'INVALID',
      data: { reason: 'role-in-use' },
    });
    const values = {
      name: 'reader',
      description: '',
      base: 'recruiter' as const,
      permissions: [],
      clientId: client.id,
    };
    await expect(api().roles.create(values)).rejects.toMatchObject({
      data: { reason: 'role-name' },
    });
    await expect(
      api().roles.edit({ ...versioned, values: { ...values, base: 'auditor' } }),
    ).rejects.toMatchObject({ data: { reason: 'role-in-use' } });
    await api().roles.edit({ ...versioned, values: { ...values, permissions: [] } });
    await api().auth.signOut();
    await api().auth.signIn({ email: BEN.email, password: BEN_PASSWORD });
    await expect(api().candidates.search({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets nobody hand out or take over more than they have', async () => {
    const { id: adaId } = await api().auth.me();
    const some: Actor = {
      id: adaId,
      name: 'Office',
      role: 'admin',
      permissions: [
        'workspace.read',
        'user.manage',
        'role.manage',
        'candidate.read',
        'client.read',
      ],
    };
    const office = core.client(some);
    await expect(office.users.create(BEN)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(office.users.resetPassword({ id: adaId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const role = {
      name: 'All',
      description: '',
      base: 'admin' as const,
      permissions: ['backup.manage' as const],
      clientId: null,
    };
    await expect(office.roles.create(role)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    // Limited to one client, the people of others are not there.
    const limited = core.client({ ...some, clientId: adaId });
    expect(await limited.users.list()).toEqual([]);
    await expect(limited.users.resetPassword({ id: adaId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('shows every procedure in the matrix, and writes it where a dialog pointed', async () => {
    const { columns, rows } = await api().roles.matrix();
    expect(columns.map(({ key }) => key)).toEqual([
      'admin',
      'recruiter',
      'client_user',
      'interviewer',
      'auditor',
    ]);
    const counted = Object.values(apiContract).flatMap((part) => Object.keys(part)).length;
    expect(rows).toHaveLength(counted);
    expect(guardedProcedures()).toHaveLength(counted);
    const row = rows.find(({ procedure }) => procedure === 'users.resetPassword');
    expect(row).toEqual({
      procedure: 'users.resetPassword',
      permission: 'user.manage',
      allowed: [true, false, false, false, false],
    });
    const target = path.join(place.dir, 'matrix.csv');
    await api().roles.exportMatrix({ handle: core.grantHandle([target]), format: 'csv' });
    const lines = readFileSync(target, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(counted + 1);
    expect(lines).toContain('users.resetPassword,user.manage,yes,no,no,no,no');
  });

  it('lets nobody in before the one at the desk has a password', async () => {
    const other = testPlace();
    const open = await other.openCore({ background: false });
    await open.client().workspace.create({ name: 'Open', userName: 'Ada' });
    await expect(open.client().users.create(BEN)).rejects.toMatchObject({ code: 'CONFLICT' });
    await open.close();
    other.remove();
  });
});
