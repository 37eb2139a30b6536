interface ChangedField {
  /** `workspace.settings.lockAfter`: a field within a field behind a full stop. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of one record that an entry tells of. One that holds fields itself, as settings do, is told by those of them that differ. */
export function changedFields(
  entity: string,
  before: Fields | null,
  after: Fields | null,
): readonly ChangedField[] {
  return keysOf(before, after).flatMap((key) => {
    const change = { path: `${entity}.${key}`, before: before?.[key], after: after?.[key] };
    const [was, is] = [fieldsIn(change.before), fieldsIn(change.after)];
    if (was === null && is === null) return [change];
    return changedFields(change.path, was, is).filter((one) => !isSame(one));
  });
}

const keysOf = (before: Fields | null, after: Fields | null): readonly string[] => [
  ...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]),
];

const fieldsIn = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;

const isSame = ({ before, after }: ChangedField): boolean =>
  JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
