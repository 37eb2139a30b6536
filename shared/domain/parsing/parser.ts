/** Named in every result; the version rises, as a whole number, when the same CV would read differently. */
export const PARSER = { name: 'longlist', version: '3' } as const;
