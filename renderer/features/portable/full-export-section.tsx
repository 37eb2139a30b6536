import { FolderOutput } from 'lucide-react';
import { useState } from 'react';
import { ExportEverything, type ExportMade } from '@/renderer/features/portable/export-everything';
import { NotEncrypted } from '@/renderer/features/portable/not-encrypted';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

const PARTS: readonly MessageId[] = [
  'portable.part.database',
  'portable.part.lists',
  'portable.part.originals',
  'portable.part.audit',
  'portable.part.manifest',
];

/** Everything in open formats: what that is, what is not in it, and making one. */
export function FullExportSection() {
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<ExportMade | null>(null);
  return (
    <>
      <p className="mb-3 text-ink-2">{t('portable.text')}</p>
      <ul className="mb-3 list-disc pl-5">
        {PARTS.map((part) => (
          <li key={part}>{t(part)}</li>
        ))}
      </ul>
      <p className="mb-4 text-sm text-ink-2">{t('portable.left-out')}</p>
      <NotEncrypted />
      <Button icon={<FolderOutput size={14} aria-hidden />} onPress={() => setOpen(true)}>
        {t('portable.export')}
      </Button>
      {made === null ? null : (
        <section aria-label={t('portable.made')} className="mt-4 rounded-lg bg-sunken p-3">
          <h3 className="font-medium">{t('portable.made')}</h3>
          <p role="status" className="wrap-anywhere text-ink-2 select-text">
            {t('portable.made.text', {
              folder: made.folder,
              candidates: made.counts.candidates,
              originals: made.counts.originals,
              size: format.bytes(made.bytes),
            })}
          </p>
          {made.counts.missingOriginals > 0 ? (
            <p className="text-warn-ink">
              {t('portable.made.missing', { count: made.counts.missingOriginals })}
            </p>
          ) : null}
          {made.counts.privateNotesLeftOut > 0 ? (
            <p className="text-ink-2">
              {t('portable.made.private', { count: made.counts.privateNotesLeftOut })}
            </p>
          ) : null}
        </section>
      )}
      {isOpen ? (
        <ExportEverything
          onClose={() => setOpen(false)}
          onMade={(done) => {
            setMade(done);
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
