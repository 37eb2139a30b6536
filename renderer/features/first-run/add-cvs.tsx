import { FolderOpen, Sparkles } from 'lucide-react';
import { useFileDrop } from '@/renderer/app/drop-anywhere';
import { setFirstRunUnderWay } from '@/renderer/app/first-run-state';
import { useStartImport } from '@/renderer/app/start-import';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

const finish = (): void => setFirstRunUnderWay(false);

/** Second step: a folder of CVs, or the samples to look around with. */
export function AddCvs() {
  const t = useText();
  const start = useStartImport(finish);
  const isOver = useFileDrop(start.dropped);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t('first-run.add.title')}</h1>
        <p className="mt-1 text-ink-2">{t('first-run.add.text')}</p>
      </div>
      <div
        className={cx(
          'flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-6 py-9 text-center',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-rail',
        )}
      >
        <FolderOpen size={28} aria-hidden className="text-ink-3" />
        <p className="text-md font-medium">{t('first-run.add.drop')}</p>
        <div className="flex gap-2">
          <Button
            autoFocus
            variant="primary"
            isDisabled={start.isStarting}
            onPress={start.chooseFolder}
          >
            {t('app.choose-folder')}
          </Button>
          <Button isDisabled={start.isStarting} onPress={start.chooseFiles}>
            {t('app.choose-files')}
          </Button>
        </div>
        <p className="text-sm text-ink-3">{t('app.drop.formats')}</p>
      </div>
      <div className="flex items-center gap-3 rounded-lg border border-line p-3">
        <Sparkles size={16} aria-hidden className="shrink-0 text-ink-3" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t('first-run.samples.title')}</p>
          <p className="text-sm text-ink-2">{t('first-run.samples.text')}</p>
        </div>
        <Button isDisabled={start.isStarting} onPress={start.samples}>
          {t('first-run.samples.load')}
        </Button>
      </div>
      <div className="flex justify-end">
        <Button variant="ghost" onPress={finish}>
          {t('first-run.later')}
        </Button>
      </div>
    </div>
  );
}
