import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import { Kbd } from '@/renderer/ui/kbd';

interface Props {
  readonly text: string;
  readonly keys?: string;
  readonly placement?: TooltipProps['placement'];
  /** One focusable React Aria element, such as a Button. */
  readonly children: ReactElement;
}

/** A short text beside a control on hover and on keyboard focus. */
export function Tooltip({ text, keys, placement = 'bottom', children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        placement={placement}
        className="appear flex items-center gap-2 rounded-md bg-raised px-2 py-1 text-sm text-ink shadow-popover"
      >
        {text}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
