/**
 * The words the people files are written in. A CV here is plain data; layouts decide how it looks and
 * `truth.mjs` what a parser should find. Dates are `YYYY-MM`, `YYYY` or `present`.
 */

/** One post: bullets are what the person did there, in the CV's language. */
export function job(start, end, title, company, location, ...bullets) {
  return { start, end, title, company, location, bullets };
}

/** One course of study; `field` is null where the degree says it all. */
export function school(start, end, degree, field, institution, location = null) {
  return { start, end, degree, field, institution, location };
}

/** One certificate, licence or registration; issuer and date are null where the CV does not say. */
export function cert(name, issuer = null, date = null) {
  return { name, issuer, date };
}

/** Fills what a person leaves out, so that layouts need no checks for undefined. */
export function person(data) {
  return {
    email: null,
    phone: null,
    links: [],
    address: null,
    born: null,
    nationality: null,
    nativeName: null,
    summary: null,
    certifications: [],
    interests: null,
    publications: [],
    ...data,
  };
}
