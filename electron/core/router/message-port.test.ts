import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { ApiClient } from '@/shared/contract/api';
import { newId } from '@/shared/kit/ids';

describe('a window on its port', () => {
  let place: TestPlace;
  let core: Core;
  let api: ApiClient;
  let channel: MessageChannel;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
    channel = new MessageChannel();
    new RPCHandler(core.router).upgrade(channel.port1, { context: {} });
    channel.port1.start();
    api = createORPCClient(new RPCLink({ port: channel.port2 }));
    channel.port2.start();
  });
  afterEach(async () => {
    channel.port2.close();
    await core.close();
    place.remove();
  });

  it('gets records, the bytes of files, and failures with their code', async () => {
    const source = place.file(
      'Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    await importAll(core, [source]);
    const { rows } = await api.candidates.search({ text: 'lindqvist' });
    const detail = await api.candidates.get({ id: rows[0]?.id ?? '' });
    const original = await api.resumes.original({ id: detail.candidate.currentResumeId ?? '' });
    expect(original.type).toBe('text/plain');
    expect(await original.text()).toContain('Anna Lindqvist');
    await expect(api.candidates.get({ id: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      message: expect.stringMatching(/candidate/),
    });
  });

  it('cannot say who it is: an actor in its message is not looked at', async () => {
    const forged = {
      id: newId(),
      name: 'Forged',
      role: 'admin',
      context: { actor: { role: 'admin' } },
    };
    await api.candidates.search({ ...forged, text: '' });
    // The client is typed; a hostile page is not.
    const raw = api.candidates.addNote as (input: unknown, options: unknown) => Promise<unknown>;
    const source = place.file(
      'Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    await importAll(core, [source]);
    const { rows } = await api.candidates.search({});
    const candidateId = rows[0]?.id ?? '';
    await raw(
      { candidateId, body: 'x', actor: forged, authorName: 'Forged' },
      { context: { actor: forged } },
    );
    expect((await api.candidates.get({ id: candidateId })).notes[0]).toMatchObject({
      authorName: 'Tess',
    });
  });

  it('hears what changes until it stops listening or goes away', async () => {
    const stop = new AbortController();
    const events = await api.system.events(undefined, { signal: stop.signal });
    const source = place.file(
      'Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    const seen = new Set<string>();
    const listening = (async () => {
      for await (const event of events) {
        if (event.type === 'import') seen.add(event.import.state);
        else for (const topic of event.topics) seen.add(topic.split(':')[0] ?? '');
        if (seen.has('done') && seen.has('candidate')) break;
      }
    })();
    await importAll(core, [source]);
    await listening;
    expect([...seen]).toEqual(
      expect.arrayContaining(['running', 'done', 'candidates', 'candidate', 'imports']),
    );
  });
});
