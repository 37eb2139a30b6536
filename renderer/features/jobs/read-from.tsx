import { type MessageId, useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import type { JobReading } from '@/shared/domain/jobs/description/reading';

/** Below this a reading is marked as one to check. */
const SURE = 0.7;
const LONGEST_QUOTE = 160;

type ReadField = Exclude<keyof JobReading, 'skills'>;
const NAMES: Readonly<Record<ReadField, MessageId>> = {
  title: 'jobs.field.title',
  company: 'jobs.field.client',
  department: 'jobs.field.department',
  location: 'jobs.field.location',
  remote: 'jobs.field.remote',
  employmentType: 'jobs.field.employment',
  years: 'jobs.field.experience-min',
  pay: 'jobs.field.salary-min',
  educationMin: 'jobs.field.education',
  closesOn: 'jobs.field.closes',
  openings: 'jobs.field.openings',
};

/** The words of the description that each proposed value was read from, so that a person can check it before it is saved. */
export function ReadFrom({ reading }: { readonly reading: JobReading }) {
  const t = useText();
  const { skills, ...values } = reading;
  const lines = Object.entries(NAMES).flatMap(([field, name]) => {
    // The keys of the table of names are those of the reading.
    const value = values[field as ReadField];
    return value === null
      ? []
      : [{ key: field, name: t(name), quote: value.span.text, isSure: value.confidence >= SURE }];
  });
  const asked = skills.map(({ name, span }) => ({
    key: `skill:${name}`,
    name,
    quote: span.text,
    isSure: true,
  }));
  const all = [...lines, ...asked.filter(({ name, quote }) => name !== quote)];
  return (
    <section aria-labelledby="read-from">
      <h2 id="read-from" className="font-medium">
        {t('jobs.read-from')}
      </h2>
      <p className="text-sm text-ink-2">{t('jobs.read-from.hint')}</p>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 pt-2 text-sm">
        {all.map(({ key, name, quote, isSure }) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="flex min-w-0 items-baseline gap-2">
              <q className="min-w-0 truncate">{quote.slice(0, LONGEST_QUOTE)}</q>
              {isSure ? null : <Badge tone="warn">{t('jobs.read-from.check')}</Badge>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
