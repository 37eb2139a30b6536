import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useApi } from '@/renderer/app/api';
import type { ToldField } from '@/renderer/app/deed-told';
import {
  REJECT_REASON_NAMES,
  STAGE_NAMES,
  WITHDRAW_REASON_NAMES,
} from '@/renderer/app/stage-words';
import { FIELD_NAMES, PART_FIELD_NAMES } from '@/renderer/features/candidates/editing/labels';
import {
  INTERVIEW_FIELD_NAMES,
  useInterviewValue,
} from '@/renderer/features/candidates/page/interview-told';
import { useCustomText } from '@/renderer/features/candidates/page/custom-text';
import { useFormat } from '@/renderer/lib/format';
import { moneyText } from '@/renderer/lib/money';
import { type MessageId, useText } from '@/renderer/lib/text';
import type { TimelineEntry } from '@/shared/contract/api/candidates';
import { PART_ENTITIES } from '@/shared/domain/candidates/part-identity';
import { CANDIDATE_FIELDS } from '@/shared/domain/candidates/records';

type ChangedField = TimelineEntry['fields'][number];

/** The fields that a deed changed under their names, with values as one reads them; without those that tell a person nothing. */
export function useToldFields(): (fields: readonly ChangedField[]) => readonly ToldField[] {
  const t = useText();
  const custom = useCustomChange();
  const onJob = useApplicationValue();
  const ofInterview = useInterviewValue();
  return (fields) => {
    const all = fields.flatMap((one) => {
      if (one.entity === 'customValue') return custom(one);
      const name = fieldName(one.entity, one.field);
      if (name === null) return [];
      if (one.entity !== 'application' && one.entity !== 'interview') {
        return [{ ...one, name: t(name) }];
      }
      const said = one.entity === 'interview' ? ofInterview(one.field) : onJob(one.field, fields);
      return [{ name: t(name), before: said(one.before), after: said(one.after) }];
    });
    // An interview and its application, changed by one deed, both say of which job.
    return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);
  };
}

const isSame = (one: ToldField, other: ToldField): boolean =>
  one.name === other.name && one.before === other.before && one.after === other.after;

/** A change of a custom field, whose name and kind stand in the settings; nothing for one that is gone. */
function useCustomChange(): (change: ChangedField) => readonly ToldField[] {
  const api = useApi();
  const textOf = useCustomText();
  const fields = useQuery(api.customFields.list.queryOptions({ input: { archived: true } }));
  return (change) => {
    const field = fields.data?.find((each) => each.id === change.field);
    if (field === undefined) return [];
    const isNumber = field.kind === 'number' || field.kind === 'yes-no';
    const shown = (raw: string | null): string | null =>
      raw === null
        ? null
        : textOf(
            field.kind,
            isNumber ? { text: null, number: Number(raw) } : { text: raw, number: null },
          );
    return [{ name: field.label, before: shown(change.before), after: shown(change.after) }];
  };
}

/** A value of an application as one reads it; amounts in the currency that was noted with them. */
function useApplicationValue(): (
  field: string,
  all: readonly ChangedField[],
) => (value: string | null) => string | null {
  const t = useText();
  const format = useFormat();
  const { locale } = useIntl();
  return (field, all) => (value) => {
    if (value === null) return null;
    if (field === 'submittedAt') return format.absolute(value);
    if (field === 'salaryOffered') {
      const currency = all.find((one) => one.field === 'salaryCurrency');
      return moneyText(Number(value), currency?.after ?? currency?.before ?? null, locale);
    }
    const word = WORDS_OF[field]?.[value];
    return word === undefined ? value : t(word);
  };
}

/** Fields of an application whose values are words of the software. */
const WORDS_OF: Readonly<Record<string, Readonly<Record<string, MessageId>>>> = {
  stage: STAGE_NAMES,
  rejectedReason: REJECT_REASON_NAMES,
  withdrawnReason: WITHDRAW_REASON_NAMES,
};

const APPLICATION_FIELD_NAMES: Readonly<Record<string, MessageId>> = {
  jobTitle: 'pipeline.field.job',
  stage: 'pipeline.field.stage',
  rejectedReason: 'pipeline.field.reason',
  withdrawnReason: 'pipeline.field.reason',
  reasonNote: 'pipeline.field.said',
  overrideReason: 'pipeline.field.override',
  submittedAt: 'pipeline.forward',
  writeUp: 'pipeline.field.write-up',
  salaryOffered: 'pipeline.offer',
};

/** What a field is called; null for the ones the store keeps for itself, which tell a person nothing. */
function fieldName(entity: string, field: string): MessageId | null {
  if (entity === 'note') return field === 'body' ? 'candidates.page.note' : null;
  if (entity === 'application') return APPLICATION_FIELD_NAMES[field] ?? null;
  if (entity === 'interview') return INTERVIEW_FIELD_NAMES[field] ?? null;
  if (field === 'tagName') return 'candidates.timeline.tag';
  if (field === 'listName') return 'candidates.timeline.list';
  if (entity === 'candidate') {
    const own = CANDIDATE_FIELDS.find((name) => name === field);
    return own === undefined ? null : FIELD_NAMES[own];
  }
  const part = PART_ENTITIES.find((name) => name === entity);
  return part === undefined ? null : (PART_FIELD_NAMES[part][field] ?? null);
}
