import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useShell } from '@/renderer/app/shell';
import { pictureOf } from '@/renderer/features/reports/save-picture';
import type { Section } from '@/renderer/features/reports/sections';
import { type MessageId, type Translate, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { showToast } from '@/renderer/ui/toast';

interface Props {
  readonly sections: readonly Section[];
  readonly drawing: SVGSVGElement | null;
}

/** Saves the figures as a table, or the drawing of the trend as a picture, to where a person says. */
export function SaveReport({ sections, drawing }: Props) {
  const t = useText();
  const api = useApi();
  const { shell } = useShell();
  const save = useMutation({
    mutationFn: async (format: Format) => {
      const chosen = await shell('chooseSave', { suggestedName: `report.${format}` });
      if (chosen === null) return null;
      const { handle } = chosen;
      if (format === 'png') {
        if (drawing === null) return null;
        await api.reports.savePicture.call({ handle, picture: await pictureOf(drawing) });
        return { cut: 0 };
      }
      return api.reports.saveTable.call({ handle, format, ...tableOf(sections, t) });
    },
    onSuccess: (saved) => {
      if (saved === null) return;
      const { cut } = saved;
      showToast({
        message: cut === 0 ? t('reports.saved') : t('reports.saved-cut', { count: cut }),
      });
    },
  });
  return (
    <Menu
      label={t('reports.save')}
      trigger={
        <Button icon={<Download size={14} aria-hidden />} isDisabled={save.isPending}>
          {t('reports.save')}
        </Button>
      }
      groups={[
        {
          entries: FORMATS.map((format) => ({
            id: format,
            label: t(FORMAT_NAMES[format]),
            onAction: () => save.mutate(format),
          })),
        },
      ]}
    />
  );
}

const FORMATS = ['csv', 'xlsx', 'png'] as const;
type Format = (typeof FORMATS)[number];
const FORMAT_NAMES: Readonly<Record<Format, MessageId>> = {
  csv: 'reports.save.csv',
  xlsx: 'reports.save.xlsx',
  png: 'reports.save.png',
};

/** All tables one beneath the other: which it is, what the row is of, and its numbers under their names. */
function tableOf(sections: readonly Section[], t: Translate) {
  return {
    header: [
      t('reports.table.table'),
      t('reports.table.row'),
      t('reports.table.column'),
      t('reports.table.value'),
    ],
    rows: sections.flatMap(({ title, columns, rows }) =>
      rows.flatMap(({ head, cells }) =>
        cells.map((cell, at) => [
          title,
          head,
          columns[at + 1] ?? '',
          typeof cell === 'string' ? cell : cell.count,
        ]),
      ),
    ),
  };
}
