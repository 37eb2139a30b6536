import { detailShownTo } from '@/shared/domain/access/shown-to';
import type { Candidate, Tag } from '@/shared/domain/candidates/records';
import type { CandidateDetail, ResumeSummary } from '@/shared/domain/candidates/views';
import type { EntityMap, EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { decode, decodeRow, entityTable, selectList } from '../entities';
import type { Statements } from '../statements';
import { readLevels } from './levels';
import { candidateScope, noteScope } from './scope';

// A page shows everything of a person; these limits only stop a hostile CV from filling the memory.
const MOST_PARTS = 500;
const MOST_RESUMES = 200;
const MOST_NOTES = 1000;

/** Everything attached to a candidate, without asking who wants to know. Null when there is no such candidate. */
export function readDetail(sql: Statements, id: Id): CandidateDetail | null {
  const row = sql(`SELECT ${entityTable('candidate').select} FROM candidate WHERE id = ?`).get(id);
  if (row === undefined) return null;
  const candidate: Candidate = decode('candidate', row);
  return {
    candidate,
    // Nobody is asked for.
    level: 'edit',
    ownerName: nameOf(sql, candidate.ownerId),
    contactPoints: parts(sql, 'contactPoint', id),
    experience: parts(sql, 'experience', id),
    education: parts(sql, 'education', id),
    skills: parts(sql, 'candidateSkill', id),
    certifications: parts(sql, 'certification', id),
    languages: parts(sql, 'candidateLanguage', id),
    custom: sql(
      `SELECT ${entityTable('customValue').select} FROM custom_value WHERE candidate_id = ? ORDER BY id LIMIT ${MOST_PARTS}`,
    )
      .all(id)
      .map((value) => decode('customValue', value)),
    resumes: resumeSummaries(sql, id),
    notes: sql(
      `SELECT ${entityTable('note').select} FROM note WHERE candidate_id = ? ORDER BY created_at DESC, id DESC LIMIT ${MOST_NOTES}`,
    )
      .all(id)
      .map((note) => decode('note', note)),
    tags: tagsOf(sql, id),
    possibleDuplicates: duplicatesOf(sql, id),
    merged: mergedInto(sql, id),
  };
}

/** The same, of a candidate the actor reaches, without what is not theirs to see. */
export function readDetailFor(sql: Statements, actor: Actor, id: Id): CandidateDetail | null {
  const detail = readDetail(sql, id);
  if (detail === null) return null;
  const notes = noteScope(actor, 'n');
  const shownNotes = new Set(
    sql(`SELECT n.id FROM note n WHERE n.candidate_id = ? AND ${notes.where}`)
      .pluck()
      .all(id, ...notes.params),
  );
  const people = candidateScope(actor, 'c');
  const reached = new Set(
    sql(
      `SELECT c.id FROM json_each(?) wanted CROSS JOIN candidate c ON c.id = wanted.value WHERE ${people.where}`,
    )
      .pluck()
      .all(
        JSON.stringify(detail.possibleDuplicates.map(({ candidateId }) => candidateId)),
        ...people.params,
      ),
  );
  const level = readLevels(sql, actor, 'candidate', [id]).get(id) ?? 'none';
  return detailShownTo(actor, {
    ...detail,
    // Who merely has a merged one's link is let in to see.
    level: level === 'none' ? 'view' : level,
    notes: detail.notes.filter((note) => shownNotes.has(note.id)),
    possibleDuplicates: detail.possibleDuplicates.filter((pair) => reached.has(pair.candidateId)),
  });
}

type PartName = Extract<
  EntityName,
  | 'contactPoint'
  | 'experience'
  | 'education'
  | 'candidateSkill'
  | 'certification'
  | 'candidateLanguage'
>;

function parts<E extends PartName>(sql: Statements, entity: E, candidateId: Id): EntityMap[E][] {
  const table = entityTable(entity);
  return sql(
    `SELECT ${table.select} FROM ${table.sql} WHERE candidate_id = ? ORDER BY position, id LIMIT ${MOST_PARTS}`,
  )
    .all(candidateId)
    .map((row) => decode(entity, row));
}

function resumeSummaries(sql: Statements, candidateId: Id): ResumeSummary[] {
  return sql(
    `SELECT ${selectList('resume', 'r', ['text', 'lines', 'parsed'])} FROM resume r WHERE candidate_id = ? ORDER BY stored_at DESC, id DESC LIMIT ${MOST_RESUMES}`,
  )
    .all(candidateId)
    .map((row) => {
      // The three columns left out are the three that the summary's type leaves out.
      return decode('resume', row) as ResumeSummary;
    });
}

function tagsOf(sql: Statements, candidateId: Id): (Tag & { candidateTagId: Id })[] {
  return sql(
    `SELECT ${selectList('tag', 't')}, ct.id AS "candidateTagId" FROM candidate_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.candidate_id = ? ORDER BY t.name COLLATE NOCASE, t.id LIMIT ${MOST_PARTS}`,
  )
    .all(candidateId)
    .map((row) => decode('tag', row) as Tag & { candidateTagId: Id }); // `candidateTagId` is the column selected beside the tag's.
}

function mergedInto(sql: Statements, id: Id): CandidateDetail['merged'] {
  return sql(
    `WITH RECURSIVE tree(id) AS (
       VALUES (?) UNION SELECT c.id FROM tree JOIN candidate c ON c.merged_into_id = tree.id)
     SELECT m.id AS "mergeId", c.id AS "candidateId", c.name AS name
     FROM tree JOIN candidate c ON c.id = tree.id JOIN merge m ON m.merged_id = c.id AND m.state = 'merged'
     WHERE c.merged_into_id IS NOT NULL ORDER BY m.id LIMIT ${MOST_PARTS}`,
  ).all(id) as CandidateDetail['merged']; // The columns named above.
}

function duplicatesOf(sql: Statements, candidateId: Id): CandidateDetail['possibleDuplicates'] {
  return sql(
    `SELECT p.id AS "pairId", c.id AS "candidateId", c.name AS name, p.reasons AS reasons
     FROM (SELECT id, other_id AS them, reasons FROM duplicate_pair WHERE candidate_id = ? AND state = 'open'
           UNION ALL
           SELECT id, candidate_id, reasons FROM duplicate_pair WHERE other_id = ? AND state = 'open') p
     JOIN candidate c ON c.id = p.them AND c.merged_into_id IS NULL ORDER BY p.id LIMIT ${MOST_PARTS}`,
  )
    .all(candidateId, candidateId)
    .map(
      (row) =>
        // The columns are the type's fields, named in the statement; `reasons` is a JSON column of the pair.
        decodeRow(
          'duplicatePair',
          row as Record<string, unknown>,
        ) as unknown as CandidateDetail['possibleDuplicates'][number],
    );
}

function nameOf(sql: Statements, userId: Id): string {
  const name = sql('SELECT name FROM user WHERE id = ?').pluck().get(userId);
  return typeof name === 'string' ? name : '';
}
