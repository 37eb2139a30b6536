import { Component, type ErrorInfo, type ReactNode, useMemo } from 'react';
import { useFailure } from '@/renderer/app/failure';
import { useText } from '@/renderer/lib/text';
import { ErrorState } from '@/renderer/ui/states';
import { newId } from '@/shared/kit/ids';

interface ScreenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A bug reached a screen: says so, with a reference and details to copy. The rest of the window goes on working. */
export function ErrorScreen({ error, onRetry }: ScreenProps) {
  const t = useText();
  const failure = useFailure();
  const reference = useMemo(() => newId().slice(-12), []);
  const { message, details } = failure(error);
  return (
    <div className="flex h-full flex-1 items-center justify-center">
      <ErrorState
        title={t('app.error.title')}
        onRetry={onRetry}
        details={`${t('app.error.reference', { reference })}\n${details}`}
      >
        <p>{message}</p>
        <p className="mt-1 text-sm text-ink-3">{t('app.error.reference', { reference })}</p>
      </ErrorState>
    </div>
  );
}

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Catches what the router's own boundaries do not: errors in the frame itself. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('A screen failed', error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorScreen error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
