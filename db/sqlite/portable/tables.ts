import { ENTITY_NAMES, entityTable } from '../entities';

/** Records that do not leave the workspace, and why. */
const KEPT_BACK = new Set([
  // Passwords, two-step sign-in, recovery codes: nobody needs them elsewhere, and they would be there for whoever has the files.
  'credential',
  // Keyed with a secret that stays here: elsewhere they would know nobody again.
  'erased_fingerprint',
]);

/**
 * Tables of a full export, by name, in the order in which they are copied. Not among them are what is kept back, the keys of what the
 * audit log sealed (`record_key`), and everything that is derived from the records for searching and matching.
 */
export const EXPORTED_TABLES: readonly string[] = [
  'database_identity',
  ...ENTITY_NAMES.map((entity) => entityTable(entity).sql.replaceAll('"', '')).filter(
    (name) => !KEPT_BACK.has(name),
  ),
  ...ENTITY_NAMES.flatMap((entity) => entityTable(entity).lists.map(({ table }) => table)),
  'commit_log',
  'change_log',
  'audit_entry',
];

/** Tables that stay empty in a full export. */
export const LEFT_OUT_TABLES: readonly string[] = [
  ...KEPT_BACK,
  'record_key',
  'candidate_document',
  'candidate_facets',
  'candidate_match_facts',
  'facet_term',
  'search_state',
];
