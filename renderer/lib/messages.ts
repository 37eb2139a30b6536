import type adverseImpact from '@/resources/messages/en/adverse-impact.json';
import type app from '@/resources/messages/en/app.json';
import type audit from '@/resources/messages/en/audit.json';
import type backup from '@/resources/messages/en/backup.json';
import type blind from '@/resources/messages/en/blind.json';
import type bulk from '@/resources/messages/en/bulk.json';
import type candidates from '@/resources/messages/en/candidates.json';
import type clients from '@/resources/messages/en/clients.json';
import type customFields from '@/resources/messages/en/custom-fields.json';
import type exported from '@/resources/messages/en/exports.json';
import type filters from '@/resources/messages/en/filters.json';
import type duplicates from '@/resources/messages/en/duplicates.json';
import type firstRun from '@/resources/messages/en/first-run.json';
import type history from '@/resources/messages/en/history.json';
import type imports from '@/resources/messages/en/import.json';
import type interviews from '@/resources/messages/en/interviews.json';
import type privacy from '@/resources/messages/en/privacy.json';
import type reports from '@/resources/messages/en/reports.json';
import type keys from '@/resources/messages/en/keys.json';
import type lists from '@/resources/messages/en/lists.json';
import type jobs from '@/resources/messages/en/jobs.json';
import type matches from '@/resources/messages/en/matches.json';
import type search from '@/resources/messages/en/search.json';
import type past from '@/resources/messages/en/past.json';
import type people from '@/resources/messages/en/people.json';
import type portable from '@/resources/messages/en/portable.json';
import type pipeline from '@/resources/messages/en/pipeline.json';
import type settings from '@/resources/messages/en/settings.json';
import type sharing from '@/resources/messages/en/sharing.json';
import type stages from '@/resources/messages/en/stages.json';
import type storage from '@/resources/messages/en/storage.json';
import type tables from '@/resources/messages/en/tables.json';
import type today from '@/resources/messages/en/today.json';
import type ui from '@/resources/messages/en/ui.json';

type Catalogue = typeof adverseImpact &
  typeof app &
  typeof audit &
  typeof backup &
  typeof blind &
  typeof bulk &
  typeof candidates &
  typeof clients &
  typeof customFields &
  typeof exported &
  typeof filters &
  typeof duplicates &
  typeof firstRun &
  typeof interviews &
  typeof history &
  typeof imports &
  typeof reports &
  typeof keys &
  typeof lists &
  typeof jobs &
  typeof matches &
  typeof search &
  typeof past &
  typeof people &
  typeof pipeline &
  typeof portable &
  typeof privacy &
  typeof settings &
  typeof sharing &
  typeof stages &
  typeof storage &
  typeof tables &
  typeof today &
  typeof ui;

/** The key of a text. A new catalogue file is added to the list above; a key that is in none does not compile. */
export type MessageId = keyof Catalogue;

type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<Messages>('@/resources/messages/en/*.json', {
  eager: true,
  import: 'default',
});

/** Every text of the window, English. */
export const messages: Messages = Object.fromEntries(
  Object.values(files).flatMap((file) => Object.entries(file)),
);
