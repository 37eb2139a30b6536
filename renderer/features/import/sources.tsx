import { Link } from '@tanstack/react-router';
import { Table2 } from 'lucide-react';
import { useBlind } from '@/renderer/app/blind';
import { useStartImport } from '@/renderer/app/start-import';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

/** The ways in. The whole window takes drops (app/drop-anywhere.tsx); this says so and has the buttons. */
export function Sources() {
  const t = useText();
  const start = useStartImport();
  const isBlind = useBlind()();
  return (
    <section
      aria-label={t('import.sources')}
      className="mx-4 flex flex-col gap-3 rounded-lg border border-dashed border-line-strong bg-rail p-3"
    >
      <div>
        <p className="font-medium">{t('import.sources.drop')}</p>
        <p className="mt-0.5 text-sm text-ink-3">{t('app.drop.formats')}</p>
      </div>
      <div className="flex gap-2">
        <Button
          variant="primary"
          className="flex-1"
          isDisabled={start.isStarting}
          onPress={start.chooseFolder}
        >
          {t('app.choose-folder')}
        </Button>
        <Button className="flex-1" isDisabled={start.isStarting} onPress={start.chooseFiles}>
          {t('app.choose-files')}
        </Button>
      </div>
      {/* A table is read by who looks at its rows: not by who reviews blind. */}
      {isBlind ? null : (
        <Link
          to="/import/table"
          className="flex items-center gap-1.5 self-start rounded-sm font-medium text-accent-ink hover:underline"
        >
          <Table2 size={14} aria-hidden />
          {t('tables.import-file')}
        </Link>
      )}
    </section>
  );
}
