import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Popover } from '@/renderer/ui/popover';
import { Checkbox } from '@/renderer/ui/toggles';
import { fold } from '@/shared/kit/text';
import type { Id } from '@/shared/kit/ids';

/** Jobs to choose from, those with the newest changes. */
const MOST_JOBS = 300;
/** As many as the workbook can be narrowed to. */
const MOST_CHOSEN = 200;

interface Props {
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** The jobs whose applications are counted; none chosen: all. */
export function JobsChoice({ chosen, onChange }: Props) {
  const t = useText();
  const api = useApi();
  const [typed, setTyped] = useState('');
  const jobs = useQuery(
    api.jobs.list.queryOptions({
      input: { sort: { by: 'updatedAt', direction: 'desc' }, limit: MOST_JOBS },
    }),
  );
  const words = fold(typed).trim();
  const shown = (jobs.data?.rows ?? []).filter(({ title, clientName }) =>
    fold(`${title} ${clientName}`).includes(words),
  );
  return (
    <Popover
      label={t('impact.jobs')}
      trigger={
        <Button>
          {chosen.length === 0
            ? t('reports.every-job')
            : t('impact.jobs.count', { count: chosen.length })}
          <ChevronDown size={14} aria-hidden className="text-ink-3" />
        </Button>
      }
    >
      <div className="flex w-80 flex-col gap-2 p-3">
        <TextField
          autoFocus
          label={t('impact.jobs.find')}
          hideLabel
          placeholder={t('impact.jobs.find')}
          value={typed}
          onChange={setTyped}
        />
        <div className="flex max-h-72 flex-col gap-1.5 overflow-y-auto">
          {shown.map(({ id, title, clientName }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              isDisabled={!chosen.includes(id) && chosen.length >= MOST_CHOSEN}
              onChange={(isOn) =>
                onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            >
              <span className="truncate">
                {title} · {clientName}
              </span>
            </Checkbox>
          ))}
        </div>
        {chosen.length === 0 ? null : (
          <Button size="sm" onPress={() => onChange([])}>
            {t('reports.every-job')}
          </Button>
        )}
      </div>
    </Popover>
  );
}
