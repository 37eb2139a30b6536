import {
  BriefcaseBusiness,
  Building2,
  ChartColumn,
  FileInput,
  History,
  type LucideIcon,
  Settings,
  SquareKanban,
  Sun,
  Users,
} from 'lucide-react';
import type { MessageId } from '@/renderer/lib/text';

export type PlacePath =
  | '/today'
  | '/candidates'
  | '/jobs'
  | '/clients'
  | '/pipeline'
  | '/import'
  | '/reports'
  | '/history'
  | '/settings';

interface Place {
  readonly to: PlacePath;
  readonly title: MessageId;
  readonly goTo: MessageId;
  readonly icon: LucideIcon;
  readonly keys: string;
}

/** Where one can go: the rail, the command bar and the `G` keys all read this list. */
export const PLACES: readonly Place[] = [
  {
    to: '/today',
    title: 'app.place.today',
    goTo: 'app.go.today',
    icon: Sun,
    keys: 'g t',
  },
  {
    to: '/candidates',
    title: 'app.place.candidates',
    goTo: 'app.go.candidates',
    icon: Users,
    keys: 'g c',
  },
  {
    to: '/jobs',
    title: 'app.place.jobs',
    goTo: 'app.go.jobs',
    icon: BriefcaseBusiness,
    keys: 'g j',
  },
  {
    to: '/pipeline',
    title: 'app.place.pipeline',
    goTo: 'app.go.pipeline',
    icon: SquareKanban,
    keys: 'g p',
  },
  {
    to: '/clients',
    title: 'app.place.clients',
    goTo: 'app.go.clients',
    icon: Building2,
    keys: 'g l',
  },
  {
    to: '/import',
    title: 'app.place.import',
    goTo: 'app.go.import',
    icon: FileInput,
    keys: 'g m',
  },
  {
    to: '/reports',
    title: 'app.place.reports',
    goTo: 'app.go.reports',
    icon: ChartColumn,
    keys: 'g r',
  },
  {
    to: '/history',
    title: 'app.place.history',
    goTo: 'app.go.history',
    icon: History,
    keys: 'g h',
  },
  {
    to: '/settings',
    title: 'app.place.settings',
    goTo: 'app.go.settings',
    icon: Settings,
    keys: 'g s',
  },
];
