import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import type { BulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { useNamedOptions } from '@/renderer/features/candidates/bulk/use-named-options';
import { PickerList, type PickerOption, usePicker } from '@/renderer/features/candidates/picker';
import { type MessageId, useText } from '@/renderer/lib/text';
import { POPOVER } from '@/renderer/ui/select';
import type { Permission } from '@/shared/domain/access/permissions';
import { fold } from '@/shared/kit/text';

interface Props {
  readonly trigger: ReactElement;
  readonly onPick: (deed: BulkDeed) => void;
  readonly onExport?: () => void;
  readonly onShare: () => void;
}

type Step = 'choose' | 'remove-tag' | 'remove-from-list' | 'change-owner';

/** The rarer things to do with a selection; what they are about is chosen in the same panel. */
export function BulkMoreMenu({ trigger, onPick, onExport, onShare }: Props) {
  const t = useText();
  const [step, setStep] = useState<Step>('choose');
  const picker = usePicker();
  const onOpenChange = (open: boolean): void => {
    setStep('choose');
    picker.onOpenChange(open);
  };
  const pick = (deed: BulkDeed): void => {
    onOpenChange(false);
    onPick(deed);
  };
  const go = (next: Step): void => {
    picker.onText('');
    setStep(next);
  };
  return (
    <DialogTrigger isOpen={picker.isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover placement="bottom start" offset={4} className={`${POPOVER} w-72`}>
        <Dialog aria-label={t('bulk.more')} className="outline-none">
          {step === 'choose' ? (
            <Choices
              text={picker.text}
              onText={picker.onText}
              onStep={go}
              onPick={pick}
              onShare={() => {
                onOpenChange(false);
                onShare();
              }}
              onExport={
                onExport === undefined
                  ? null
                  : () => {
                      onOpenChange(false);
                      onExport();
                    }
              }
            />
          ) : (
            <About key={step} step={step} text={picker.text} onText={picker.onText} onPick={pick} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type Choice = readonly [MessageId, () => void];

interface ChoicesProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onStep: (step: Exclude<Step, 'choose'>) => void;
  readonly onPick: (deed: BulkDeed) => void;
  readonly onExport: (() => void) | null;
  readonly onShare: () => void;
}

function Choices({ text, onText, onStep, onPick, onExport, onShare }: ChoicesProps) {
  const t = useText();
  const owners = useOwners();
  const can = useCan();
  const whereAllowed = (permission: Permission, some: readonly Choice[]): readonly Choice[] =>
    can(permission) ? some : [];
  const choices: readonly Choice[] = [
    ...whereAllowed('candidate.edit', [
      ['bulk.tags.remove', () => onStep('remove-tag')],
      ['bulk.lists.remove', () => onStep('remove-from-list')],
    ]),
    ...whereAllowed('candidate.share', [['sharing.share', onShare]]),
    // With one person at the desk there is nobody to give to.
    ...whereAllowed(
      'candidate.assign',
      owners.length > 1 ? [['bulk.owner', () => onStep('change-owner')]] : [],
    ),
    ...whereAllowed('candidate.edit', [
      [
        'bulk.do-not-contact',
        () => onPick({ action: { kind: 'do-not-contact', doNotContact: true }, name: '' }),
      ],
      [
        'bulk.contact',
        () => onPick({ action: { kind: 'do-not-contact', doNotContact: false }, name: '' }),
      ],
      ['bulk.reparse', () => onPick({ action: { kind: 'reparse' }, name: '' })],
    ]),
    ...whereAllowed('export.run', onExport === null ? [] : [['bulk.export', onExport]]),
  ];
  const options = choices
    .map(([id]): PickerOption => ({ id, label: t(id) }))
    .filter(({ label }) => fold(label).includes(fold(text.trim())));
  return (
    <PickerList
      label={t('bulk.more')}
      placeholder={t('bulk.more.placeholder')}
      text={text}
      onText={onText}
      options={options}
      chosen={NOTHING}
      onPick={(picked) => choices.find(([id]) => id === picked)?.[1]()}
    />
  );
}

interface AboutProps {
  readonly step: Exclude<Step, 'choose'>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPick: (deed: BulkDeed) => void;
}

/** Which tag, list or person it is about. */
function About({ step, text, onText, onPick }: AboutProps) {
  const t = useText();
  const api = useApi();
  const tags = useQuery({ ...api.candidates.tags.queryOptions(), enabled: step === 'remove-tag' });
  const lists = useQuery({
    ...api.lists.all.queryOptions(),
    enabled: step === 'remove-from-list',
  });
  const owners = useOwners();
  const named = { 'remove-tag': tags.data, 'remove-from-list': lists.data, 'change-owner': owners };
  const options = useNamedOptions(named[step], text, null);
  const pick = (id: string): void => {
    const name = named[step]?.find((one) => one.id === id)?.name ?? '';
    switch (step) {
      case 'remove-tag':
        return onPick({ action: { kind: step, tagId: id }, name });
      case 'remove-from-list':
        return onPick({ action: { kind: step, listId: id }, name });
      case 'change-owner':
        return onPick({ action: { kind: step, ownerId: id }, name });
    }
  };
  return (
    <PickerList
      label={t(TITLES[step])}
      placeholder={t(PLACEHOLDERS[step])}
      text={text}
      onText={onText}
      options={options}
      chosen={NOTHING}
      onPick={pick}
    />
  );
}

/** Whom candidates can be given to. */
function useOwners() {
  const api = useApi();
  return useQuery(api.workspace.owners.queryOptions()).data ?? NOBODY;
}

const TITLES = {
  'remove-tag': 'bulk.tags.remove',
  'remove-from-list': 'bulk.lists.remove',
  'change-owner': 'bulk.owner',
} as const satisfies Record<AboutProps['step'], MessageId>;

const PLACEHOLDERS = {
  'remove-tag': 'bulk.tags.remove-placeholder',
  'remove-from-list': 'bulk.lists.remove-placeholder',
  'change-owner': 'bulk.owner.placeholder',
} as const satisfies Record<AboutProps['step'], MessageId>;

const NOTHING: ReadonlySet<string> = new Set();
const NOBODY: readonly { readonly id: string; readonly name: string }[] = [];
