import type { MessageId } from '@/renderer/lib/text';
import type { BulkAction } from '@/shared/domain/candidates/bulk';

type Word =
  | 'add-tag'
  | 'remove-tag'
  | 'add-to-list'
  | 'remove-from-list'
  | 'change-owner'
  | 'archive'
  | 'unarchive'
  | 'do-not-contact'
  | 'contact'
  | 'reparse'
  | 'put-on-job'
  | 'share'
  | 'stop-sharing';

/** Which words tell of an action. */
export function wordOf(action: BulkAction): Word {
  switch (action.kind) {
    case 'add-to-new-list':
      return 'add-to-list';
    case 'archive':
      return action.archived ? 'archive' : 'unarchive';
    case 'do-not-contact':
      return action.doNotContact ? 'do-not-contact' : 'contact';
    default:
      return action.kind;
  }
}

/** What is about to be done: takes `count` and `name`. */
export const ASKS: Readonly<Record<Word, MessageId>> = {
  'add-tag': 'bulk.ask.add-tag',
  'remove-tag': 'bulk.ask.remove-tag',
  'add-to-list': 'bulk.ask.add-to-list',
  'remove-from-list': 'bulk.ask.remove-from-list',
  'change-owner': 'bulk.ask.change-owner',
  archive: 'bulk.ask.archive',
  unarchive: 'bulk.ask.unarchive',
  'do-not-contact': 'bulk.ask.do-not-contact',
  contact: 'bulk.ask.contact',
  reparse: 'bulk.ask.reparse',
  'put-on-job': 'bulk.ask.put-on-job',
  share: 'sharing.ask.share',
  'stop-sharing': 'sharing.ask.stop-sharing',
};

/** What was done: takes `count` and `name`. */
export const DONE: Readonly<Record<Word, MessageId>> = {
  'add-tag': 'bulk.done.add-tag',
  'remove-tag': 'bulk.done.remove-tag',
  'add-to-list': 'bulk.done.add-to-list',
  'remove-from-list': 'bulk.done.remove-from-list',
  'change-owner': 'bulk.done.change-owner',
  archive: 'bulk.done.archive',
  unarchive: 'bulk.done.unarchive',
  'do-not-contact': 'bulk.done.do-not-contact',
  contact: 'bulk.done.contact',
  reparse: 'bulk.done.reparse',
  'put-on-job': 'bulk.done.put-on-job',
  share: 'sharing.done.share',
  'stop-sharing': 'sharing.done.stop-sharing',
};

/** What the button says that does it. */
export const GO: Readonly<Record<Word, MessageId>> = {
  'add-tag': 'bulk.go.add-tag',
  'remove-tag': 'bulk.go.remove-tag',
  'add-to-list': 'bulk.go.add-to-list',
  'remove-from-list': 'bulk.go.remove-from-list',
  'change-owner': 'bulk.go.change-owner',
  archive: 'bulk.go.archive',
  unarchive: 'bulk.go.unarchive',
  'do-not-contact': 'bulk.go.do-not-contact',
  contact: 'bulk.go.contact',
  reparse: 'bulk.go.reparse',
  'put-on-job': 'bulk.go.put-on-job',
  share: 'sharing.go.share',
  'stop-sharing': 'sharing.go.stop-sharing',
};
