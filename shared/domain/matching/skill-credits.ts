import { allSkills, type TaxonomySkill } from '@/shared/domain/parsing/skill-data';
import type { SkillCriterion } from './criteria';

/** What having a skill is worth to one of the skills asked for. */
export interface SkillCredit {
  /** Place of the criterion. */
  readonly criterion: number;
  /** 1 to 1000. */
  readonly credit: number;
}

/** The skill itself under any of its names · a special kind of it (PostgreSQL for SQL) · a related one · what it is a kind of (SQL for PostgreSQL). */
export const CREDIT = { same: 1000, kind: 850, related: 450, broader: 350 } as const;

/** For each skill of the taxonomy what it is worth to the skills asked for. */
export function creditTable(
  asked: readonly SkillCriterion[],
): ReadonlyMap<string, readonly SkillCredit[]> {
  const table = new Map<string, Map<number, number>>();
  const put = (skill: string, criterion: number, credit: number): void => {
    const own = table.get(skill) ?? new Map<number, number>();
    own.set(criterion, Math.max(own.get(criterion) ?? 0, credit));
    table.set(skill, own);
  };
  const { byId, kinds, relatedTo } = load();
  asked.forEach(({ skillId }, at) => {
    const skill = skillId === null ? undefined : byId.get(skillId);
    if (skill === undefined) return;
    put(skill.id, at, CREDIT.same);
    for (const kind of kinds.get(skill.id) ?? []) put(kind, at, CREDIT.kind);
    for (const near of [...skill.related, ...(relatedTo.get(skill.id) ?? [])])
      put(near, at, CREDIT.related);
    for (const parent of skill.parents) put(parent, at, CREDIT.broader);
  });
  return new Map(
    [...table].map(([skill, own]) => [
      skill,
      [...own].map(([criterion, credit]) => ({ criterion, credit })),
    ]),
  );
}

interface Graph {
  readonly byId: ReadonlyMap<string, TaxonomySkill>;
  /** Skill → those that name it as a parent. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** Skill → those that name it as related. */
  readonly relatedTo: ReadonlyMap<string, readonly string[]>;
}

let graph: Graph | null = null;

function load(): Graph {
  if (graph !== null) return graph;
  const byId = new Map<string, TaxonomySkill>();
  const kinds = new Map<string, string[]>();
  const relatedTo = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, key: string, id: string): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [id]);
    else list.push(id);
  };
  for (const skill of allSkills()) {
    byId.set(skill.id, skill);
    for (const parent of skill.parents) push(kinds, parent, skill.id);
    for (const near of skill.related) push(relatedTo, near, skill.id);
  }
  graph = { byId, kinds, relatedTo };
  return graph;
}

/** The name of a skill of the taxonomy, for people to read. */
export const skillName = (id: string): string => load().byId.get(id)?.name ?? id;
