import dns from 'node:dns';
import http from 'node:http';
import net from 'node:net';
import type { ParseOutcome } from '@/shared/usecases/ports/parser';
import { serveParser } from '../parse-server';

/**
 * The frame of the real parse process with a handler that misbehaves on demand, for the tests of the pool. No program of
 * Longlist is built from this file.
 */
serveParser(() => ({
  warmUp: async () => undefined,
  parse: async ({ request, startOcr }) => {
    switch (request.fileName) {
      case 'block':
        for (;;);
      case 'wait':
        return new Promise(() => undefined);
      case 'buffers':
        return eatBuffers();
      case 'heap':
        return eatHeap();
      case 'exit':
        return process.exit(3);
      case 'network':
        return say((await networkAttempts()).join(' '));
      case 'environment':
        return say(Object.keys(process.env).join(' '));
      case 'slow':
        startOcr(5_000);
        burnCpu(900);
        return say('read slowly');
      case 'starved':
        await new Promise((resolve) => setTimeout(resolve, 900));
        return say('read after a while');
      case 'lie':
        // What a process taken over by a file might send.
        return { kind: 'document', document: { text: 7 } } as unknown as ParseOutcome;
      case 'stray':
        return {
          kind: 'container',
          mediaType: 'application/zip',
          entries: [{ name: 'x', stagedPath: '/etc/passwd', bytes: 1 }],
          skipped: [],
        };
      default:
        return say(String(process.pid));
    }
  },
}));

const say = (message: string): ParseOutcome => ({
  kind: 'failed',
  failure: { code: 'UNREADABLE', message },
});

function burnCpu(ms: number): void {
  const start = process.cpuUsage();
  for (let used = 0; used < ms; ) {
    const { user, system } = process.cpuUsage(start);
    used = (user + system) / 1000;
  }
}

/** Memory outside the heap, without ever giving the thread back. */
function eatBuffers(): never {
  const kept: Buffer[] = [];
  for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
}

function eatHeap(): never {
  const kept: unknown[] = [];
  for (;;) kept.push({ a: kept.length, b: [kept.length, String(kept.length)] });
}

async function networkAttempts(): Promise<readonly string[]> {
  const attempts: Readonly<Record<string, () => unknown>> = {
    connect: () => net.connect(9, '127.0.0.1'),
    socket: () => new net.Socket().connect(9, '127.0.0.1'),
    dns: () => dns.lookup('localhost', () => undefined),
    http: () => http.get('http://127.0.0.1:9/'),
    fetch: () => fetch('http://127.0.0.1:9/'),
  };
  const blocked: string[] = [];
  for (const [name, attempt] of Object.entries(attempts))
    try {
      await attempt();
    } catch (error) {
      if (error instanceof Error && error.message === 'A parse process has no network.')
        blocked.push(name);
    }
  return blocked;
}
