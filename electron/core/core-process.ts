import './lazy-form-data';
import { RPCHandler } from '@orpc/server/message-port';
import { type Core, createCore } from './core';
import type { ToCore } from './core-messages';
import { createElectronParserSpawner } from './electron-parser-spawner';
import { CHEAP_ARGON2, keyInEnvironment } from './keys/given-key';
import { createLog } from './log';
import { type CorePort, parentPort } from './parent-port';

// The entry of the core's utility process: it connects main's messages with the core and owns nothing itself.

const main = parentPort();
if (!main) throw new Error('The core process is started by the application');

const spawner = createElectronParserSpawner(main.post);
let core: Promise<Core> | null = null;

const start = async (init: Extract<ToCore, { type: 'init' }>): Promise<Core> => {
  const log = createLog(init.logFile);
  process.on('uncaughtException', (error) => {
    log.error('core.uncaught', error);
    process.exit(1);
  });
  process.on('unhandledRejection', (reason) => log.error('core.unhandled', reason));
  const started = await createCore({
    ...init,
    ...(init.cheapPassphrase && { argon2: CHEAP_ARGON2 }),
    key: keyInEnvironment(),
    parserSpawner: spawner,
    log,
    background: true,
  });
  log.info('core.ready', { version: init.version });
  main.post({ type: 'ready' });
  return started;
};

const connect = (port: CorePort, { router }: Core): void => {
  // CorePort is the part of Electron's MessagePortMain that oRPC's own port type asks for.
  new RPCHandler(router).upgrade(port as Parameters<RPCHandler<object>['upgrade']>[0], {
    context: {},
  });
  port.start();
};

const shutDown = async (): Promise<void> => {
  // A core that never came up has nothing to close.
  const running = await core?.catch(() => null);
  await running?.close();
  main.post({ type: 'closed' });
  // The message goes out before the process does.
  setImmediate(() => process.exit(0));
};

main.onMessage((message, port) => {
  switch (message.type) {
    case 'init':
      core ??= start(message);
      // Without a core there is nothing to wait for; main starts another process, and gives up in the end.
      core.catch(() => process.exit(1));
      break;
    case 'connect':
      void core?.then((running) => port && connect(port, running));
      break;
    case 'grant':
      void core?.then((running) => {
        running.registerHandle(message.handle, message.paths);
        main.post({ type: 'granted', handle: message.handle });
      });
      break;
    case 'parser-port':
    case 'parser-exit':
      spawner.handle(message, port);
      break;
    case 'shutdown':
      void shutDown();
      break;
  }
});
