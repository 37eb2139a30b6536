import type { ParseOutcome, ParseRequest } from '@/shared/usecases/ports/parser';
import { blockNetwork } from './block-network';
import { type MemoryWatchdog, startMemoryWatchdog } from './memory-watchdog';
import { openChannel } from './parse-channel';
import type { FromParser, ParseSettings, ToParser } from './parse-messages';

export interface ParseJob {
  readonly request: ParseRequest;
  readonly now: Date;
  /**
   * Allows the file this much CPU from now on and the memory that OCR takes (`ocrMemoryLimitBytes`) until it is done, and tells the core
   * to wait for it.
   */
  readonly startOcr: (cpuMs: number) => void;
}

export interface ParseHandler {
  /** Loads what the first file would otherwise wait for. */
  readonly warmUp: () => Promise<void>;
  readonly parse: (job: ParseJob) => Promise<ParseOutcome>;
}

/**
 * The frame of a parse process: no network, memory watched, one file at a time. Which files it can read is the handler's
 * matter, so that tests can put a handler that hangs or eats memory into the very same frame.
 */
export function serveParser(makeHandler: (settings: ParseSettings) => ParseHandler): void {
  blockNetwork();
  const channel = openChannel();
  let handler: ParseHandler | null = null;
  let watchdog: MemoryWatchdog | null = null;
  let limits = { text: 0, ocr: 0 };

  const send = (message: FromParser): void => channel.send(message);

  channel.onMessage((message) => void receive(message));

  async function receive(message: ToParser): Promise<void> {
    if (message.type === 'start') {
      if (handler !== null) return;
      const { memoryLimitBytes, ocrMemoryLimitBytes } = message.settings;
      limits = { text: memoryLimitBytes, ocr: ocrMemoryLimitBytes ?? 2 * memoryLimitBytes };
      watchdog = startMemoryWatchdog(memoryLimitBytes);
      handler = makeHandler(message.settings);
      await handler.warmUp();
      send({ type: 'ready' });
      return;
    }
    if (handler === null) return;
    const { id, request, cpuMs } = message;
    watchdog?.allowCpu(cpuMs);
    let allowedMore = false;
    const outcome = await handler.parse({
      request,
      now: new Date(message.now),
      startOcr: (more) => {
        allowedMore = true;
        watchdog?.allow(limits.ocr);
        watchdog?.allowCpu(more);
        send({ type: 'budget', id, cpuMs: more });
      },
    });
    watchdog?.allowCpu(null);
    // Memory given back late must not end the process: the core replaces one that stays large.
    if (allowedMore && process.memoryUsage.rss() < limits.text) watchdog?.allow(limits.text);
    // The watchdog's number: asking the system after each small file costs as much as reading one.
    send({ type: 'done', id, outcome, residentBytes: watchdog?.resident() ?? 0 });
  }

  // pdf.js leaves promises behind that nobody waits for; their failure has been reported on the way that was waited for.
  process.on('unhandledRejection', () => undefined);
}
