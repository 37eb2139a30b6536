import { Pencil } from 'lucide-react';
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { type Option, Select } from '@/renderer/ui/select';

interface Props {
  readonly label: string;
  /** The value as one reads it; '' for nothing. */
  readonly shown: string;
  /** The value as one types or chooses it. */
  readonly value: string;
  /** Choices, where it is one of a few. */
  readonly options?: readonly Option<string>[];
  /** More than one line to type in. */
  readonly rows?: number;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url';
  readonly placeholder?: string;
  readonly description?: string;
  /** Resolves to null when it is saved, else to why it was not. */
  readonly onSave: (value: string) => Promise<string | null>;
  /** `stacked`: the label above, for long texts. */
  readonly layout?: 'row' | 'stacked';
}

/** Around values that whoever looks at them may not change. */
export const InlineReadOnly = createContext(false);

/**
 * A value that is edited in its place: Enter or a click opens it, Enter saves, Escape leaves it as it was. What is chosen of a few is saved
 * at once.
 */
export function InlineField(props: Props) {
  const { label, shown, layout = 'row' } = props;
  const t = useText();
  const isReadOnly = useContext(InlineReadOnly);
  const [isEditing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The keyboard stays where it was before the editor opened.
    if (wasEditing.current && !isEditing) opener.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <div
      className={cx(
        'grid gap-x-3',
        layout === 'row' ? 'grid-cols-[8.5rem_minmax(0,1fr)] items-start' : 'gap-y-1',
      )}
    >
      <span aria-hidden={!isReadOnly} className="py-1 text-ink-3">
        {label}
      </span>
      {isReadOnly ? (
        <span
          className={cx(
            'min-w-0 py-1 break-words whitespace-pre-wrap select-text',
            shown === '' && 'text-ink-3',
          )}
        >
          {shown || t('ui.inline.nothing')}
        </span>
      ) : isEditing ? (
        <Editor {...props} onClose={() => setEditing(false)} />
      ) : (
        <button
          ref={opener}
          type="button"
          aria-label={t('ui.inline.edit', { label, value: shown || t('ui.inline.nothing') })}
          onClick={() => setEditing(true)}
          className="group/inline -mx-2 flex min-h-7 min-w-0 cursor-default items-start gap-2 rounded-md px-2 py-1 text-left select-text hover:bg-hover"
        >
          <span
            className={cx(
              'min-w-0 flex-1 break-words whitespace-pre-wrap',
              shown === '' && 'text-ink-3',
            )}
          >
            {shown || t('ui.inline.nothing')}
          </span>
          <Pencil
            size={12}
            aria-hidden
            className="mt-1 shrink-0 text-ink-3 opacity-0 group-hover/inline:opacity-100 group-focus-visible/inline:opacity-100"
          />
        </button>
      )}
    </div>
  );
}

function Editor({
  label,
  value,
  options,
  rows,
  inputMode,
  placeholder,
  description,
  onSave,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = (next: string): void => {
    if (next === value) {
      onClose();
      return;
    }
    setSaving(true);
    void onSave(next).then((why) => {
      setSaving(false);
      setProblem(why);
      if (why === null) onClose();
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(typed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(typed);
      return;
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="flex min-w-0 flex-col gap-1.5">
      {options === undefined ? (
        <TextField
          autoFocus
          label={label}
          hideLabel
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setProblem(null);
          }}
          isInvalid={problem !== null}
          {...(rows === undefined ? {} : { rows })}
          {...(inputMode === undefined ? {} : { inputMode })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(description === undefined ? {} : { description })}
        />
      ) : (
        <Select
          autoFocus
          label={label}
          hideLabel
          value={typed}
          options={options}
          onChange={(next) => {
            setTyped(next);
            save(next);
          }}
        />
      )}
      {problem === null ? null : (
        <p role="alert" className="text-sm text-bad-ink">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        {options === undefined ? (
          <Button type="submit" size="sm" variant="primary" isDisabled={isSaving}>
            {t('ui.inline.save')}
          </Button>
        ) : null}
        <Button size="sm" variant="ghost" onPress={onClose}>
          {t('ui.inline.cancel')}
        </Button>
      </div>
    </form>
  );
}
