import '@/renderer/entries/no-eval';
import '@/renderer/entries/no-session-storage';
import { createORPCClient } from '@orpc/client';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createApi } from '@/renderer/app/api';
import { App } from '@/renderer/app/app';
import { askFirstQuestions } from '@/renderer/app/first-questions';
import { createQueryClient } from '@/renderer/app/query-client';
import { restoreTheme } from '@/renderer/app/workspace';
import { createPortLink } from '@/renderer/entries/port-link';
import { readTheRest } from '@/renderer/lib/on-demand';
import type { ApiClient } from '@/shared/contract/api/index';
import type { ShellBridge } from '@/shared/contract/shell/shell';
import '@/renderer/ui/styles.css';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly longlist: ShellBridge;
  }
}

const client: ApiClient = createORPCClient(createPortLink(window));
const api = createApi(client);
const queries = createQueryClient();
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
restoreTheme();
askFirstQuestions(queries, api);
// At once and not in a task of its own: Chromium keeps the compiled code of what has run when this script ends (docs/decisions/start-time.md).
flushSync(() =>
  createRoot(place).render(
    <StrictMode>
      <App api={api} queries={queries} shell={window.longlist} />
    </StrictMode>,
  ),
);
readTheRest();
