import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, Eye, TriangleAlert } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useBlind } from '@/renderer/app/blind';
import { useShell } from '@/renderer/app/shell';
import { HiddenValue } from '@/renderer/features/blind';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';
import { showToast } from '@/renderer/ui/toast';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { ResumeSummary } from '@/shared/domain/candidates/views';

interface Props {
  /** Newest first. */
  readonly resumes: readonly ResumeSummary[];
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

/** The CVs of the candidate as they came in: where from, how they were read, and the way to get them back out. */
export function FilesTab({ resumes, shown, onShow }: Props) {
  const t = useText();
  if (resumes.length === 0) return <p className="p-5 text-ink-3">{t('candidates.files.none')}</p>;
  return (
    <ul>
      {resumes.map((resume) => (
        <File key={resume.id} resume={resume} isShown={resume.id === shown} onShow={onShow} />
      ))}
    </ul>
  );
}

interface FileProps {
  readonly resume: ResumeSummary;
  readonly isShown: boolean;
  readonly onShow: (id: string) => void;
}

function File({ resume, isShown, onShow }: FileProps) {
  const t = useText();
  const format = useFormat();
  const download = useDownload();
  const isBlind = useBlind()();
  return (
    <li className="flex flex-col gap-1.5 border-b border-line px-5 py-3">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium" title={resume.fileName}>
          {resume.fileName}
        </span>
        {isShown ? (
          <Badge tone="accent">{t('candidates.files.shown')}</Badge>
        ) : (
          <Button
            size="sm"
            variant="ghost"
            icon={<Eye size={14} aria-hidden />}
            onPress={() => onShow(resume.id)}
          >
            {t('candidates.files.show')}
          </Button>
        )}
        {isBlind ? (
          <HiddenValue />
        ) : (
          <Button
            size="sm"
            icon={<Download size={14} aria-hidden />}
            isDisabled={download.isPending}
            onPress={() => download.mutate({ id: resume.id, fileName: resume.fileName })}
          >
            {t('candidates.files.download')}
          </Button>
        )}
      </div>
      <p className="text-sm text-ink-2">
        {[
          format.bytes(resume.bytes),
          resume.pages.length === 0
            ? null
            : t('candidates.viewer.pages', { pages: resume.pages.length }),
          t('candidates.files.parser', { name: resume.parserName, version: resume.parserVersion }),
          resume.ocrConfidence === null
            ? null
            : t('candidates.files.ocr', { confidence: resume.ocrConfidence }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="text-sm break-all text-ink-3">
        {resume.origin === null || resume.origin.path === '' ? null : `${resume.origin.path} · `}
        <RelativeTime value={resume.storedAt} />
      </p>
      {Number(resume.parserVersion) < Number(PARSER.version) ? (
        <p className="text-sm text-ink-2">
          {t('candidates.files.older-parser')}{' '}
          <Link
            to="/settings"
            search={{ section: 'parsing' }}
            className="rounded-sm text-accent-ink hover:underline"
          >
            {t('candidates.files.preview-parser')}
          </Link>
        </p>
      ) : null}
      {resume.notices.map((notice) => (
        <p key={notice.code} className="flex items-start gap-1.5 text-sm text-warn-ink">
          <TriangleAlert size={12} aria-hidden className="mt-0.5 shrink-0" />
          {notice.message}
        </p>
      ))}
    </li>
  );
}

/** Asks where to and writes the original there; the window never learns the path. */
function useDownload() {
  const t = useText();
  const api = useApi();
  const { shell } = useShell();
  return useMutation({
    mutationFn: async ({ id, fileName }: { readonly id: string; readonly fileName: string }) => {
      const chosen = await shell('chooseSave', { suggestedName: fileName.slice(-255) });
      return chosen === null ? null : api.resumes.saveOriginal.call({ id, handle: chosen.handle });
    },
    onSuccess: (saved, { fileName }) => {
      if (saved !== null)
        showToast({ message: t('candidates.done.downloaded', { name: fileName }) });
    },
  });
}
