import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import type { ActionName, Change } from '@/shared/domain/history/change';
import type { DeedsRequest } from '@/shared/domain/history/deeds';
import { newId } from '@/shared/kit/ids';
import { redo, undo } from '@/shared/usecases/history/undo';
import {
  ADMIN,
  addPeople,
  type MakeStore,
  namesFound,
  PORTAL,
  personIn,
  RECRUITER,
  type StoreHarness,
} from './harness';

/** What is done to many at once, and taken back at once: what every database behind the ports has to do. */
export function describeBulk(name: string, makeStore: MakeStore): void {
  describe(`${name}: bulk`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });

    it('gives everybody a search finds, each once, in an order that stays (a page lost or read twice)', async () => {
      const people = await addPeople(
        harness,
        Array.from({ length: 230 }, (_, n) => ({
          name: `Person ${n}`,
          text: n % 2 === 0 ? 'welding' : 'baking',
          ownerId: n % 3 === 0 ? RECRUITER.id : ADMIN.id,
        })),
      );
      const ids = (text: string, actor = ADMIN) =>
        harness.search.ids(actor, { text, filters: NO_FILTERS, synonyms: true, spelling: true });
      const welders = people.filter((_, n) => n % 2 === 0).map(({ id }) => id);
      expect([...(await ids('welding'))].sort()).toEqual([...welders].sort());
      expect(await ids('welding')).toEqual(await ids('welding'));
      expect(await ids('')).toHaveLength(230);
      expect(await ids('', RECRUITER)).toHaveLength(77);
      expect(await ids('zeppelin')).toEqual([]);
    });

    const commit = (
      action: ActionName,
      changes: readonly Change[],
      partOf?: string,
    ): Promise<{ readonly commitId: string }> =>
      harness.store.commit({ actor: ADMIN, action, changes, ...(partOf && { partOf }) });
    const tagged = async (count: number, size: number) => {
      const people = await addPeople(
        harness,
        Array.from({ length: count }, (_, n) => ({ name: `Person ${n}` })),
      );
      const tagId = newId();
      const partOf = newId();
      for (let from = 0; from < count; from += size) {
        const made: Change[] = people.slice(from, from + size).map(({ id }) => ({
          op: 'insert',
          entity: 'candidateTag',
          row: { id: newId(), candidateId: id, tagId },
        }));
        const tag: Change = {
          op: 'insert',
          entity: 'tag',
          row: { id: tagId, name: 'Hot', colour: 'red' },
        };
        await commit('tag.added', from === 0 ? [tag, ...made] : made, partOf);
      }
      return { people, tagId };
    };
    const tagsOf = async (id: string) =>
      (await harness.candidates.get(ADMIN, id))?.tags.map((tag) => tag.name);

    it('takes a bulk deed back whole with one undo, and does it again with one redo', async () => {
      const { people } = await tagged(25, 10);
      expect(await undo(harness, ADMIN, { commitId: null })).toMatchObject({
        undid: 'tag.added',
        again: false,
        candidates: 25,
        kept: 0,
      });
      for (const { id } of people) expect(await tagsOf(id)).toEqual([]);
      expect(await harness.candidates.tags(ADMIN)).toEqual([]);
      await expect(undo(harness, ADMIN, { commitId: null })).rejects.toMatchObject({
        code: 'NOTHING_TO_UNDO',
      });
      expect(await redo(harness, ADMIN)).toMatchObject({
        undid: 'tag.added',
        again: true,
        candidates: 25,
      });
      for (const { id } of people) expect(await tagsOf(id)).toEqual(['Hot']);
      await expect(redo(harness, ADMIN)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
      expect(await undo(harness, ADMIN, { commitId: null })).toMatchObject({ candidates: 25 });
      for (const { id } of people) expect(await tagsOf(id)).toEqual([]);
    });

    it('keeps of a batch only those who were changed since (one conflict would keep all of it)', async () => {
      const people = await addPeople(
        harness,
        Array.from({ length: 12 }, (_, n) => ({ name: `Person ${n}` })),
      );
      const at = '2026-02-02T00:00:00.000Z';
      const change = (id: string, version: number, archivedAt: string | null): Change => ({
        op: 'update',
        entity: 'candidate',
        id,
        version,
        patch: { archivedAt },
      });
      await commit(
        'candidate.archived',
        people.map(({ id }) => change(id, 1, at)),
        newId(),
      );
      const [first, second] = people;
      if (first === undefined || second === undefined) throw new Error('nobody was made');
      const deed = (await harness.history.lastUndoable(ADMIN))?.commitId ?? '';
      await commit('candidate.unarchived', [change(second.id, 2, null)]);
      expect(await undo(harness, ADMIN, { commitId: deed })).toMatchObject({
        candidates: 11,
        kept: 1,
      });
      expect((await harness.candidates.get(ADMIN, first.id))?.candidate.archivedAt).toBeNull();
      const entry = async (id: string) =>
        (await harness.history.timeline(ADMIN, id, { limit: 9 })).find(
          ({ commitId }) => commitId === deed,
        );
      expect((await entry(first.id))?.undoneBy).not.toBeNull();
      // Theirs was not taken back, and their timeline must not say so.
      expect((await entry(second.id))?.undoneBy).toBeNull();
    });

    it('leaves a tag that somebody has been given since (it would be torn off or the whole undo refused)', async () => {
      const { tagId } = await tagged(6, 3);
      const [late] = await addPeople(harness, [{ name: 'Late' }]);
      if (late === undefined) throw new Error('nobody was made');
      const deed = (await harness.history.lastUndoable(ADMIN))?.commitId ?? '';
      await commit('tag.added', [
        { op: 'insert', entity: 'candidateTag', row: { id: newId(), candidateId: late.id, tagId } },
      ]);
      expect(await undo(harness, ADMIN, { commitId: deed })).toMatchObject({
        candidates: 6,
        kept: 0,
      });
      expect(await tagsOf(late.id)).toEqual(['Hot']);
    });

    it('leaves a person who came in with a bulk deed and was worked on since', async () => {
      const partOf = newId();
      const made = ['Ann', 'Ben', 'Cho'].map((name) => personIn({ name, skills: ['Go'] }));
      const { commitId } = await commit(
        'table.imported',
        made.flatMap(({ changes }) => changes),
        partOf,
      );
      const [, ben] = made;
      if (ben === undefined) throw new Error('nobody was made');
      await commit('note.added', [
        {
          op: 'insert',
          entity: 'note',
          row: {
            id: newId(),
            candidateId: ben.id,
            body: 'Called',
            authorId: ADMIN.id,
            authorName: ADMIN.name,
            visibility: 'team',
            applicationId: null,
          },
        },
      ]);
      expect(await undo(harness, ADMIN, { commitId })).toMatchObject({ candidates: 2, kept: 1 });
      expect(await namesFound(harness, {})).toEqual(['Ben']);
    });

    it('lists what was done: a bulk deed once, an import once, whoever did it, and what can be taken back', async () => {
      const { people } = await tagged(25, 10);
      await addPeople(harness, [{ name: 'Later' }]);
      const [first] = people;
      if (first === undefined) throw new Error('nobody was made');
      await harness.store.commit({
        actor: RECRUITER,
        action: 'candidate.edited',
        changes: [
          { op: 'update', entity: 'candidate', id: first.id, version: 1, patch: { headline: 'X' } },
        ],
      });
      const list = async (given: Partial<DeedsRequest> = {}, actor = ADMIN) => {
        const asked = { mine: false, kind: null, beforeCommitId: null, limit: 50, ...given };
        return harness.history.deeds(actor, asked);
      };
      const lines = async (given: Partial<DeedsRequest> = {}, actor = ADMIN) =>
        (await list(given, actor)).deeds.map(
          ({ action, turn, candidates, about, state, stuck }) =>
            `${turn} ${action} ${candidates} ${about} ${state} ${stuck}`,
        );
      expect((await lines()).slice(0, 4)).toEqual([
        'do candidate.edited 1 null in-force null',
        'do resume.imported null null in-force import',
        'do tag.added 25 Hot in-force null',
        'do resume.imported null null in-force import',
      ]);
      expect(await lines({ mine: true, kind: 'people' })).toEqual([]);
      // A recruiter sees what they did, and nobody else's people by it.
      expect(await lines({}, RECRUITER)).toEqual(['do candidate.edited 1 null in-force null']);
      expect((await list({}, RECRUITER)).deeds[0]?.candidate).toBeNull();

      await undo(harness, ADMIN, { commitId: null });
      await redo(harness, ADMIN);
      await undo(harness, ADMIN, { commitId: null });
      expect(await lines({ kind: 'tags-and-lists' })).toEqual([
        'undo tag.added 25 Hot in-force null',
        'redo tag.added 25 Hot undone undone',
        'undo tag.added 25 Hot undone undone',
        'do tag.added 25 Hot undone undone',
      ]);
      const page = await list({ limit: 2 });
      const rest = await list({ limit: 200, beforeCommitId: page.nextBefore });
      const all = await list();
      expect([...page.deeds, ...rest.deeds].map((deed) => deed.commitId)).toEqual(
        all.deeds.map((deed) => deed.commitId),
      );
      expect(rest.nextBefore).toBeNull();
    });

    it('tells how people stand to a tag, those one does not reach left out', async () => {
      const [hers, his] = await addPeople(harness, [
        { name: 'Hers', ownerId: RECRUITER.id },
        { name: 'His' },
      ]);
      if (hers === undefined || his === undefined) throw new Error('nobody was made');
      const tie = { entity: 'candidateTag', id: newId() } as const;
      await commit('tag.added', [
        { op: 'insert', entity: 'tag', row: { id: tie.id, name: 'Hot', colour: 'red' } },
        {
          op: 'insert',
          entity: 'candidateTag',
          row: { id: newId(), candidateId: hers.id, tagId: tie.id },
        },
      ]);
      const ids = [his.id, hers.id, newId()];
      const about = { tie, readBefore: '99' };
      const all = await harness.candidates.standings(ADMIN, ids, about);
      expect(all.map((one) => [one.name, one.tieVersion, one.outdated])).toEqual([
        ['His', null, true],
        ['Hers', 1, true],
      ]);
      const seen = await harness.candidates.standings(RECRUITER, ids, about);
      expect(seen.map((one) => one.name)).toEqual(['Hers']);
      expect(await harness.candidates.standings(PORTAL, ids, about)).toEqual([]);
    });
  });
}
