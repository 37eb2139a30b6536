import {
  BriefcaseBusiness,
  Building2,
  CalendarClock,
  ChartColumn,
  FileInput,
  History,
  type LucideIcon,
  ScrollText,
  Settings,
  SquareKanban,
  Sun,
  Users,
} from 'lucide-react';
import { useMemo } from 'react';
import { useCan } from '@/renderer/app/session';
import type { MessageId } from '@/renderer/lib/text';
import type { Permission } from '@/shared/domain/access/permissions';

export type PlacePath =
  | '/today'
  | '/candidates'
  | '/jobs'
  | '/clients'
  | '/pipeline'
  | '/interviews'
  | '/import'
  | '/reports'
  | '/history'
  | '/audit'
  | '/settings';

interface Place {
  readonly to: PlacePath;
  readonly title: MessageId;
  readonly goTo: MessageId;
  readonly icon: LucideIcon;
  readonly keys: string;
  /** What somebody has to be allowed for the place to show them anything. */
  readonly permission?: Permission;
}

/** Every place there is. */
export const PLACES: readonly Place[] = [
  {
    to: '/today',
    title: 'app.place.today',
    goTo: 'app.go.today',
    icon: Sun,
    keys: 'g t',
    permission: 'candidate.read',
  },
  {
    to: '/candidates',
    title: 'app.place.candidates',
    goTo: 'app.go.candidates',
    icon: Users,
    keys: 'g c',
    permission: 'candidate.read',
  },
  {
    to: '/jobs',
    title: 'app.place.jobs',
    goTo: 'app.go.jobs',
    icon: BriefcaseBusiness,
    keys: 'g j',
    permission: 'job.read',
  },
  {
    to: '/pipeline',
    title: 'app.place.pipeline',
    goTo: 'app.go.pipeline',
    icon: SquareKanban,
    keys: 'g p',
    permission: 'application.read',
  },
  {
    to: '/interviews',
    title: 'app.place.interviews',
    goTo: 'app.go.interviews',
    icon: CalendarClock,
    keys: 'g i',
    permission: 'application.read',
  },
  {
    to: '/clients',
    title: 'app.place.clients',
    goTo: 'app.go.clients',
    icon: Building2,
    keys: 'g l',
    permission: 'client.read',
  },
  {
    to: '/import',
    title: 'app.place.import',
    goTo: 'app.go.import',
    icon: FileInput,
    keys: 'g m',
    permission: 'import.read',
  },
  {
    to: '/reports',
    title: 'app.place.reports',
    goTo: 'app.go.reports',
    icon: ChartColumn,
    keys: 'g r',
    permission: 'report.read',
  },
  {
    to: '/history',
    title: 'app.place.history',
    goTo: 'app.go.history',
    icon: History,
    keys: 'g h',
    permission: 'history.undo',
  },
  {
    to: '/audit',
    title: 'app.place.audit',
    goTo: 'app.go.audit',
    icon: ScrollText,
    keys: 'g a',
    permission: 'audit.read',
  },
  {
    to: '/settings',
    title: 'app.place.settings',
    goTo: 'app.go.settings',
    icon: Settings,
    keys: 'g s',
  },
];

/** Where whoever is at the desk can go: the rail, the command bar and the `G` keys all read this list. */
export function usePlaces(): readonly Place[] {
  const can = useCan();
  return useMemo(
    () => PLACES.filter(({ permission }) => permission === undefined || can(permission)),
    [can],
  );
}
