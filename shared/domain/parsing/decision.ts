/** What a reader of fields decided, told by the reader itself while it decides, for whoever wants to know why. */
export interface Decision {
  readonly field: DecidedField;
  readonly value: string;
  /** Where the value begins in the text; null where it stands nowhere, as a link behind an icon. */
  readonly at: number | null;
  /** The rule that decided, in words. */
  readonly because: string;
  /** What was weighed against each other and how much it weighed; empty where there was nothing to choose between. */
  readonly weighed: readonly Weighed[];
}

export interface Weighed {
  readonly text: string;
  readonly weight: number;
}

export type DecidedField =
  | 'name'
  | 'headline'
  | 'email'
  | 'phone'
  | 'link'
  | 'location'
  | 'summary'
  | 'job'
  | 'study'
  | 'skill'
  | 'language'
  | 'certificate';

/** Takes a decision down. Readers call it only where somebody listens, so that reading CVs pays nothing for it. */
export type Note = (decision: Decision) => void;

/** What a job or a study is called here: "Staff Nurse @ Ribblesdale Infirmary". */
export const entryName = (what: string | null, where: string | null): string =>
  [what, where].filter((words) => words !== null).join(' @ ');
