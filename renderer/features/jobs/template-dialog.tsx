import { type FormEvent, useEffect, useState } from 'react';
import { useJobDeeds } from '@/renderer/features/jobs/use-job-deeds';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';

interface Props {
  readonly jobId: string;
  readonly suggested: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Asks what a template made of a job is to be called. */
export function TemplateDialog({ jobId, suggested, isOpen, onOpenChange }: Props) {
  const t = useText();
  const deeds = useJobDeeds();
  const [name, setName] = useState(suggested);
  useEffect(() => {
    if (isOpen) setName(suggested);
  }, [isOpen, suggested]);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void deeds.saveTemplate(jobId, name).then((ok) => {
      if (ok) onOpenChange(false);
    });
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('jobs.template.save')} size="sm">
      <form onSubmit={save} className="flex flex-col gap-3 p-4">
        <TextField
          autoFocus
          label={t('jobs.template.name')}
          description={t('jobs.template.hint')}
          value={name}
          onChange={setName}
          maxLength={200}
        />
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onPress={() => onOpenChange(false)}>
            {t('ui.inline.cancel')}
          </Button>
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
            {t('ui.inline.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
