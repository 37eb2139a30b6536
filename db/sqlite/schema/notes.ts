import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { NOTE_VISIBILITIES, type Note } from '@/shared/domain/candidates/records';
import { candidate } from './candidates';
import { oneOf, recordColumns } from './columns';
import { application } from './pipeline';

export const note = sqliteTable(
  'note',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    body: text('body').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    visibility: text('visibility').$type<Note['visibility']>().notNull(),
    applicationId: text('application_id').references(() => application.id),
  },
  (t) => [
    index('note_candidate').on(t.candidateId, t.createdAt),
    index('note_application').on(t.applicationId),
    oneOf('note_visibility', t.visibility, NOTE_VISIBILITIES),
  ],
);
