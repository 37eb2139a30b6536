import '@/renderer/entries/no-eval';
import { createORPCClient } from '@orpc/client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/renderer/app/app';
import { restoreTheme } from '@/renderer/app/workspace';
import { createPortLink } from '@/renderer/entries/port-link';
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
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
restoreTheme();
createRoot(place).render(
  <StrictMode>
    <App client={client} shell={window.longlist} />
  </StrictMode>,
);
