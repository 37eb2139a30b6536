import type { DraftProblem } from '@/renderer/features/candidates/editing/draft-values';
import {
  CONTACT_KINDS,
  LINK_KIND_NAMES,
  PART_FIELD_NAMES,
  PROBLEM_TEXTS,
} from '@/renderer/features/candidates/editing/labels';
import { type Translate, useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';
import { type Option, Select } from '@/renderer/ui/select';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import { CEFR_LEVELS, LINK_KINDS } from '@/shared/domain/parsing/parsed-resume';

interface Props {
  readonly entity: PartEntity;
  readonly field: string;
  readonly value: string;
  readonly problem: DraftProblem | null;
  readonly isFirst: boolean;
  readonly onChange: (value: string) => void;
}

/** The input for one field of a part. */
export function PartInput({ entity, field, value, problem, isFirst, onChange }: Props) {
  const t = useText();
  const name = PART_FIELD_NAMES[entity][field];
  const label = name === undefined ? field : t(name);
  const options = optionsOf(field, t);
  if (options !== null) {
    const first = options[0]?.value ?? '';
    const known = options.some((option) => option.value === value);
    return (
      <Select label={label} options={options} value={known ? value : first} onChange={onChange} />
    );
  }
  const isLong = field === 'description';
  const isDate = field === 'start' || field === 'end' || field === 'date';
  return (
    <TextField
      className={isLong ? 'col-span-2' : ''}
      autoFocus={isFirst}
      label={label}
      value={value}
      onChange={onChange}
      isInvalid={problem !== null}
      {...(problem === null ? {} : { errorMessage: t(PROBLEM_TEXTS[problem]) })}
      {...(isLong ? { rows: 5 } : {})}
      {...(isDate
        ? { placeholder: t(field === 'end' ? 'candidates.date-end-hint' : 'candidates.date-hint') }
        : {})}
    />
  );
}

/** The choices of a field that is chosen from a list, or null for one that is typed. */
function optionsOf(field: string, t: Translate): readonly Option<string>[] | null {
  switch (field) {
    case 'kind':
      return (['email', 'phone', 'link'] as const).map((kind) => ({
        value: kind,
        label: t(CONTACT_KINDS[kind]),
      }));
    case 'linkKind':
      return LINK_KINDS.map((kind) => ({ value: kind, label: t(LINK_KIND_NAMES[kind]) }));
    case 'level':
      return [
        { value: 'none', label: t('candidates.level.none') },
        ...CEFR_LEVELS.map((level) => ({
          value: level,
          label: level === 'native' ? t('candidates.level.native') : level,
        })),
      ];
    default:
      return null;
  }
}
