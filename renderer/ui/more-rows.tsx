import { Button } from '@/renderer/ui/button';

interface Props {
  readonly label: string;
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** Reads on, while there is more. */
export function MoreRows({ label, query }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <div className="p-3">
      <Button
        size="sm"
        isDisabled={query.isFetchingNextPage}
        onPress={() => void query.fetchNextPage()}
      >
        {label}
      </Button>
    </div>
  );
}
