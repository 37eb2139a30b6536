import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, Notification, shell } from 'electron';
import {
  SHELL_ACTIONS,
  type ShellAction,
  type ShellInput,
  type ShellOutput,
} from '@/shared/contract/shell/shell';
import type { CoreSupervisor } from './core-supervisor';
import { isOurs } from './deny-by-default';
import type { Handles } from './handles';

interface ShellDeps {
  readonly handles: Handles;
  readonly core: CoreSupervisor;
  readonly openWindow: (route: string) => void;
}

type Handlers = {
  readonly [A in ShellAction]: (
    input: ShellInput<A>,
    window: BrowserWindow,
    deps: ShellDeps,
  ) => Promise<ShellOutput<A>>;
};

/** Answers one shell call of a window. */
export type ShellAnswer = (
  event: Electron.IpcMainInvokeEvent,
  action: unknown,
  input: unknown,
) => Promise<unknown>;

/** Answers the window's shell calls: the name and the input are checked, and the frame that asks must be ours. */
export function createShellActions(deps: ShellDeps): ShellAnswer {
  return async (event, action, input) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!window || !isOurs(event.senderFrame?.url ?? '')) throw new Error('Refused');
    if (!isShellAction(action)) throw new Error('Unknown shell action');
    return run(action, input, window, deps);
  };
}

const isShellAction = (value: unknown): value is ShellAction =>
  typeof value === 'string' && Object.hasOwn(SHELL_ACTIONS, value);

async function run<A extends ShellAction>(
  action: A,
  input: unknown,
  window: BrowserWindow,
  deps: ShellDeps,
): Promise<ShellOutput<A>> {
  // The table pairs each action with its own schema; the compiler cannot follow that through a union.
  const parsed = SHELL_ACTIONS[action].input.parse(input) as ShellInput<A>;
  const handler: Handlers[A] = HANDLERS[action];
  return handler(parsed, window, deps);
}

/** What there is one file of. */
const ONE_FILE: ReadonlySet<string> = new Set(['ocr-data', 'description', 'answers']);

const HANDLERS: Handlers = {
  chooseFolder: async (_input, window, { handles }) => {
    const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
    return handles.issue(chosen.filePaths);
  },
  chooseFiles: async ({ purpose }, window, { handles }) => {
    const chosen = await dialog.showOpenDialog(window, {
      properties: ONE_FILE.has(purpose) ? ['openFile'] : ['openFile', 'multiSelections'],
    });
    return handles.issue(chosen.filePaths);
  },
  chooseSave: async ({ suggestedName }, window, { handles }) => {
    const chosen = await dialog.showSaveDialog(window, {
      // Only the last part: a name from a file must not choose the folder.
      defaultPath: path.join(app.getPath('downloads'), path.basename(suggestedName)),
    });
    return handles.issue(chosen.canceled || !chosen.filePath ? [] : [chosen.filePath]);
  },
  savePdf: async ({ suggestedName }, window) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: path.join(app.getPath('downloads'), path.basename(suggestedName)),
    });
    if (canceled || !filePath) return { saved: false };
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: false });
    await writeFile(filePath, pdf, { mode: 0o600 });
    return { saved: true };
  },
  dropFiles: (input, _window, { handles }) => handles.issue(input.paths),
  openExternal: async ({ url }, window) => {
    const target = URL.canParse(url) ? new URL(url) : null;
    if (target?.protocol !== 'https:' && target?.protocol !== 'mailto:') return { opened: false };
    const shown = target.protocol === 'mailto:' ? target.pathname : target.host;
    const answer = await dialog.showMessageBox(window, {
      type: 'question',
      message: shown,
      detail: target.href,
      buttons: ['Open', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    });
    if (answer.response !== 0) return { opened: false };
    await shell.openExternal(target.href);
    return { opened: true };
  },
  setTheme: async ({ theme }) => {
    nativeTheme.themeSource = theme;
    return {};
  },
  openWindow: async ({ route }, _window, deps) => {
    deps.openWindow(route);
    return {};
  },
  notify: async (input, window) => {
    if (window.isFocused() || !Notification.isSupported()) return { shown: false };
    const notification = new Notification(input);
    notification.on('click', () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    });
    notification.show();
    return { shown: true };
  },
  coreStatus: async (_input, _window, { core }) => core.status(),
  restartCore: async (_input, _window, { core }) => {
    core.restart();
    return {};
  },
};
