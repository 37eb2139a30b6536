import { useMemo } from 'react';
import { useText } from '@/renderer/lib/text';
import type { CEFR_LEVELS } from '@/shared/domain/parsing/parsed-resume';

type Level = (typeof CEFR_LEVELS)[number];

/** Levels of a language as the least that is asked for. */
export function useLevelNames() {
  const t = useText();
  return useMemo(
    () => ({
      short: (level: Level) =>
        level === 'native' ? t('filters.level-native') : t('filters.level-short', { level }),
      atLeast: (level: Level) =>
        level === 'native' ? t('filters.level-native') : t('filters.level-more', { level }),
    }),
    [t],
  );
}
