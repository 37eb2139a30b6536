import { exportSearchLog } from '@/electron/core/privacy/export-search-log';
import { writeDataRequest } from '@/electron/core/privacy/write-data-request';
import { privacyOf } from '@/shared/domain/privacy/settings';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import { setConsent } from '@/shared/usecases/privacy/consent';
import { confirmErasure } from '@/shared/usecases/privacy/confirm-erasure';
import { erasePeople, findHeld, previewErasure } from '@/shared/usecases/privacy/erase-candidate';
import { placeHold, releaseHold } from '@/shared/usecases/privacy/holds';
import { expiringConsent, privacyPanel } from '@/shared/usecases/privacy/panel';
import { putInQuarantine, releaseQuarantine } from '@/shared/usecases/privacy/quarantine';
import { deleteRule, previewRetention, saveRule } from '@/shared/usecases/privacy/retention';
import { decideReturned, letIn } from '@/shared/usecases/privacy/returned';
import { changePrivacy } from '@/shared/usecases/privacy/search-log';
import type { Api } from './door';
import { run } from './run';

export { privacyContract } from '@/shared/contract/api/privacy';

const MOST_HOLDS = 1000;
const MOST_ERASURES = 500;
const MOST_RETURNED = 200;

export const privacyRouter = (
  api: Api['privacy'],
  { handles }: { readonly handles: FileHandles },
) => ({
  panel: api.panel.handler(run(privacyPanel)),
  setConsent: api.setConsent.handler(({ context, input, signal }) => {
    const { deps, actor } = context.desk();
    return setConsent(deps, actor, input, signal);
  }),
  expiring: api.expiring.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const { total, rows } = await expiringConsent(deps, actor, input);
    return { total, rows: [...rows] };
  }),
  settings: api.settings.handler(async ({ context }) => {
    const { deps } = context.desk();
    return privacyOf((await deps.workspace.workspace())?.settings ?? {});
  }),
  changeSettings: api.changeSettings.handler(run(changePrivacy)),
  rules: api.rules.handler(async ({ context }) => {
    const { deps } = context.desk();
    return [...(await deps.privacy.rules())];
  }),
  saveRule: api.saveRule.handler(run(saveRule)),
  deleteRule: api.deleteRule.handler(run(deleteRule)),
  previewRules: api.previewRules.handler(({ context, input, signal }) =>
    previewRetention(context.desk().deps, input, signal),
  ),
  retentionStatus: api.retentionStatus.handler(({ context }) =>
    context.desk().privacy.retention.status(),
  ),
  runRetention: api.runRetention.handler(({ context, input }) => {
    const { privacy, actor } = context.desk();
    return privacy.retention.run(actor, input);
  }),
  quarantines: api.quarantines.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const { dueOnly, ...page } = input;
    const dueBy = dueOnly ? deps.clock.now().toISOString() : null;
    const { total, rows } = await deps.privacy.quarantines(actor, { ...page, dueBy });
    return { total, rows: [...rows] };
  }),
  quarantine: api.quarantine.handler(run(putInQuarantine)),
  release: api.release.handler(run(releaseQuarantine)),
  holds: api.holds.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.privacy.holds(actor, MOST_HOLDS))];
  }),
  placeHold: api.placeHold.handler(run(placeHold)),
  releaseHold: api.releaseHold.handler(run(releaseHold)),
  previewErasure: api.previewErasure.handler(run(previewErasure)),
  erase: api.erase.handler(async ({ context, input }) => {
    const { privacy, actor } = context.desk();
    const { typed, ...order } = input;
    // A search for them that is not written down yet would be written after them.
    await privacy.searches.flush();
    await confirmErasure(privacy.erasure, actor, { candidateIds: order.candidateIds, typed });
    return erasePeople(privacy.erasure, actor, order);
  }),
  erasures: api.erasures.handler(async ({ context }) => {
    const { deps } = context.desk();
    return [...(await deps.privacy.erasures(MOST_ERASURES))];
  }),
  letIn: api.letIn.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return letIn(deps, actor, input);
  }),
  returned: api.returned.handler(async ({ context }) => {
    const { deps } = context.desk();
    return [...(await deps.privacy.returned(MOST_RETURNED))];
  }),
  decideReturned: api.decideReturned.handler(async ({ context, input }) => {
    const { deps, actor, runner } = context.desk();
    const { taskId, letIn } = await decideReturned(deps, actor, input);
    if (letIn) await runner.retry(actor, taskId, input.itemId);
    return { letIn };
  }),
  dataRequest: api.dataRequest.handler(async ({ context, input }) => {
    const { deps, actor, originals, impact } = context.desk();
    await findHeld(deps, actor, input.candidateId);
    const [target = ''] = handles.take(input.handle);
    return writeDataRequest({ ...deps, originals, impact }, actor, input, target);
  }),
  searchLog: api.searchLog.handler(async ({ context, input }) => {
    const { deps, privacy } = context.desk();
    await privacy.searches.flush();
    return [...(await deps.privacy.searchLog(input))];
  }),
  exportSearchLog: api.exportSearchLog.handler(async ({ context, input }) => {
    const { deps, actor, privacy } = context.desk();
    const [target = ''] = handles.take(input.handle);
    await privacy.searches.flush();
    return exportSearchLog(deps, actor, input, target);
  }),
});
