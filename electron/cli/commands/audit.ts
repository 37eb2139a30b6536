import { existsSync } from 'node:fs';
import path from 'node:path';
import { EXIT, type ExitCode, plain, print, printJson, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import { verifyAuditFile } from '@/electron/core/audit/verify-file';
import { AUDIT_GROUPS, auditFiltersSchema } from '@/shared/domain/audit/views';

interface ExportOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out: string;
  readonly format?: string | undefined;
  readonly actor?: string | undefined;
  readonly group?: string | undefined;
  readonly record?: string | undefined;
  readonly client?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** `longlist audit export`: the audit log as a file that proves itself. */
export async function auditExportCommand(
  place: Surroundings,
  options: ExportOptions,
): Promise<ExitCode> {
  const format = options.format ?? path.extname(options.out).slice(1).toLowerCase();
  if (format !== 'jsonl' && format !== 'csv') throw new UsageError('--format is one of jsonl csv');
  const filters = auditFiltersSchema.safeParse({
    actorId: options.actor,
    group: options.group,
    recordId: options.record,
    clientId: options.client,
    from: moment(options.from),
    to: moment(options.to),
  });
  if (!filters.success) {
    throw new UsageError(
      `--actor, --record and --client take an id, --group one of ${AUDIT_GROUPS.join(' ')}, --from and --to a day or an instant`,
    );
  }
  const core = await openCore(place, options, { reading: false });
  try {
    const target = path.resolve(options.out);
    const { header } = await core.client().audit.export({
      format,
      filters: filters.data,
      handle: core.grantHandle([target]),
    });
    if (options.json) printJson({ out: target, format, header });
    else {
      const left =
        header.filter === null ? '' : `, the digests of ${header.entries - header.shown} others`;
      print(`${entries(header.shown)}${left} written to ${plain(options.out)}`);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

interface VerifyOptions {
  readonly json?: boolean | undefined;
  readonly key?: string | undefined;
}

/** `longlist audit verify`: checks an exported log by itself, on any machine. */
export async function auditVerifyCommand(file: string, options: VerifyOptions): Promise<ExitCode> {
  if (!existsSync(file)) throw new UsageError(`there is no file ${plain(file)}`);
  const verdict = await verifyAuditFile(file, { key: options.key });
  if (options.json) printJson(verdict);
  else if (verdict.ok) {
    const { header, from, to } = verdict;
    const time = from === null ? '' : ` from ${from} to ${to}`;
    print(`Unbroken: ${entries(header.shown)}${time}.`);
    if (header.filter !== null) {
      const narrowed = Object.entries(header.filter).map(([name, value]) => `${name}=${value}`);
      print(
        `Narrowed to ${plain(narrowed.join(', '))}; of ${header.entries - header.shown} others the digests are there, and fit.`,
      );
    }
    print(`Signed at entry ${header.head.seq} on ${header.head.at}.`);
    print(`Signing key ${verdict.fingerprint}: compare it with the one on the audit screen.`);
  } else {
    print(`BROKEN at line ${verdict.line}: ${verdict.what}`);
  }
  return verdict.ok ? EXIT.ok : EXIT.failed;
}

const entries = (count: number): string =>
  count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;

/** A day stands for its first moment. */
const moment = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : text;
