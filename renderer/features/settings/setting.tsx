import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** A line of settings: what it is at the left, the control at the right. */
export function Setting({ title, description, children }: Props) {
  return (
    <div className="flex items-center justify-between gap-6 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {description === undefined ? null : <p className="text-sm text-ink-2">{description}</p>}
      </div>
      <div className="shrink-0">{children}</div>
    </div>
  );
}

/** A fact that cannot be changed here. */
export function Fact({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex items-baseline justify-between gap-6 border-b border-line py-2.5">
      <dt className="text-ink-2">{title}</dt>
      <dd className="tabular min-w-0 truncate select-text">{children}</dd>
    </div>
  );
}
