import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { useChangeSettings, useSettings } from '@/renderer/app/workspace';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import { Checkbox } from '@/renderer/ui/toggles';

/** As many languages as the core takes at once. */
const AT_MOST = 5;

/** The languages in which scanned pages are read, and adding one from a file. */
export function Ocr() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const change = useChangeSettings();
  const used = useSettings().ocrLanguages;
  const nameOf = useLanguageName();
  const languages = useQuery(api.workspace.ocrLanguages.queryOptions());
  if (languages.isError) {
    return (
      <ErrorState
        title={t('settings.ocr.failed')}
        details={failure(languages.error).details}
        onRetry={() => void languages.refetch()}
      >
        {failure(languages.error).message}
      </ErrorState>
    );
  }
  const toggle = (code: string, isOn: boolean): void =>
    change({ ocrLanguages: isOn ? [...used, code] : used.filter((each) => each !== code) });
  return (
    <>
      <p className="mb-3 text-ink-2">{t('settings.ocr.text')}</p>
      {languages.isPending ? (
        <Loading label={t('settings.ocr.loading')}>
          <Skeleton className="h-11" />
        </Loading>
      ) : (
        <ul aria-label={t('settings.ocr')} className="border-t border-line">
          {languages.data.map(({ code, bundled }) => {
            const isUsed = used.includes(code);
            return (
              <li key={code} className="flex h-11 items-center gap-3 border-b border-line">
                <Checkbox
                  isSelected={isUsed}
                  isDisabled={isUsed ? used.length === 1 : used.length >= AT_MOST}
                  onChange={(isOn) => toggle(code, isOn)}
                >
                  <span>{nameOf(code)}</span>
                </Checkbox>
                <span className="font-mono text-sm text-ink-3">{code}</span>
                <span className="flex-1" />
                <Badge>{t(bundled ? 'settings.ocr.bundled' : 'settings.ocr.added')}</Badge>
              </li>
            );
          })}
        </ul>
      )}
      <AddLanguage nameOf={nameOf} />
    </>
  );
}

function AddLanguage({ nameOf }: { readonly nameOf: (code: string) => string }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { shell } = useShell();
  const add = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseFiles', { purpose: 'ocr-data' });
      return chosen && api.workspace.addOcrLanguage.call({ handle: chosen.handle });
    },
    onSuccess: (added) => {
      if (!added) return;
      void queries.invalidateQueries({ queryKey: api.workspace.ocrLanguages.key() });
      showToast({ message: t('settings.ocr.done', { language: nameOf(added.code) }) });
    },
  });
  return (
    <div className="mt-4 flex items-center gap-4">
      <Button
        icon={<FilePlus2 size={14} aria-hidden />}
        isPending={add.isPending}
        onPress={() => add.mutate()}
      >
        {t('settings.ocr.add')}
      </Button>
      <p className="text-sm text-ink-3">{t('settings.ocr.add.text')}</p>
    </div>
  );
}

/** A Tesseract code as the name of the language: `deu` is German, `chi_sim` Chinese (simplified script: the code says which). */
function useLanguageName(): (code: string) => string {
  const intl = useIntl();
  return (code) => {
    const [language] = code.split('_');
    // Tesseract's own three letters for what ISO calls zho.
    const iso = language === 'chi' ? 'zho' : language;
    return (iso !== undefined && intl.formatDisplayName(iso, { type: 'language' })) || code;
  };
}
