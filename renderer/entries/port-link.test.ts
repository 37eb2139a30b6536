import { createORPCClient, ORPCError } from '@orpc/client';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it } from 'vitest';
import { useConnection } from '@/renderer/app/connection';
import { createPortLink } from '@/renderer/entries/port-link';
import { PORT_MESSAGE, REQUEST_PORT_EVENT } from '@/shared/contract/shell/port-messages';

const router = {
  ping: os.handler(() => 'pong'),
  never: os.handler(() => new Promise<string>(() => {})),
};

/** A window whose preload script answers each request for a port with a new line to a core. */
function pageWithCore() {
  const page = new EventTarget();
  const corePorts: MessagePort[] = [];
  page.addEventListener(REQUEST_PORT_EVENT, () => {
    const { port1, port2 } = new MessageChannel();
    corePorts.push(port1);
    new RPCHandler(router).upgrade(port1);
    port1.start();
    const answer = Object.assign(new Event('message'), {
      data: PORT_MESSAGE,
      ports: [port2],
      source: page,
    });
    page.dispatchEvent(answer);
  });
  // Node has no window: what the link uses of one is an event target.
  return { target: page as unknown as Window, corePorts };
}

function connect() {
  const { target, corePorts } = pageWithCore();
  const client = createORPCClient<{
    readonly ping: () => Promise<string>;
    readonly never: () => Promise<string>;
  }>(createPortLink(target));
  return { client, corePorts, crash: () => corePorts.at(-1)?.close() };
}

describe('the link through message ports', () => {
  it('fails a call in flight with CORE_RESTARTED when the core dies, instead of leaving it waiting for ever', async () => {
    const { client, crash } = connect();
    expect(await client.ping()).toBe('pong');
    const waiting = client.never();
    const failure = waiting.catch((error: unknown) => error);
    crash();
    const error = await failure;
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: 'CORE_RESTARTED' });
  });

  it('asks for a new port after that, counts the new connection, and answers calls again', async () => {
    const { client, corePorts, crash } = connect();
    await client.ping();
    const before = useConnection.getState().generation;
    const waiting = client.never().catch(() => 'failed');
    crash();
    expect(await waiting).toBe('failed');
    expect(await client.ping()).toBe('pong');
    expect(corePorts).toHaveLength(2);
    expect(useConnection.getState()).toEqual({ state: 'connected', generation: before + 1 });
  });

  it('takes no port from another window', async () => {
    const foreign = Object.assign(new Event('message'), {
      data: PORT_MESSAGE,
      ports: [new MessageChannel().port2],
      source: new EventTarget(),
    });
    const silent = new EventTarget();
    const link = createPortLink(silent as unknown as Window); // as above
    silent.dispatchEvent(foreign);
    const answer = link.call(['ping'], undefined, { context: {} }).then(() => 'answered');
    const quiet = new Promise((resolve) => setTimeout(() => resolve('quiet'), 50));
    expect(await Promise.race([answer, quiet])).toBe('quiet');
  });
});
