import os from 'node:os';

/**
 * Lowers this process's claim on the processors: reading files takes all that is left over and nothing from the window and the searches.
 * Threads started later (OCR) inherit it. Where the system refuses, files are read at the usual priority.
 */
export function standBack(): void {
  try {
    // Below what it was started with: the command line may itself have been started with a low priority.
    const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = os.constants.priority;
    os.setPriority(Math.min(PRIORITY_LOW, os.getPriority() + PRIORITY_BELOW_NORMAL));
  } catch {
    // Not allowed here: only slower for the window.
  }
}
