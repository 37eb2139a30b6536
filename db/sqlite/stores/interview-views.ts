import { isAtLeast } from '@/shared/domain/access/facts';
import { levelFor } from '@/shared/domain/access/policy';
import { holds } from '@/shared/domain/access/roles';
import { interviewShownTo } from '@/shared/domain/access/shown-to';
import type { InterviewView } from '@/shared/domain/interviews/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { decode, selectList } from '../entities';
import type { Statements } from '../statements';
import { readLevels } from './levels';
import { candidateScope, interviewScope } from './scope';

/** Interviews with their application and candidate; those of somebody who was merged into another are shown nowhere. */
export const INTERVIEWS = `interview i JOIN application a ON a.id = i.application_id
  JOIN candidate c ON c.id = i.candidate_id AND c.merged_into_id IS NULL`;

interface Named extends Pick<InterviewView, 'candidateName' | 'jobTitle' | 'clientName' | 'stage'> {
  readonly opensCandidate: 0 | 1;
  readonly interviewers: string;
  readonly [column: string]: unknown;
}

/** Interviews that the actor is shown, with the names they say; the condition is one on the aliases of `INTERVIEWS`. */
export function readInterviewViews(
  sql: Statements,
  actor: Actor,
  asked: {
    readonly where: string;
    readonly params: readonly string[];
    readonly order: string;
    readonly limit: number;
    readonly offset?: number;
  },
): InterviewView[] {
  const scope = interviewScope(actor, { interview: 'i', application: 'a', candidate: 'c' });
  const opens = candidateScope(actor, 'c');
  const rows = sql(
    `SELECT ${selectList('interview', 'i')}, c.name AS "candidateName", ${opens.where} AS "opensCandidate",
       j.title AS "jobTitle", cl.company_name AS "clientName", a.stage AS stage,
       (SELECT json_group_array(json_object('id', u.id, 'name', u.name) ORDER BY asked.position)
        FROM interviewer asked JOIN user u ON u.id = asked.user_id WHERE asked.interview_id = i.id) AS interviewers
     FROM ${INTERVIEWS} JOIN job j ON j.id = i.job_id JOIN client cl ON cl.id = j.client_id
     WHERE ${asked.where} AND ${scope.where} ORDER BY ${asked.order} LIMIT ? OFFSET ?`,
  ).all(
    ...opens.params,
    ...asked.params,
    ...scope.params,
    asked.limit,
    asked.offset ?? 0,
  ) as readonly Named[]; // The columns named above, beside those of an interview.
  const levels = readLevels(
    sql,
    actor,
    'interview',
    rows.map(({ id }) => String(id)),
  );
  const decides = holds(actor, 'application.decide');
  return rows.map(
    ({ candidateName, opensCandidate, jobTitle, clientName, stage, interviewers, ...row }) => {
      const interview = decode('interview', row);
      const level = levelIn(levels, interview.id);
      return interviewShownTo(actor, {
        interview,
        level,
        mayDecide: decides && isAtLeast(level, levelFor(actor, 'application.decide')),
        candidateName,
        opensCandidate: opensCandidate === 1,
        jobTitle,
        clientName,
        stage,
        // Made by the statement above, in this shape.
        interviewers: JSON.parse(interviewers) as InterviewView['interviewers'],
      });
    },
  );
}

/** What is in the rows is reached. */
function levelIn(levels: ReturnType<typeof readLevels>, id: Id): InterviewView['level'] {
  const level = levels.get(id) ?? 'none';
  return level === 'none' ? 'view' : level;
}
