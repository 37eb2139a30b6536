import type { SearchRecorder } from '@/electron/core/privacy/search-recorder';
import { type CandidateSearchRequest, NO_FILTERS } from '@/shared/domain/candidates/views';
import { suggestPlaces } from '@/shared/domain/places/gazetteer';
import { AppError } from '@/shared/kit/app-error';
import { archiveCandidates } from '@/shared/usecases/candidates/archive-candidates';
import { confirmValue } from '@/shared/usecases/candidates/confirm-value';
import { editCandidate } from '@/shared/usecases/candidates/edit-candidate';
import { addPart, editPart, removePart } from '@/shared/usecases/candidates/edit-parts';
import { addNote, deleteNote, editNote } from '@/shared/usecases/candidates/notes';
import { addTag, removeTag } from '@/shared/usecases/candidates/tags';
import { timeline } from '@/shared/usecases/history/timeline';
import type { Api } from './door';
import { run } from './run';

export const candidatesRouter = (api: Api['candidates']) => ({
  search: api.search.handler(async ({ context, input, signal }) => {
    const { deps, actor, privacy } = context.desk();
    const page = await deps.search.search(actor, input, signal);
    if (input.offset === 0) privacy.searches.note(actor, asLogged(input, page.total));
    return page;
  }),
  suggest: api.suggest.handler(async ({ context, input, signal }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.search.suggest(actor, input, signal))];
  }),
  complete: api.complete.handler(async ({ context, input, signal }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.search.complete(actor, input, signal))];
  }),
  places: api.places.handler(({ input }) => [...suggestPlaces(input.prefix, input.limit)]),
  among: api.among.handler(async ({ context, input, signal }) => {
    const { deps, actor } = context.desk();
    const wanted = new Set(input.ids);
    const found = await deps.search.ids(actor, input.request, signal);
    return { count: found.filter((id) => wanted.has(id)).length };
  }),
  get: api.get.handler(async ({ context, input }) => {
    const { deps, actor, wordLists } = context.desk();
    wordLists.soon();
    const detail = await deps.candidates.get(actor, input.id);
    if (detail === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
    return detail;
  }),
  edit: api.edit.handler(run(editCandidate)),
  confirm: api.confirm.handler(run(confirmValue)),
  addPart: api.addPart.handler(run(addPart)),
  editPart: api.editPart.handler(run(editPart)),
  removePart: api.removePart.handler(run(removePart)),
  archive: api.archive.handler(run(archiveCandidates)),
  addNote: api.addNote.handler(run(addNote)),
  editNote: api.editNote.handler(run(editNote)),
  deleteNote: api.deleteNote.handler(run(deleteNote)),
  tags: api.tags.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.candidates.tags(actor))];
  }),
  addTag: api.addTag.handler(run(addTag)),
  removeTag: api.removeTag.handler(run(removeTag)),
  timeline: api.timeline.handler(run(timeline)),
});

/** A search as it is written down: what was asked for, without what only a screen needs. */
const asLogged = (
  { text, filters }: CandidateSearchRequest,
  total: number,
): Parameters<SearchRecorder['note']>[1] => ({
  text: text.slice(0, 10_000),
  filters: Object.fromEntries(
    Object.entries(filters).filter(
      ([key, value]) =>
        JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key as keyof typeof NO_FILTERS]), // Entries lose their keys.
    ),
  ),
  jobId: null,
  total,
});
