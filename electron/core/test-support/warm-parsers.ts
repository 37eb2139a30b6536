import type { ParseSettings } from '@/electron/workers/parse/parse-messages';
import { existsSync } from 'node:fs';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import type {
  ParserExit,
  ParserProcess,
  ParserSpawner,
} from '@/electron/core/parser-pool/parser-spawner';

/** A process that has been told how to read, and may have read. */
interface WarmProcess {
  readonly process: ParserProcess;
  readonly settings: string;
  /** Who has it; null while nobody does. */
  holder: Holder | null;
  isReady: boolean;
  isReading: boolean;
  files: number;
}

interface Holder {
  readonly onMessage: Set<Parameters<ParserProcess['onMessage']>[0]>;
  readonly onExit: Set<(exit: ParserExit) => void>;
}

/** Of those that nobody has. */
const MOST_IDLE = 3;
/** Their memory grows as that of any parser; here nobody asks by how much. */
const MOST_FILES = 500;

const KILLED: ParserExit = { code: null, signal: 'SIGKILL' };

/**
 * Real parse processes that are handed from one core to the next: starting one takes most of a second of CPU, and reading the file
 * of a test a few ms. One that is killed while it reads is killed; one that is killed after it has answered goes to whoever asks next
 * for one with the same settings.
 */
export function createWarmSpawner(entry: string): ParserSpawner {
  const spawner = createNodeSpawner({ entry });
  const idle: WarmProcess[] = [];

  const start = (settings: ParseSettings, key: string): WarmProcess => {
    const warm: WarmProcess = {
      process: spawner.spawn(),
      settings: key,
      holder: null,
      isReady: false,
      isReading: false,
      files: 0,
    };
    warm.process.onMessage((message) => {
      if (message.type === 'ready') warm.isReady = true;
      if (message.type === 'done') warm.isReading = false;
      for (const tell of warm.holder?.onMessage ?? []) tell(message);
    });
    warm.process.onExit((exit) => {
      const at = idle.indexOf(warm);
      if (at >= 0) idle.splice(at, 1);
      for (const tell of warm.holder?.onExit ?? []) tell(exit);
    });
    warm.process.post({ type: 'start', settings });
    return warm;
  };

  const take = (settings: ParseSettings, holder: Holder): WarmProcess => {
    const key = settingsKey(settings);
    const at = idle.findIndex((one) => one.settings === key);
    const [found] = at < 0 ? [] : idle.splice(at, 1);
    const warm = found ?? start(settings, key);
    warm.holder = holder;
    // Later, as from a process: who has just posted is not ready for an answer.
    if (found !== undefined)
      setImmediate(() => {
        if (warm.holder === holder) for (const tell of holder.onMessage) tell({ type: 'ready' });
      });
    return warm;
  };

  const leave = (warm: WarmProcess, holder: Holder): void => {
    if (warm.holder !== holder) return;
    if (!warm.isReady || warm.isReading || warm.files >= MOST_FILES || idle.length >= MOST_IDLE) {
      warm.process.kill();
      return;
    }
    warm.holder = null;
    idle.push(warm);
    setImmediate(() => {
      for (const tell of holder.onExit) tell(KILLED);
    });
  };

  return {
    spawn: () => {
      const holder: Holder = { onMessage: new Set(), onExit: new Set() };
      let warm: WarmProcess | null = null;
      return {
        post: (message) => {
          if (message.type === 'start') {
            warm ??= take(message.settings, holder);
            return;
          }
          if (warm?.holder !== holder) return;
          warm.isReading = true;
          warm.files += 1;
          warm.process.post(message);
        },
        onMessage: (listener) => {
          holder.onMessage.add(listener);
        },
        onExit: (listener) => {
          holder.onExit.add(listener);
        },
        kill: () => {
          if (warm !== null) leave(warm, holder);
        },
      };
    },
  };
}

/** A workspace's own folder of OCR languages is one of the settings, and makes a difference only where there is one. */
const settingsKey = (settings: ParseSettings): string =>
  JSON.stringify({
    ...settings,
    ocrDataDirs: settings.ocrDataDirs.filter((dir) => existsSync(dir)),
  });
