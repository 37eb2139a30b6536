import type { ReactNode } from 'react';
import { useText } from '@/renderer/lib/text';

/** The page of what comes before the desk: the product's name over one card. */
export function DeskCard({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return (
    <main className="flex h-full flex-col items-center overflow-auto bg-rail px-6 py-10">
      <div className="my-auto flex w-100 max-w-full flex-col gap-6">
        <header className="flex items-center gap-2 text-md font-semibold">
          <span
            aria-hidden
            className="flex size-7 items-center justify-center rounded-md bg-accent text-on-accent"
          >
            L
          </span>
          {t('app.name')}
        </header>
        <section className="rounded-xl border border-line bg-canvas p-6 shadow-raised">
          {children}
        </section>
      </div>
    </main>
  );
}
