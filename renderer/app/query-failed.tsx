import { useFailure } from '@/renderer/app/failure';
import { ErrorState } from '@/renderer/ui/states';

interface Props {
  /** What could not be read. */
  readonly title: string;
  readonly query: { readonly error: unknown; readonly refetch: () => unknown };
}

/** In place of what could not be read: why not, and the way to try again. */
export function QueryFailed({ title, query }: Props) {
  const failure = useFailure();
  const { message, details } = failure(query.error);
  return (
    <ErrorState title={title} details={details} onRetry={() => void query.refetch()}>
      {message}
    </ErrorState>
  );
}
