/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * JSON in the one form that RFC 8785 gives it: keys in the order of their UTF-16 units, no spaces, numbers and strings as ECMAScript
 * writes them (which is what the RFC refers to). Half of a surrogate pair becomes U+FFFD, as it does on its way into the database.
 * Throws (RangeError) for a number that JSON has no word for.
 */
export function canonicalJson(value: Json): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.replace(/\p{Surrogate}/gu, '\ufffd'));
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('JSON has no word for this number.');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value === null) return 'null';
      if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
      return `{${Object.keys(value)
        .sort()
        .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key] ?? null)}`)
        .join(',')}}`;
  }
}

/** `Array.isArray` does not narrow a readonly list. */
const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] =>
  Array.isArray(value);
