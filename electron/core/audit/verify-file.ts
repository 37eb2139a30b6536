import { createReadStream } from 'node:fs';
import { hash } from 'node:crypto';
import { parse } from 'csv-parse';
import { sha256 } from '@/db/sqlite/stores/audit-hash';
import { errorCode } from '@/electron/core/storage-errors';
import { chained, genesisOf } from '@/shared/domain/audit/entry';
import { bodyOfCells, CSV_COLUMNS, CSV_HEAD } from '@/shared/domain/audit/export-lines';
import { type AuditExportHeader, auditExportHeaderSchema } from '@/shared/domain/audit/views';
import { cellText } from '@/shared/domain/tables/safe-cell';
import { fileLines, LONGEST_LINE } from './file-lines';
import { fingerprint, isSigned } from './signer';

/** What the check of an exported file came to. */
export type FileVerdict =
  | {
      readonly ok: true;
      readonly header: AuditExportHeader;
      /** Of the key that signed it: compare it with what the audit screen shows. */
      readonly fingerprint: string;
      /** When the first and the last entry that is shown were made. */
      readonly from: string | null;
      readonly to: string | null;
    }
  | {
      readonly ok: false;
      /** From 1, as an editor counts them. */
      readonly line: number;
      /** The entry that should stand there; null where that cannot be told. */
      readonly seq: number | null;
      /** What is wrong, in a sentence. */
      readonly what: string;
    };

/**
 * Checks an exported audit log by itself: no workspace, no key. Reads it line by line, whatever its size. `key`: the fingerprint that the
 * signing key has to have. Throws what reading the file throws.
 */
export async function verifyAuditFile(
  file: string,
  wanted: { readonly key?: string | undefined } = {},
): Promise<FileVerdict> {
  const check = createCheck(wanted.key);
  try {
    await ((await looksLikeCsv(file)) ? readCsv(file, check) : readJsonl(file, check));
    return check.end();
  } catch (error) {
    if (error instanceof Broken) return error.verdict;
    throw error;
  }
}

class Broken extends Error {
  readonly verdict: Extract<FileVerdict, { ok: false }>;
  constructor(line: number, seq: number | null, what: string) {
    super(what);
    this.verdict = { ok: false, line, seq, what };
  }
}

interface Check {
  readonly header: (line: number, value: unknown) => void;
  readonly entry: (line: number, entry: WholeEntry) => void;
  readonly stub: (line: number, stub: { readonly seq: number; readonly digest: string }) => void;
  /** For what is neither. */
  readonly broken: (line: number, what: string) => never;
  readonly end: () => FileVerdict;
}

interface WholeEntry {
  readonly seq: number | null;
  readonly at: string | null;
  readonly digest: string;
  readonly previousHash: string;
  readonly hash: string;
}

function createCheck(wantedKey: string | undefined): Check {
  let header: AuditExportHeader | null = null;
  let seq = 0;
  let chain = '';
  let shown = 0;
  let from: string | null = null;
  let to: string | null = null;
  let last = 1;

  const broken = (line: number, what: string): never => {
    throw new Broken(line, header === null ? null : seq + 1, what);
  };
  /** Whether the next entry stands here; if not, how it came to that. */
  const inPlace = (line: number, given: number | null): void => {
    last = line;
    if (header === null) return broken(line, 'The header is missing.');
    if (given === seq + 1) return;
    if (given === null) broken(line, 'This is not an entry of an audit log.');
    else if (given > seq + 1)
      broken(line, `Entry ${seq + 1} is missing: entry ${given} stands in its place.`);
    else broken(line, `Entry ${given} stands here although entry ${seq} came before it.`);
  };

  return {
    broken,
    header: (line, value) => {
      const read = auditExportHeaderSchema.safeParse(value);
      if (!read.success) return broken(line, 'This is not the header of an exported audit log.');
      const { genesis, head } = read.data;
      if (genesis !== genesisOf(sha256, head.databaseId))
        broken(line, 'The header does not belong to the database that it names.');
      if (!isSigned(head))
        broken(line, 'The signature of the head does not fit: the header was changed.');
      if (wantedKey !== undefined && plain(wantedKey) !== plain(fingerprint(head.publicKey)))
        broken(line, `Another key signed it: ${fingerprint(head.publicKey)}.`);
      header = read.data;
      chain = genesis;
    },
    entry: (line, entry) => {
      inPlace(line, entry.seq);
      if (entry.previousHash !== chain)
        broken(line, `Entry ${seq + 1} does not follow the entry before it.`);
      if (chained(sha256, chain, entry.digest) !== entry.hash)
        broken(line, `Entry ${seq + 1}, or its hash, is not what was written.`);
      seq += 1;
      chain = entry.hash;
      shown += 1;
      from ??= entry.at;
      to = entry.at;
    },
    stub: (line, stub) => {
      inPlace(line, stub.seq);
      if (header?.filter === null)
        broken(
          line,
          `Of entry ${stub.seq} only the digest is here, although nothing was left out.`,
        );
      seq += 1;
      chain = chained(sha256, chain, stub.digest);
    },
    end: () => {
      if (header === null) return broken(last, 'The file is empty.');
      const { head, entries } = header;
      if (seq < entries)
        return broken(last + 1, `The file ends after entry ${seq}; ${entries} were signed.`);
      if (seq !== head.seq || entries !== head.seq || chain !== head.hash)
        return broken(last, 'The entries do not end in the hash that was signed.');
      if (shown !== header.shown)
        return broken(last, `${header.shown} entries should be shown; ${shown} are.`);
      return { ok: true, header, fingerprint: fingerprint(head.publicKey), from, to };
    },
  };
}

const plain = (key: string): string => key.replace(/[^0-9a-f]/gi, '').toLowerCase();

// The parts of a line of JSONL that are no entry. The entry's own text is hashed as it stands in the file.
const BEFORE = Buffer.from('{"entry":');
const AFTER = /^,"hash":"([0-9a-f]{64})","previousHash":"([0-9a-f]{64})"\}$/;
const AFTER_LENGTH = 157;
const STUB = /^\{"digest":"([0-9a-f]{64})","seq":(\d{1,15})\}$/;
/** The number stands before the last field, which is an id or null. */
const SEQ = /,"seq":(\d{1,15}),"subjectId":(?:null|"[^"]{1,40}")\}$/;
const AT = /,"at":"([^"]{1,40})","clientId":/;

async function readJsonl(file: string, check: Check): Promise<void> {
  let line = 0;
  for await (const bytes of fileLines(file)) {
    line += 1;
    if (bytes === null) check.broken(line, 'This line is longer than any entry.');
    else if (line === 1) check.header(line, parsed(bytes));
    else entryOfLine(line, bytes, check);
  }
}

function entryOfLine(line: number, bytes: Buffer, check: Check): void {
  const ending = AFTER.exec(bytes.toString('latin1', bytes.length - AFTER_LENGTH));
  if (ending !== null && bytes.subarray(0, BEFORE.length).equals(BEFORE)) {
    const body = bytes.subarray(BEFORE.length, bytes.length - AFTER_LENGTH);
    const seq = SEQ.exec(body.toString('latin1', Math.max(0, body.length - 90)))?.[1];
    // The fields before it are an action, an id and a role.
    const at = AT.exec(body.toString('latin1', 0, 400))?.[1];
    check.entry(line, {
      seq: seq === undefined ? null : Number(seq),
      at: at ?? null,
      digest: hash('sha256', body, 'hex'),
      hash: ending[1] ?? '',
      previousHash: ending[2] ?? '',
    });
    return;
  }
  const stub = bytes.length < 200 ? STUB.exec(bytes.toString('latin1')) : null;
  if (stub !== null) check.stub(line, { digest: stub[1] ?? '', seq: Number(stub[2]) });
  else if (bytes.length === 0) check.broken(line, 'This line is empty.');
  else if (parsed(bytes) === undefined) check.broken(line, 'This line is not JSON.');
  else check.broken(line, 'This is not an entry as Longlist exports it.');
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

async function looksLikeCsv(file: string): Promise<boolean> {
  for await (const chunk of createReadStream(file, { end: 63 })) {
    const text = Buffer.from(chunk)
      .toString('utf8')
      .replace(/^\ufeff/, '');
    return text.startsWith('seq,') || text.startsWith('"seq"');
  }
  return false;
}

async function readCsv(file: string, check: Check): Promise<void> {
  const rows = createReadStream(file).pipe(
    parse({ bom: true, relaxColumnCount: true, info: true, maxRecordSize: LONGEST_LINE }),
  );
  let record = 0;
  let line = 1;
  try {
    for await (const read of rows) {
      // `info` makes csv-parse answer the cells with where they stood.
      const { record: cells, info } = read as {
        readonly record: readonly string[];
        readonly info: { readonly lines: number };
      };
      line = info.lines;
      record += 1;
      if (record > 1) rowOf(line, cells.map(cellText), check);
      else if (cells.join() !== CSV_COLUMNS.join())
        check.broken(line, 'These are not the columns of an exported audit log.');
    }
  } catch (error) {
    if (errorCode(error)?.startsWith('CSV_'))
      check.broken(line + 1, 'This row is not CSV, or longer than any entry.');
    throw error;
  }
}

function rowOf(line: number, cells: readonly string[], check: Check): void {
  const row = Object.fromEntries(CSV_COLUMNS.map((column, at) => [column, cells[at] ?? '']));
  if (row.seq === CSV_HEAD) {
    check.header(line, parsed(Buffer.from(row.at ?? '')));
    return;
  }
  const seq = /^\d{1,15}$/.test(row.seq ?? '') ? Number(row.seq) : null;
  if (row.hash === '' && row.action === '') {
    if (seq === null || !/^[0-9a-f]{64}$/.test(row.digest ?? ''))
      check.broken(line, 'This is not an entry of an audit log.');
    else check.stub(line, { seq, digest: row.digest ?? '' });
    return;
  }
  const body = bodyOfCells(row);
  if (body === null) check.broken(line, 'This is not an entry of an audit log.');
  else
    check.entry(line, {
      seq,
      at: row.at ?? null,
      digest: sha256.ofText(body),
      previousHash: row.previousHash ?? '',
      hash: row.hash ?? '',
    });
}
