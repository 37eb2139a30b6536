import { FileDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCan } from '@/renderer/app/session';
import { useStartImport } from '@/renderer/app/start-import';
import { useText } from '@/renderer/lib/text';

/** The whole window takes dropped files and folders and imports them, on every screen. */
export function DropAnywhere({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const { dropped } = useStartImport();
  const can = useCan();
  const mayImport = can('import.run');
  const isOver = useFileDrop((files) => {
    if (mayImport) dropped(files);
  });
  return (
    <div className="relative flex h-full">
      {children}
      {isOver && mayImport ? (
        <div
          aria-hidden
          className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-scrim p-6"
        >
          <div className="flex h-full w-full flex-col items-center justify-center gap-3 rounded-xl border-2 border-dashed border-accent bg-canvas text-ink">
            <FileDown size={28} aria-hidden className="text-accent-ink" />
            <p className="text-lg font-semibold">{t('app.drop.title')}</p>
            <p className="text-ink-2">{t('app.drop.formats')}</p>
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Whether files are being dragged over the window; `onDrop` gets them when they are let go. */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const handler = useRef(onDrop);
  useEffect(() => {
    handler.current = onDrop;
  });
  useEffect(() => {
    // Enter and leave come for every element passed; the pointer is outside when as many left as entered.
    let inside = 0;
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      inside += 1;
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      inside = Math.max(0, inside - 1);
      if (inside === 0) setIsOver(false);
    };
    const over = (event: DragEvent): void => {
      // Without this the window would open the file instead.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      inside = 0;
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) handler.current(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
