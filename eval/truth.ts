import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const one = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => (value == null ? [] : [value].flat().filter((each) => each !== '')));
const list = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
/** Left out where a set has no such labels, which is not the same as there being none. */
const flat = z.array(z.string()).optional();

/** One line of a set's `truth.jsonl`: what a file holds, in the shape `longlist parse --jsonl` prints. */
export const truthSchema = z.object({
  file: z.string(),
  set: z.string().default('samples'),
  /** The invented person, who may have several files. */
  person: z.string().optional(),
  layout: z.string().default('-'),
  format: z.string().default('-'),
  lang: z.string().default('-'),
  name: one,
  email: one,
  phone: one,
  location: one,
  /** Every way the location may be given, where there are several. */
  location_alt: z.array(z.string()).optional(),
  links: list,
  links_optional: list,
  skills: list,
  skills_optional: list,
  experience: z.array(z.object({ company: text, title: text, start: text, end: text })).optional(),
  education: z
    .array(
      z.object({
        institution: text,
        degree: text,
        degree_alt: list,
        start: text,
        end: text,
      }),
    )
    .optional(),
  /** Labels that belong to no entry. */
  titles: flat,
  companies: flat,
  institutions: flat,
  degrees: flat,
  /** The fields somebody labelled; all of them where this is left out. */
  annotated: z.array(z.string()).optional(),
  /** Labels may have been forgotten: what was read beside them is not counted as wrong where there is no label at all. */
  open: z.boolean().default(false),
  /** The file shows only when studies ended. */
  edu_start_hidden: z.boolean().default(false),
});
export type Truth = z.infer<typeof truthSchema>;
