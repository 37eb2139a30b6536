import { useMemo, useState } from 'react';
import { useBlind } from '@/renderer/app/blind';
import { HiddenValue } from '@/renderer/features/blind';
import { FieldEditor } from '@/renderer/features/candidates/editing/field-editor';
import { CONTACT_KINDS, FIELD_NAMES } from '@/renderer/features/candidates/editing/labels';
import { CustomSection } from '@/renderer/features/candidates/page/custom-section';
import { useDates } from '@/renderer/features/candidates/page/dates';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import { PartSection, Section } from '@/renderer/features/candidates/page/part-section';
import { JobSummary, SkillName } from '@/renderer/features/candidates/page/part-views';
import { ContactIcon } from '@/renderer/features/candidates/page/person-facts';
import { focusNextReview } from '@/renderer/features/candidates/page/review-focus';
import { useConfirm } from '@/renderer/features/candidates/page/use-confirm';
import { ValueRow } from '@/renderer/features/candidates/page/value-row';
import { useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { CANDIDATE_FIELDS, type CandidateField } from '@/shared/domain/candidates/records';
import { countToReview } from '@/shared/domain/candidates/review';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import {
  type Gap,
  gapsOf,
  type Overlap,
  overlapsOf,
} from '@/shared/domain/candidates/work-history';

/** Everything that is known of the candidate, each value with its place in the CV. */
export function OverviewTab({ detail }: { readonly detail: CandidateDetail }) {
  const t = useText();
  const dates = useDates();
  const now = useNow();
  const gaps = useMemo(() => gapsOf(detail.experience, new Date(now)), [detail.experience, now]);
  const overlaps = useMemo(
    () => overlapsOf(detail.experience, new Date(now)),
    [detail.experience, now],
  );
  const { mayEdit } = usePage();
  const isHidden = useBlind();
  const review = mayEdit ? countToReview(detail) : 0;
  return (
    <>
      {review === 0 ? null : (
        <div className="flex items-center gap-3 border-b border-line bg-warn-soft px-5 py-1.5 text-warn-ink">
          <p className="min-w-0 flex-1">{t('candidates.review', { count: review })}</p>
          <Button size="sm" onPress={focusNextReview}>
            {t('candidates.review.next')}
          </Button>
        </div>
      )}
      <Section title={t('candidates.section.person')}>
        {CANDIDATE_FIELDS.map((field) => (
          <OwnField key={field} detail={detail} field={field} />
        ))}
      </Section>
      <CustomSection detail={detail} />
      <PartSection
        title={t('candidates.section.contact')}
        entity="contactPoint"
        records={detail.contactPoints}
        {...(isHidden('contact') && { nothing: <HiddenValue /> })}
        labelOf={(point) => `${t(CONTACT_KINDS[point.kind])} ${point.value}`}
        render={(point) => (
          <span className="flex items-center gap-2">
            <span className="text-ink-3">
              <ContactIcon point={point} />
            </span>
            <span className="min-w-0 break-words">{point.value}</span>
          </span>
        )}
      />
      <PartSection
        title={t('candidates.section.experience')}
        entity="experience"
        records={detail.experience}
        labelOf={(job) => [job.title, job.company].filter(Boolean).join(', ')}
        before={<GapNote gap={gaps.find((gap) => gap.before === null)} />}
        render={(job) => <JobSummary job={job} />}
        after={(job) => (
          <>
            {overlaps
              .filter((overlap) => overlap.id === job.id)
              .map((overlap) => (
                <OverlapNote key={overlap.beside} overlap={overlap} detail={detail} />
              ))}
            <GapNote gap={gaps.find((gap) => gap.before === job.id)} />
          </>
        )}
      />
      <PartSection
        title={t('candidates.section.education')}
        entity="education"
        records={detail.education}
        labelOf={(entry) => [entry.degree, entry.institution].filter(Boolean).join(', ')}
        render={(entry) => (
          <>
            <p className="font-medium">
              {[entry.degree, entry.field].filter(Boolean).join(', ') || entry.institution || (
                <HiddenValue />
              )}
            </p>
            <p className="text-ink-2">
              {entry.degree === null && entry.field === null
                ? null
                : isHidden('schools')
                  ? t('blind.school')
                  : entry.institution}
              <span className="tabular ml-2 text-ink-3">
                {dates.period(entry.start, entry.end)}
              </span>
              {entry.grade === null ? null : <span className="ml-2">{entry.grade}</span>}
            </p>
          </>
        )}
      />
      <PartSection
        title={t('candidates.section.skills')}
        entity="candidateSkill"
        records={detail.skills}
        labelOf={(skill) => skill.name}
        render={(skill) => <SkillName skill={skill} />}
      />
      <PartSection
        title={t('candidates.section.languages')}
        entity="candidateLanguage"
        records={detail.languages}
        labelOf={(language) => language.name}
        render={(language) => (
          <>
            {language.name}
            <span className="ml-2 text-ink-2">
              {[
                language.level === 'native' ? t('candidates.level.native') : language.level,
                language.levelText,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
      />
      <PartSection
        title={t('candidates.section.certifications')}
        entity="certification"
        records={detail.certifications}
        labelOf={(one) => one.name}
        render={(one) => (
          <>
            {one.name}
            <span className="ml-2 text-ink-2">
              {[one.issuer, one.date === null ? null : dates.month(one.date)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
      />
    </>
  );
}

interface OwnFieldProps {
  readonly detail: CandidateDetail;
  readonly field: CandidateField;
}

/** One of the candidate's own fields: name, headline, location, summary, years. */
function OwnField({ detail, field }: OwnFieldProps) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const [wasEdited, setEdited] = useState(false);
  const isHidden = useBlind();
  const confirm = useConfirm();
  const { candidate } = detail;
  if (isEditing) {
    const close = (): void => {
      setEditing(false);
      setEdited(true);
    };
    return <FieldEditor candidate={candidate} field={field} onClose={close} />;
  }
  const label = t(FIELD_NAMES[field]);
  const value = candidate[field];
  const shown = typeof value === 'number' ? t('candidates.years', { years: value }) : (value ?? '');
  return (
    <ValueRow
      label={label}
      provenance={candidate.provenance[field]}
      onEdit={() => setEditing(true)}
      onConfirm={() =>
        confirm({ kind: 'field', field, id: candidate.id, version: candidate.version })
      }
      takesFocus={wasEdited}
      noteClassName="pl-[92px]"
    >
      <span className="grid grid-cols-[84px_1fr] gap-2">
        <span className="text-ink-3">{label}</span>
        <span className={shown === '' ? 'text-ink-3' : 'break-words whitespace-pre-wrap'}>
          {shown !== '' ? (
            shown
          ) : field === 'location' && isHidden('address') ? (
            <HiddenValue />
          ) : (
            t('candidates.nothing')
          )}
        </span>
      </span>
    </ValueRow>
  );
}

/** A stretch between or beside jobs. */
const NOTE =
  'my-1 flex items-center gap-2 text-sm text-ink-3 before:h-px before:w-4 before:bg-line-strong';

function OverlapNote({
  overlap,
  detail,
}: {
  readonly overlap: Overlap;
  readonly detail: CandidateDetail;
}) {
  const t = useText();
  const dates = useDates();
  const other = detail.experience.find((job) => job.id === overlap.beside);
  return (
    <p className={NOTE}>
      {t('candidates.overlap', {
        length: dates.length(overlap.months),
        job: other?.company ?? other?.title ?? t('candidates.overlap.other'),
        from: dates.month(overlap.from),
        to: dates.month(overlap.to),
      })}
    </p>
  );
}

function GapNote({ gap }: { readonly gap: Gap | undefined }) {
  const t = useText();
  const dates = useDates();
  if (gap === undefined) return null;
  return (
    <p className={NOTE}>
      {t(gap.before === null ? 'candidates.gap-since' : 'candidates.gap', {
        length: dates.length(gap.months),
        from: dates.month(gap.from),
        to: dates.month(gap.to),
      })}
    </p>
  );
}
