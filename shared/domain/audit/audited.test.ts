import { describe, expect, it } from 'vitest';
import { ACTIONS } from '@/shared/domain/history/change';
import { AUDIT_ONLY_ACTIONS } from './actions';
import { AUDITED } from './audited';
import { AUDIT_GROUPS, actionsIn } from './views';

describe('what is audited', () => {
  it('is decided for every deed, with a reason where there is no entry (a new action that nobody thought of)', () => {
    expect(Object.keys(AUDITED).sort()).toEqual([...ACTIONS].sort());
    for (const [action, how] of Object.entries(AUDITED)) {
      expect([action, how.by === 'records' || how.why.length > 20]).toEqual([action, true]);
    }
  });

  it('holds every deed of the domain that must be: none of them is left out', () => {
    const must = ACTIONS.filter((action) =>
      /^(user|role|client|password|totp|share|hold|consent|retention|application|interview|hiring)\.|^job\.|^candidate\.|^resume\.|^settings\./.test(
        action,
      ),
    );
    expect(must.length).toBeGreaterThan(40);
    for (const action of must) expect([action, AUDITED[action].by]).toEqual([action, 'records']);
  });

  it('is in exactly one group that the log can be narrowed to', () => {
    const grouped = AUDIT_GROUPS.flatMap(actionsIn);
    expect([...grouped].sort()).toEqual([...ACTIONS, ...AUDIT_ONLY_ACTIONS].sort());
  });
});
