import { useNavigate } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useCan } from '@/renderer/app/session';
import { useText } from '@/renderer/lib/text';

/** The workbook from any screen, for those who may see it. */
export function useAdverseImpactCommands(): void {
  const t = useText();
  const can = useCan();
  const navigate = useNavigate();
  const reads = can('adverse-impact.read');
  const commands = useMemo(
    (): readonly Command[] =>
      reads
        ? [
            {
              id: 'impact.open',
              title: t('impact.command.open'),
              group: t('reports.title'),
              icon: Scale,
              run: () => void navigate({ to: '/adverse-impact' }),
            },
          ]
        : [],
    [t, navigate, reads],
  );
  useCommands(commands);
}
