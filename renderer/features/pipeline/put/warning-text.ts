import { useCallback } from 'react';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import type { PutVerdictView } from '@/shared/contract/api/pipeline';

type Warning = PutVerdictView['warnings'][number];

/** What speaks against putting somebody on a job, in a sentence with who and when. */
export function useWarningText(): (warning: Warning) => string {
  const t = useText();
  const format = useFormat();
  return useCallback(
    (warning) => {
      if (warning.kind === 'do-not-contact') return t('pipeline.do-not-contact');
      const { jobTitle: job, byName: name, stage } = warning;
      const values = { job, name, at: format.absolute(warning.at), stage: t(STAGE_NAMES[stage]) };
      return warning.kind === 'put-forward'
        ? t('pipeline.warn.put-forward', values)
        : t('pipeline.warn.on-other-job', values);
    },
    [t, format],
  );
}
