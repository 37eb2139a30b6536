import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useText } from '@/renderer/lib/text';
import { Select } from '@/renderer/ui/select';

const NONE = 'none';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
}

/** One of the clients, or none. */
export function ClientSelect({ label, description, value, onChange }: Props) {
  const t = useText();
  const api = useApi();
  const clients = useQuery(
    api.clients.list.queryOptions({ input: { status: 'active', limit: 500 } }),
  );
  return (
    <Select
      label={label}
      {...(description !== undefined && { description })}
      value={value ?? NONE}
      onChange={(key) => onChange(key === NONE ? null : key)}
      options={[
        { value: NONE, label: t('people.user.no-client') },
        ...(clients.data?.rows ?? []).map(({ id, companyName }) => ({
          value: id,
          label: companyName,
        })),
      ]}
    />
  );
}
