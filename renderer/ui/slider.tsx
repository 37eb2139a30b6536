import {
  Slider as AriaSlider,
  Label,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly step?: number;
  /** The value in words, beside the label and for screen readers. */
  readonly valueText: string;
  /** While it is dragged and at each key. */
  readonly onChange: (value: number) => void;
  /** When it is let go. */
  readonly onChangeEnd?: (value: number) => void;
  readonly className?: string;
}

/** A number between two ends. Arrow keys move it by a step, Page Up and Down by ten, Home and End to the ends. */
export function Slider({
  label,
  value,
  min = 0,
  max,
  step = 1,
  valueText,
  onChange,
  onChangeEnd,
  className,
}: Props) {
  return (
    <AriaSlider
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={onChange}
      {...(onChangeEnd === undefined ? {} : { onChangeEnd })}
      className={cx('flex flex-col', className)}
    >
      <span className="flex items-baseline justify-between gap-2 text-sm">
        <Label className="truncate font-medium text-ink-2">{label}</Label>
        <SliderOutput className="tabular shrink-0 text-ink-3">{valueText}</SliderOutput>
      </span>
      <SliderTrack className="relative h-5 w-full">
        {({ state }) => (
          <>
            <span className="absolute top-2 h-1 w-full rounded-full bg-press" />
            <span
              className="absolute top-2 h-1 rounded-full bg-accent"
              style={{ width: `${state.getThumbPercent(0) * 100}%` }}
            />
            <SliderThumb
              aria-valuetext={valueText}
              className="top-2.5 size-3.5 rounded-full border-2 border-accent bg-raised shadow-raised data-dragging:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-focus"
            />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
