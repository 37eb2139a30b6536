/** The door of the full export: its section of the settings, and opening one at the first start. */
import { partOnDemand } from '@/renderer/lib/on-demand';

export const FullExportSection = partOnDemand(
  () => import('@/renderer/features/portable/full-export-section'),
  'FullExportSection',
);
export const OpenExport = partOnDemand(
  () => import('@/renderer/features/portable/open-export'),
  'OpenExport',
);
