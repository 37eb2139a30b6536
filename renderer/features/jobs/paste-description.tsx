import { useMutation } from '@tanstack/react-query';
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { useBeginJob } from '@/renderer/features/jobs/begin-job';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';

const LONGEST = 200_000;

/** Fills the form of a new job in from a description: pasted, or a file (PDF, DOCX, text). Nothing is saved by it. */
export function PasteDescription() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { shell } = useShell();
  const begin = useBeginJob();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const propose = useMutation({
    mutationFn: async (from: 'text' | 'file') => {
      if (from === 'text') return api.jobProposals.fromText.call({ text });
      const chosen = await shell('chooseFiles', { purpose: 'description' });
      return chosen === null ? null : api.jobProposals.fromFile.call({ handle: chosen.handle });
    },
    meta: { showsFailure: true },
    onSuccess: (proposal) => {
      if (proposal === null) return;
      setIsOpen(false);
      setText('');
      begin(proposal.draft, undefined, proposal.reading);
    },
  });
  return (
    <>
      <Button icon={<ClipboardPaste size={14} aria-hidden />} onPress={() => setIsOpen(true)}>
        {t('jobs.paste')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t('jobs.paste')}
        size="lg"
        footer={
          <>
            <Button isDisabled={propose.isPending} onPress={() => propose.mutate('file')}>
              {t('jobs.paste.file')}
            </Button>
            <Button
              variant="primary"
              isDisabled={propose.isPending || text.trim() === ''}
              onPress={() => propose.mutate('text')}
            >
              {t('jobs.paste.read')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-2 p-4">
          <TextField
            autoFocus
            label={t('jobs.paste.text')}
            description={t('jobs.paste.hint')}
            rows={14}
            value={text}
            onChange={setText}
            maxLength={LONGEST}
          />
          {propose.isPending ? <p role="status">{t('jobs.paste.reading')}</p> : null}
          {propose.isError ? (
            <p role="alert" className="text-bad-ink">
              {failure(propose.error).message}
            </p>
          ) : null}
        </div>
      </Dialog>
    </>
  );
}
