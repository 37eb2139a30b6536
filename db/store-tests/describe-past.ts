import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { changeAtOnce } from '@/shared/usecases/bulk/change-at-once';
import { editCandidate } from '@/shared/usecases/candidates/edit-candidate';
import { addPart, removePart } from '@/shared/usecases/candidates/edit-parts';
import { addNote, deleteNote, editNote } from '@/shared/usecases/candidates/notes';
import { mergeCandidates } from '@/shared/usecases/duplicates/merge-candidates';
import { previewMerge } from '@/shared/usecases/duplicates/preview-merge';
import { candidateAsOf } from '@/shared/usecases/history/candidate-as-of';
import { redo, undo } from '@/shared/usecases/history/undo';
import { ADMIN, addPeople, type MakeStore, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';

/** How candidates were at an earlier moment: what every database behind the ports has to tell. */
export function describePast(name: string, makeStore: MakeStore): void {
  describe(`${name}: the past`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await makeStore();
    });
    afterEach(() => {
      expect(harness.check()).toEqual([]);
      harness.close();
    });
    const lastCommit = async (id: Id): Promise<Id | null> =>
      (await harness.history.timeline(ADMIN, id, { limit: 1 }))[0]?.commitId ?? null;
    const detail = async (id: Id): Promise<CandidateDetail> => {
      const found = await harness.candidates.get(ADMIN, id);
      if (found === null) throw new Error('not there');
      return found;
    };

    it('tells of a day: nobody before they came, the tag of then under its name of then', async () => {
      harness.setNow(new Date('2026-01-05T10:00:00.000Z'));
      const [ana] = await addPeople(harness, [{ name: 'Ana' }]);
      if (ana === undefined) throw new Error('nobody was made');
      harness.setNow(new Date('2026-02-05T10:00:00.000Z'));
      await changeAtOnce(harness, ADMIN, {
        action: { kind: 'add-tag', name: 'Hot', colour: 'red' },
        ids: [ana.id],
      });
      harness.setNow(new Date('2026-03-05T10:00:00.000Z'));
      const [tag] = await harness.candidates.tags(ADMIN);
      await undo(harness, ADMIN, { commitId: null });
      const { version } = (await detail(ana.id)).candidate;
      await editCandidate(harness, ADMIN, { id: ana.id, version, patch: { name: 'Ana Lind' } });
      const on = async (day: string, actor: Actor = ADMIN) =>
        candidateAsOf(harness, actor, ana.id, { at: `${day}T23:59:59.999Z` });
      await expect(on('2026-01-04')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(on('2026-03-06', RECRUITER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const february = await on('2026-02-28');
      expect(february.detail.candidate.name).toBe('Ana');
      expect(february.detail.tags).toMatchObject([{ id: tag?.id, name: 'Hot', colour: 'red' }]);
      expect(february.commit.action).toBe('tag.added');
      expect((await on('2026-01-05')).detail.tags).toEqual([]);
      expect((await on('2026-03-06')).detail.candidate.name).toBe('Ana Lind');
      expect((await on('2026-03-06')).later).toBeNull();
    });

    it('tells of any text as it was', async () => {
      const [ana] = await addPeople(harness, [{ name: 'Ana' }]);
      if (ana === undefined) throw new Error('nobody was made');
      for (const [, text] of HOSTILE_TEXTS) {
        const { version } = (await detail(ana.id)).candidate;
        const { commitId } = await editCandidate(harness, ADMIN, {
          id: ana.id,
          version,
          patch: { summary: text },
        });
        const stored = (await detail(ana.id)).candidate;
        await editCandidate(harness, ADMIN, {
          id: ana.id,
          version: stored.version,
          patch: { summary: 'later' },
        });
        const was = await candidateAsOf(harness, ADMIN, ana.id, { commitId });
        expect(was.detail.candidate.summary === stored.summary).toBe(true);
      }
    });

    it('is at every commit what was there then, whatever was done since', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(10), fc.nat(2), fc.nat(3)), { minLength: 5, maxLength: 25 }),
          async (steps) => {
            const made = await addPeople(harness, [
              { name: 'Ana', skills: ['Go', 'SQL'], email: 'a@example.org' },
              { name: 'Ben', skills: ['Go'], jobs: [{ company: 'Acme', title: 'Dev' }] },
              { name: 'Cho', school: 'ETH' },
            ]);
            const ids = made.map(({ id }) => id);
            const seen: { id: Id; commitId: Id; was: unknown }[] = [];
            const heads = new Map<Id, Id | null>();
            for (const [what, who, which] of steps) {
              await doSomething(harness, ids, what, who, which);
              for (const id of ids) {
                const commitId = await lastCommit(id);
                const now = await harness.candidates.get(ADMIN, id);
                if (commitId === null || heads.get(id) === commitId || now?.candidate.id !== id)
                  continue;
                heads.set(id, commitId);
                seen.push({ id, commitId, was: lasting(now) });
              }
            }
            for (const { id, commitId, was } of seen) {
              // Merged away, they are the other one now.
              if ((await harness.candidates.get(ADMIN, id))?.candidate.id !== id) continue;
              const told = await candidateAsOf(harness, ADMIN, id, { commitId });
              expect(lasting(told.detail)).toEqual(was);
            }
            expect(seen.length).toBeGreaterThan(0);
          },
        ),
        { numRuns: 25 },
      );
    }, 60_000);
  });
}

/** Without what the log does not keep: when a row was changed last; and pairs, which are found and not entered. */
function lasting(detail: CandidateDetail): unknown {
  const { possibleDuplicates: _, merged: _merged, level: _level, ...rest } = detail;
  return JSON.parse(
    JSON.stringify(rest, (key: string, value: unknown) => (key === 'updatedAt' ? null : value)),
  );
}

/** One of the things people do; what is refused just now does nothing. */
async function doSomething(
  harness: StoreHarness,
  ids: readonly Id[],
  what: number,
  who: number,
  which: number,
): Promise<void> {
  const id = ids[who] ?? '';
  const now = await harness.candidates.get(ADMIN, id);
  if (now === null || now.candidate.id !== id) return;
  const { version } = now.candidate;
  const note = now.notes[0];
  const skill = now.skills[which % Math.max(now.skills.length, 1)];
  const action = (tag: boolean) =>
    tag
      ? ({ kind: 'add-tag', name: `Tag ${which}`, colour: 'blue' } as const)
      : ({ kind: 'add-to-new-list', name: `List ${which}` } as const);
  try {
    switch (what) {
      case 0:
        await editCandidate(harness, ADMIN, {
          id,
          version,
          patch: { name: `Name ${which}`, doNotContact: which % 2 === 0 },
        });
        return;
      case 1:
        await addNote(harness, ADMIN, {
          candidateId: id,
          body: `Note ${which}`,
          visibility: 'team',
        });
        return;
      case 2:
        if (note !== undefined)
          await editNote(harness, ADMIN, { ...note, body: `Edited ${which}` });
        return;
      case 3:
        if (note !== undefined) await deleteNote(harness, ADMIN, note);
        return;
      case 4:
      case 5:
        await changeAtOnce(harness, ADMIN, { action: action(what === 4), ids: [id] });
        return;
      case 6:
        await addPart(harness, ADMIN, {
          candidateId: id,
          part: { entity: 'candidateSkill', values: { name: `Skill ${which}`, years: which } },
        });
        return;
      case 7:
        if (skill !== undefined) {
          await removePart(harness, ADMIN, { entity: 'candidateSkill', ...skill });
        }
        return;
      case 8:
        await undo(harness, ADMIN, { commitId: null });
        return;
      case 9:
        await redo(harness, ADMIN);
        return;
      default: {
        const candidateIds = [id, ids[(who + 1) % ids.length] ?? ''];
        const preview = await previewMerge(harness, ADMIN, { candidateIds, survivorId: null });
        const { choice, stamp } = preview;
        await mergeCandidates(harness, ADMIN, { candidateIds, choice, stamp });
      }
    }
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}
