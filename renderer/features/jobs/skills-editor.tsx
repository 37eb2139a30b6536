import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { ComboField } from '@/renderer/ui/combo-field';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { foldSkills } from '@/shared/domain/jobs/draft';
import type { AskedSkill } from '@/shared/domain/jobs/records';

interface Props {
  readonly skills: readonly AskedSkill[];
  readonly onChange: (skills: readonly AskedSkill[]) => void;
}

type Need = AskedSkill['need'];

/**
 * What a job asks for: must-haves above, nice-to-haves below, each with a weight and the least years. Alt with the arrows moves a skill,
 * from must-have to nice-to-have too.
 */
export function SkillsEditor(props: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Group need="required" {...props} />
      <Group need="nice" {...props} />
    </div>
  );
}

function Group({ need, skills, onChange }: Props & { readonly need: Need }) {
  const t = useText();
  const own = skills.filter((skill) => skill.need === need);
  const title = t(need === 'required' ? 'jobs.skills.required' : 'jobs.skills.nice');
  const [moved, setMoved] = useState<string | null>(null);
  useEffect(() => {
    if (moved === null) return;
    // The keyboard goes with the skill that was moved, into the other group too.
    document.querySelector<HTMLElement>(`[data-skill="${CSS.escape(moved)}"]`)?.focus();
    setMoved(null);
  }, [moved]);
  const replace = (skill: AskedSkill, patch: Partial<AskedSkill>): void =>
    onChange(skills.map((one) => (one === skill ? { ...one, ...patch } : one)));
  const move = (skill: AskedSkill, step: 1 | -1): void => {
    const next = movedBy(skills, skill, step);
    if (next === null) return;
    onChange(next);
    setMoved(skill.name);
  };
  const onKeyDown = (event: KeyboardEvent, skill: AskedSkill): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(skill, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <section aria-label={title}>
      <h3 className="mb-1 flex items-baseline gap-2 font-medium">
        {title}
        <span className="text-sm font-normal text-ink-3">
          {own.length === 0 ? t('jobs.skills.none') : t('jobs.skills.move-hint')}
        </span>
      </h3>
      <ul className="flex flex-col">
        {own.map((skill) => (
          <li
            key={skill.name}
            tabIndex={-1}
            data-skill={skill.name}
            onKeyDown={(event) => onKeyDown(event, skill)}
            className="-mx-2 flex flex-wrap items-center gap-1.5 rounded-md px-2 py-1 -outline-offset-2 hover:bg-hover"
          >
            <span className="min-w-24 flex-1 break-words">{skill.name}</span>
            <Select
              hideLabel
              label={t('jobs.skills.weight-of', { skill: skill.name })}
              className="w-28"
              value={String(skill.weight)}
              options={[1, 2, 3, 4, 5].map((weight) => ({
                value: String(weight),
                label: t('jobs.skills.weighs', { weight }),
              }))}
              onChange={(weight) => replace(skill, { weight: Number(weight) })}
            />
            <Years skill={skill} onChange={(minYears) => replace(skill, { minYears })} />
            <span className="flex">
              {/* The arrow keys with Alt do the same from anywhere in the row: no stops of their own. */}
              <IconButton
                size="sm"
                excludeFromTabOrder
                label={t('jobs.skills.up', { skill: skill.name })}
                onPress={() => move(skill, -1)}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                excludeFromTabOrder
                label={t('jobs.skills.down', { skill: skill.name })}
                onPress={() => move(skill, 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={t('ui.remove', { name: skill.name })}
                onPress={() => onChange(skills.filter((one) => one !== skill))}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <AddSkill need={need} skills={skills} onChange={onChange} />
    </section>
  );
}

/** The least years of a skill: saved when one leaves the field. */
function Years({
  skill,
  onChange,
}: {
  readonly skill: AskedSkill;
  readonly onChange: (years: number | null) => void;
}) {
  const t = useText();
  const before = skill.minYears === null ? '' : String(skill.minYears);
  const [typed, setTyped] = useState(before);
  useEffect(() => setTyped(before), [before]);
  const years = typed.trim() === '' ? null : Number(typed.replace(',', '.'));
  const isWrong = years !== null && !(years >= 0 && years <= 60);
  const commit = (): void => {
    if (!isWrong && years !== skill.minYears) onChange(years);
  };
  return (
    <TextField
      hideLabel
      label={t('jobs.skills.years-of', { skill: skill.name })}
      className="w-16"
      inputMode="decimal"
      placeholder={t('jobs.skills.any-years')}
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        } else event.continuePropagation();
      }}
      isInvalid={isWrong}
      errorMessage={t('jobs.skills.years-wrong')}
    />
  );
}

function AddSkill({ need, skills, onChange }: Props & { readonly need: Need }) {
  const t = useText();
  const api = useApi();
  const [text, setText] = useState('');
  const prefix = text.trim();
  const suggested = useQuery({
    ...api.jobs.suggestSkills.queryOptions({ input: { prefix, limit: 8 } }),
    enabled: prefix !== '',
  });
  const add = (name: string, skillId: string | null): void => {
    setText('');
    const skill = { need, skillId, name: name.trim(), weight: 3, minYears: null };
    if (skill.name !== '') onChange(foldSkills([...skills, skill]));
  };
  const choices =
    prefix === '' ? [] : (suggested.data ?? []).map(({ id, name }) => ({ id, label: name }));
  return (
    <div className="mt-1 flex items-center gap-2">
      <ComboField
        hideLabel
        label={t(need === 'required' ? 'jobs.skills.add-required' : 'jobs.skills.add-nice')}
        placeholder={t(need === 'required' ? 'jobs.skills.add-required' : 'jobs.skills.add-nice')}
        className="w-64"
        text={text}
        onText={(next) => setText(next.slice(0, 200))}
        choices={choices}
        isLoading={prefix !== '' && suggested.isFetching}
        onPick={(id) => {
          const choice = choices.find((one) => one.id === id);
          if (choice !== undefined) add(choice.label, choice.id);
        }}
        onSubmit={(typed) => add(typed, null)}
      />
      {prefix === '' ? null : (
        <Button size="sm" onPress={() => add(text, null)}>
          {t('jobs.skills.add')}
        </Button>
      )}
    </div>
  );
}

/** The skills with one moved past its neighbour; beyond the end of its group it changes the group. Null where there is nothing beyond. */
export function movedBy(
  skills: readonly AskedSkill[],
  skill: AskedSkill,
  step: 1 | -1,
): readonly AskedSkill[] | null {
  const required = skills.filter((one) => one.need === 'required');
  const nice = skills.filter((one) => one.need === 'nice');
  const own = skill.need === 'required' ? required : nice;
  const at = own.indexOf(skill);
  const neighbour = own[at + step];
  if (neighbour !== undefined) {
    own[at + step] = skill;
    own[at] = neighbour;
    return [...required, ...nice];
  }
  if (skill.need === 'required' && step === 1) {
    return [...required.slice(0, -1), { ...skill, need: 'nice' }, ...nice];
  }
  if (skill.need === 'nice' && step === -1) {
    return [...required, { ...skill, need: 'required' }, ...nice.slice(1)];
  }
  return null;
}
