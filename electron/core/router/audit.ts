import { exportAudit, headerOf } from '@/electron/core/audit/export-audit';
import type { VerifyEvent } from '@/shared/contract/api/audit';
import type { AuditNote } from '@/shared/domain/audit/notes';
import type { ChainPlace } from '@/shared/domain/audit/verify';
import { AppError, isAppError } from '@/shared/kit/app-error';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api, Desk } from './door';

export { auditContract } from '@/shared/contract/api/audit';

/** Entries that a query thread checks at once: some tens of milliseconds, so that a search gets its turn between two. */
const STEP = 10_000;
const MOST_PRINTED = 2000;

export const auditRouter = (api: Api['audit'], { handles }: { readonly handles: FileHandles }) => ({
  list: api.list.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.audit.list(actor, input);
  }),
  entry: api.entry.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const found = await deps.audit.entry(actor, input.seq);
    if (found === null) throw new AppError('NOT_FOUND', 'There is no such entry.');
    return found;
  }),
  state: api.state.handler(({ context }) => {
    const { gaps, ...state } = context.desk().audit.state();
    return { ...state, gaps: [...gaps] };
  }),
  verify: api.verify.handler(({ context }) => verified(context.desk())),
  export: api.export.handler(async ({ context, input: { handle, ...wanted } }) => {
    const desk = context.desk();
    const [target = ''] = handles.take(handle);
    const header = await exportAudit(desk, wanted, target);
    await noted(desk, 'audit.exported', {
      format: wanted.format,
      entries: header.entries,
      shown: header.shown,
    });
    return { header };
  }),
  printed: api.printed.handler(async ({ context, input: { filters } }) => {
    const desk = context.desk();
    const header = await headerOf(desk, filters);
    const lines = [];
    for (
      let before: number | null = header.entries + 1;
      before !== null && lines.length < MOST_PRINTED;
    ) {
      const page = await desk.deps.audit.list(desk.actor, { filters, before, limit: 200 });
      lines.push(...page.lines);
      before = page.nextBefore;
    }
    await noted(desk, 'audit.exported', {
      format: 'pdf',
      entries: header.entries,
      shown: lines.length,
    });
    return { header, lines: lines.slice(0, MOST_PRINTED) };
  }),
});

/** Walks the chain on a query thread, and then asks the signed head. */
async function* verified(desk: Desk): AsyncGenerator<VerifyEvent, void, void> {
  const { deps, actor, audit } = desk;
  const of = audit.state().entries;
  const oldest = await deps.audit.verify(null, 1);
  let place: ChainPlace | null = null;
  for (;;) {
    const step = await deps.audit.verify(place, STEP);
    place = step.at;
    if (step.broken === null && !step.done) {
      yield { state: 'running', checked: place.seq, of: Math.max(of, place.seq) };
      continue;
    }
    const { head, fingerprint } = audit.state();
    await noted({ deps, actor }, 'audit.verified', {
      entries: place.seq,
      broken: step.broken === null ? null : step.broken.seq,
      head: head.kind,
    });
    yield {
      state: 'done',
      checked: place.seq,
      from: place.seq === 0 ? null : oldest.lastAt,
      to: step.lastAt,
      broken: step.broken,
      head,
      fingerprint,
    };
    return;
  }
}

/** Beside a running Longlist nothing can be written: then it is that one's log, and this only looked. */
async function noted(
  { deps, actor }: Pick<Desk, 'deps' | 'actor'>,
  action: AuditNote['action'],
  metadata: NonNullable<AuditNote['metadata']>,
): Promise<void> {
  const note = { action, entityType: 'audit', entityId: null, metadata } as const;
  try {
    await deps.store.commit({ actor, action: 'audit.noted', changes: [], audit: [note] });
  } catch (error) {
    if (!isAppError(error) || error.code !== 'STORAGE_UNAVAILABLE') throw error;
  }
}
