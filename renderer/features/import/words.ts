import type { ItemTab } from '@/renderer/features/import/import-search';
import type { MessageId } from '@/renderer/lib/text';
import type { Tone } from '@/renderer/ui/chips';
import type { ImportItemView } from '@/shared/contract/api/imports';
import type { ImportOutcome, TaskState } from '@/shared/domain/imports/records';

export const TAB_NAMES: Readonly<Record<ItemTab, MessageId>> = {
  all: 'import.tab.all',
  waiting: 'import.tab.waiting',
  loaded: 'import.outcome.loaded',
  updated: 'import.outcome.updated',
  missing_information: 'import.outcome.missing_information',
  possible_duplicate: 'import.outcome.possible_duplicate',
  already_here: 'import.outcome.already_here',
  failed: 'import.outcome.failed',
  cancelled: 'import.item.cancelled',
};

export const OUTCOME_TONES: Readonly<Record<ImportOutcome, Tone>> = {
  loaded: 'good',
  updated: 'accent',
  missing_information: 'warn',
  possible_duplicate: 'warn',
  already_here: 'neutral',
  failed: 'bad',
};

export const ITEM_STATES: Readonly<Record<ImportItemView['state'], MessageId>> = {
  waiting: 'import.item.waiting',
  working: 'import.item.working',
  done: 'import.item.done',
  expanded: 'import.item.expanded',
  cancelled: 'import.item.cancelled',
};

export const TASK_STATES: Readonly<Record<TaskState, { name: MessageId; tone: Tone }>> = {
  running: { name: 'import.state.running', tone: 'accent' },
  paused: { name: 'import.state.paused', tone: 'warn' },
  done: { name: 'import.state.done', tone: 'good' },
  cancelled: { name: 'import.state.cancelled', tone: 'neutral' },
  failed: { name: 'import.state.failed', tone: 'bad' },
};

/** What the core calls a missing thing, and what a recruiter calls it. */
export const MISSING_NAMES: Readonly<Record<string, MessageId>> = {
  name: 'import.missing.name',
  email: 'import.missing.email',
  phone: 'import.missing.phone',
  contact: 'import.missing.contact',
  experience: 'import.missing.experience',
};

/** Why a file that was read is no CV of one person, and what to do. */
export const NO_CV_REASONS: Readonly<Record<string, MessageId>> = {
  'not-a-cv': 'import.why.not-a-cv',
  letter: 'import.why.letter',
  'empty-form': 'import.why.empty-form',
  'two-people': 'import.why.two-people',
};
