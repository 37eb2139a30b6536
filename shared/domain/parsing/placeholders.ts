/**
 * Words a template holds where a person's own belong: "Company Name", "City, State". Sites that publish CVs put them in
 * place of the employer and the town, so they tell what stands where like no other words.
 */
const PLACEHOLDER =
  /\b(?:(company|employer|organi[sz]ation) name|(university|college|school|institution|institute) name|(city)\s*,\s*(?:state|country|province)(?:\s*,\s*(?:country|zip(?: code)?))?|(job|position) title)\b/giu;

const KINDS = ['company', 'school', 'place', 'title'] as const;
export type PlaceholderKind = (typeof KINDS)[number];

/** The placeholders in a few words, left to right. */
export function placeholders(
  words: string,
): readonly { readonly start: number; readonly end: number; readonly kind: PlaceholderKind }[] {
  // Nearly every piece of a CV holds none: the test is cheap against the pattern.
  if (words.length > 200 || !/name|city|title/i.test(words)) return [];
  return [...words.matchAll(PLACEHOLDER)].flatMap((match) => {
    const kind = KINDS.find((_, group) => match[group + 1] !== undefined);
    return kind === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, kind }];
  });
}

/** The kind of placeholder that the words are, all of them; else null. */
export function placeholderKind(words: string): PlaceholderKind | null {
  const only = placeholders(words)[0];
  return only !== undefined && only.start === 0 && only.end === words.length ? only.kind : null;
}
