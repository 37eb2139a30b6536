import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSkills } from './skill-data';
import { LONGEST_SKILL, skillKey, skillNamed } from './taxonomy';

describe('the skill taxonomy', () => {
  it('covers many kinds of work, not only software', () => {
    const areas = new Set(allSkills().map((skill) => skill.area));
    for (const area of [
      'care',
      'trades',
      'finance',
      'logistics',
      'teaching',
      'sales',
      'law',
      'hospitality',
      'science',
      'design',
      'engineering',
      'software',
    ]) {
      expect(areas).toContain(area);
    }
    expect(allSkills().length).toBeGreaterThanOrEqual(4000);
  });

  it('passes its checker: ids once, links that lead somewhere, no cycle', () => {
    const script = path.resolve(import.meta.dirname, '../../../scripts/check-taxonomy.mjs');
    const run = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('keeps the ids that candidates are stored with', () => {
    const ids = new Set(allSkills().map((skill) => skill.id));
    for (const id of [
      'python',
      'go',
      'forklift-operation',
      'nursing',
      'chef-configuration-management',
      'hgb',
    ])
      expect(ids).toContain(id);
  });

  it('has every id once, in the form that is stored', () => {
    const ids = allSkills().map((skill) => skill.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('has no name twice (else which skill a word means depends on the order of a file)', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const skill of allSkills()) {
      for (const name of [skill.name, ...skill.aliases]) {
        const key = skillKey(name);
        const owner = owners.get(key);
        if (owner !== undefined && owner !== skill.id)
          twice.push(`${name}: ${owner} and ${skill.id}`);
        owners.set(key, skill.id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('finds every name, so none is longer than the search looks', () => {
    for (const skill of allSkills()) {
      for (const name of [skill.name, ...skill.aliases]) {
        expect(skillNamed(name)?.id).toBe(skill.id);
        expect(skillKey(name).split(' ').length).toBeLessThanOrEqual(LONGEST_SKILL);
      }
    }
  });

  it('tells C, C++ and C# apart', () => {
    expect([skillNamed('C')?.id, skillNamed('C++')?.id, skillNamed('c#')?.id]).toEqual([
      'c',
      'c-plus-plus',
      'c-sharp',
    ]);
  });
});
