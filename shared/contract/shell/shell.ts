import { z } from 'zod';

/**
 * What only this computer's shell can do: dialogs, drops, links. The window names the action and gets an opaque handle
 * back, never a path; the core exchanges the handle for the paths it stands for.
 */
const handleOrNull = z
  .object({
    handle: z.string(),
    /** Names to show, without their folders. */
    names: z.array(z.string()),
  })
  .nullable();
export type FileHandle = z.infer<typeof handleOrNull>;

/** `failed`: it stopped three times in a row and is not started again by itself. */
const coreStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('running') }),
  z.object({ state: z.literal('failed'), failures: z.number().int() }),
]);
export type CoreStatus = z.infer<typeof coreStatusSchema>;

export const SHELL_ACTIONS = {
  /** Null when the person cancelled. */
  chooseFolder: { input: z.object({}), output: handleOrNull },
  chooseFiles: {
    input: z.object({ purpose: z.enum(['cvs', 'ocr-data', 'table', 'description', 'answers']) }),
    output: handleOrNull,
  },
  chooseSave: { input: z.object({ suggestedName: z.string().max(255) }), output: handleOrNull },
  /** Asks where, and writes what the page shows on paper to a PDF there. `saved` is false when the person cancelled. */
  savePdf: {
    input: z.object({ suggestedName: z.string().max(255) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Paths of dropped files; preload resolves File objects to these, the page cannot. */
  dropFiles: {
    input: z.object({ paths: z.array(z.string()).min(1).max(10_000) }),
    output: handleOrNull,
  },
  /** Asks with the host shown before anything leaves Longlist; only https and mailto. */
  openExternal: {
    input: z.object({ url: z.string().max(2_000) }),
    output: z.object({ opened: z.boolean() }),
  },
  /** Follows the window's theme with the native parts of it. */
  setTheme: {
    input: z.object({ theme: z.enum(['system', 'light', 'dark']) }),
    output: z.object({}),
  },
  /** Opens a candidate in a window of its own. */
  openWindow: {
    input: z.object({ route: z.string().regex(/^\/candidates\/[0-9a-f-]{36}$/) }),
    output: z.object({}),
  },
  /** Tells of something through the system, while the window is behind others; choosing it brings the window to the front. */
  notify: {
    input: z.object({ title: z.string().max(200), body: z.string().max(500) }),
    output: z.object({ shown: z.boolean() }),
  },
  /** How the core process is; asked when the window has waited for a port longer than a start takes. */
  coreStatus: { input: z.object({}), output: coreStatusSchema },
  /** Starts the core again after it was given up. */
  restartCore: { input: z.object({}), output: z.object({}) },
} as const;

export type ShellAction = keyof typeof SHELL_ACTIONS;
export type ShellInput<A extends ShellAction> = z.infer<(typeof SHELL_ACTIONS)[A]['input']>;
export type ShellOutput<A extends ShellAction> = z.infer<(typeof SHELL_ACTIONS)[A]['output']>;

/** What preload puts on `window.longlist`. */
export interface ShellBridge {
  readonly shell: <A extends ShellAction>(
    action: A,
    input: ShellInput<A>,
  ) => Promise<ShellOutput<A>>;
  /** Hands over dropped or picked `File` objects; answers with a handle for them. */
  readonly dropFiles: (files: readonly unknown[]) => Promise<FileHandle>;
}
