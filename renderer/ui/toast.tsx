import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';

export interface ToastMessage {
  readonly message: string;
  readonly tone?: 'neutral' | 'bad';
  readonly action?: ToastAction;
  /** Beside the action, and less than it. */
  readonly more?: ToastAction;
}
interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** How long a toast stays, in ms: long enough to read it and reach its button. */
const STAYS = 8000;

/** Takes away the message of the deed before. */
let closeLast = (): void => {};

/**
 * Shows a short message at the foot of the window. What a deed did, and the way to take it back, gives way to the next deed; failures
 * stay until they are closed. Returns the way to close it.
 */
export function showToast(toast: ToastMessage): () => void {
  const isOfDeed = toast.tone !== 'bad' || toast.action !== undefined;
  if (isOfDeed) closeLast();
  const key = queue.add(toast, toast.tone === 'bad' ? {} : { timeout: STAYS });
  const close = (): void => queue.close(key);
  if (isOfDeed) closeLast = close;
  return close;
}

/** Where toasts appear. Once per window. F6 reaches it from the keyboard. */
export function Toasts() {
  const t = useText();
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t('ui.messages')}
      className="fixed bottom-4 left-1/2 z-50 flex -translate-x-1/2 flex-col-reverse gap-2 rounded-lg"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex max-w-[min(560px,calc(100vw-32px))] items-center gap-3 rounded-lg bg-raised py-2 pr-2 pl-3 text-ink shadow-popover"
        >
          {toast.content.tone === 'bad' ? (
            <span aria-hidden className="size-2 shrink-0 rounded-full bg-bad" />
          ) : null}
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {[toast.content.more, toast.content.action].map((action, at) =>
            action === undefined ? null : (
              <Button
                key={action.label}
                size="sm"
                variant={at === 0 ? 'ghost' : 'secondary'}
                onPress={() => {
                  action.run();
                  queue.close(toast.key);
                }}
              >
                {action.label}
              </Button>
            ),
          )}
          <IconButton size="sm" label={t('ui.close')} slot="close">
            <X size={14} aria-hidden />
          </IconButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
