import type { Manifest } from '@/shared/domain/portable/manifest';

/** The text that says what lies in an export, for whoever finds it years later. */
export const readMe = ({
  workspace,
  madeAt,
  version,
  counts,
  schema,
}: Omit<Manifest, 'files'>): string => `Full export of a Longlist workspace
===================================

Workspace   ${oneLine(workspace)}
Made        ${madeAt} by Longlist ${oneLine(version)}

THESE FILES ARE NOT ENCRYPTED. They hold the personal data of ${counts.candidates} people: keep them on an encrypted disk, and delete
them when they are no longer needed. Whoever is erased in Longlist later is still in here.

longlist.sqlite      All records: an SQLite 3 database that any tool opens (tables of version ${schema}).
candidates.jsonl     ${counts.candidates} candidates, one JSON document a line: contact data, work, education, skills, languages, CVs with
                     their text and what was read in them, notes, tags, lists, further fields, shares. Those that were merged
                     into somebody have "mergedIntoId".
applications.jsonl   ${counts.applications} applications, with stages and times.
jobs.jsonl           ${counts.jobs} jobs, with skills and team.
clients.jsonl        ${counts.clients} clients, with contacts.
originals/           ${counts.originals} files as they came in, a folder for each candidate.
originals.jsonl      Which of them is whose, with its SHA-256${counts.missingOriginals > 0 ? `; ${counts.missingOriginals} without "path" were missing or damaged` : ''}.
audit.jsonl          The audit log with its proof; "longlist audit verify audit.jsonl" checks it.
manifest.json        Size and SHA-256 of every file.

Not in it: passwords, two-step sign-in and every key; the keys of what the audit log sealed; fingerprints of people who were erased;
private notes of others than who made this export (${counts.privateNotesLeftOut}); voluntary self-identification; what is derived from the records for searching.

Longlist opens it as a new workspace: "Open a full export" at its first start, or longlist open-export <this folder>.
`;

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
