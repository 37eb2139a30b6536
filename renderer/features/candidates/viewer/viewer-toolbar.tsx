import { ChevronDown, ChevronUp, Maximize2, Minus, Plus } from 'lucide-react';
import type { ViewMode } from '@/renderer/features/candidates/viewer/target';
import { stepZoom, type Zoom } from '@/renderer/features/candidates/viewer/zoom';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { Segments } from '@/renderer/ui/toggles';

interface Props {
  readonly mode: ViewMode;
  /** Null when there is only text to show. */
  readonly onMode: ((mode: ViewMode) => void) | null;
  readonly zoom: Zoom;
  readonly factor: number;
  readonly onZoom: (zoom: Zoom) => void;
  readonly pages: number | null;
  /** Null while nothing is searched for. `current` counts from 0. */
  readonly hits: {
    readonly count: number;
    readonly current: number | null;
    readonly step: (by: 1 | -1) => void;
  } | null;
}

/** Above the CV: file or text, search hits, zoom. */
export function ViewerToolbar({ mode, onMode, zoom, factor, onZoom, pages, hits }: Props) {
  const t = useText();
  return (
    <div
      role="toolbar"
      aria-label={t('candidates.viewer.tools')}
      className="flex h-10 shrink-0 items-center gap-2 border-b border-line bg-canvas px-3"
    >
      {onMode === null ? null : (
        <Segments
          label={t('candidates.viewer.mode')}
          hideLabel
          options={[
            { value: 'original', label: t('candidates.viewer.mode-original') },
            { value: 'text', label: t('candidates.viewer.mode-text') },
          ]}
          value={mode}
          onChange={onMode}
        />
      )}
      {pages === null ? null : (
        <span className="tabular text-sm whitespace-nowrap text-ink-3">
          {t('candidates.viewer.pages', { pages })}
        </span>
      )}
      {hits === null ? null : (
        <div className="flex items-center gap-0.5">
          <span role="status" className="tabular mr-1 text-sm whitespace-nowrap text-ink-2">
            {hits.current === null
              ? t('candidates.viewer.hits', { count: hits.count })
              : t('candidates.viewer.hit', { hit: hits.current + 1, count: hits.count })}
          </span>
          <IconButton
            size="sm"
            label={t('candidates.viewer.previous-hit')}
            keys="shift+f3"
            isDisabled={hits.count === 0}
            onPress={() => hits.step(-1)}
          >
            <ChevronUp size={14} aria-hidden />
          </IconButton>
          <IconButton
            size="sm"
            label={t('candidates.viewer.next-hit')}
            keys="f3"
            isDisabled={hits.count === 0}
            onPress={() => hits.step(1)}
          >
            <ChevronDown size={14} aria-hidden />
          </IconButton>
        </div>
      )}
      <span className="flex-1" />
      <IconButton
        size="sm"
        label={t('candidates.viewer.zoom-out')}
        onPress={() => onZoom(stepZoom(factor, 'out'))}
      >
        <Minus size={14} aria-hidden />
      </IconButton>
      <span className="tabular w-10 text-center text-sm text-ink-2">
        {t('candidates.viewer.zoom', { factor })}
      </span>
      <IconButton
        size="sm"
        label={t('candidates.viewer.zoom-in')}
        onPress={() => onZoom(stepZoom(factor, 'in'))}
      >
        <Plus size={14} aria-hidden />
      </IconButton>
      <IconButton
        size="sm"
        label={t('candidates.viewer.zoom-fit')}
        isDisabled={zoom === 'fit'}
        onPress={() => onZoom('fit')}
      >
        <Maximize2 size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
