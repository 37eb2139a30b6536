import { majorText, minorOf } from '@/renderer/lib/money';
import type { MessageId } from '@/renderer/lib/text';
import { isDay } from '@/shared/domain/custom-fields/custom-value';
import { contradictionIn } from '@/shared/domain/jobs/draft';
import type { JobDraft } from '@/shared/domain/jobs/records';

type Typed =
  | 'experienceMin'
  | 'experienceMax'
  | 'salaryMin'
  | 'salaryMax'
  | 'salaryCurrency'
  | 'openings'
  | 'closesOn'
  | 'department'
  | 'location';

/** A draft as a form holds it: what is typed as text, what is chosen as it is. */
export type DraftForm = Omit<JobDraft, Typed | 'skills'> & {
  readonly [F in Typed]: string;
} & { readonly skills: readonly JobDraft['skills'][number][] };

/** A draft as one edits it. */
export function formOf(draft: JobDraft): DraftForm {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
    ...draft,
    department: draft.department ?? '',
    location: draft.location ?? '',
    experienceMin: number(draft.experienceMin),
    experienceMax: number(draft.experienceMax),
    salaryMin: majorText(draft.salaryMin, draft.salaryCurrency),
    salaryMax: majorText(draft.salaryMax, draft.salaryCurrency),
    salaryCurrency: draft.salaryCurrency ?? '',
    openings: String(draft.openings),
    closesOn: draft.closesOn ?? '',
  };
}

type Read =
  | { readonly ok: true; readonly draft: JobDraft }
  | { readonly ok: false; readonly problem: MessageId };

/** The draft that a form says, or what is wrong with it. */
export function draftIn(form: DraftForm): Read {
  const wrong = (problem: MessageId): Read => ({ ok: false, problem });
  if (form.title.trim() === '') return wrong('jobs.wrong.title');
  const currency = form.salaryCurrency.trim().toUpperCase();
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) return wrong('jobs.wrong.currency');
  const salaryMin = minorOf(form.salaryMin, currency || null);
  const salaryMax = minorOf(form.salaryMax, currency || null);
  if (salaryMin === undefined || salaryMax === undefined) return wrong('jobs.wrong.money');
  const experienceMin = yearsIn(form.experienceMin);
  const experienceMax = yearsIn(form.experienceMax);
  if (experienceMin === undefined || experienceMax === undefined) {
    return wrong('jobs.skills.years-wrong');
  }
  const openings = Number(form.openings);
  if (!Number.isInteger(openings) || openings < 1 || openings > 10_000) {
    return wrong('jobs.wrong.openings');
  }
  const closesOn = form.closesOn.trim();
  if (closesOn !== '' && !isDay(closesOn)) return wrong('jobs.wrong.day');
  const ranges = { experienceMin, experienceMax, salaryMin, salaryMax };
  const contradiction = contradictionIn(ranges);
  if (contradiction !== null) {
    return wrong(
      contradiction.fields.includes('salaryMin') ? 'jobs.wrong.salary' : 'jobs.wrong.experience',
    );
  }
  return {
    ok: true,
    draft: {
      ...form,
      ...ranges,
      department: form.department.trim() || null,
      location: form.location.trim() || null,
      salaryCurrency: currency || null,
      openings,
      closesOn: closesOn || null,
      skills: [...form.skills],
    },
  };
}

/** Undefined for what is no number of years. */
function yearsIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const years = Number(typed.replace(',', '.'));
  return years >= 0 && years <= 60 ? years : undefined;
}
