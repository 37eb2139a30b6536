import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  SearchField as AriaSearchField,
  TextField as AriaTextField,
  Button,
  FieldError,
  Input,
  Label,
  type SearchFieldProps,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Kbd } from '@/renderer/ui/kbd';

/** The look of everything one types in. */
export const INPUT =
  'w-full rounded-md border border-line-control bg-raised px-2.5 text-base text-ink placeholder:text-ink-3 ' +
  '-outline-offset-1 disabled:opacity-50 data-invalid:border-bad';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** Only for screen readers: the place says to the eye what it is. */
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly errorMessage?: string;
  readonly placeholder?: string;
  /** More than one line to type in. */
  readonly rows?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

/** A labelled text field, of one line or of `rows` lines. */
export function TextField({
  label,
  hideLabel = false,
  description,
  errorMessage,
  placeholder = '',
  rows,
  className,
  inputRef,
  areaRef,
  ...props
}: FieldProps) {
  return (
    <AriaTextField
      {...props}
      {...(hideLabel ? { 'aria-label': label } : {})}
      className={cx('flex flex-col gap-1', className)}
    >
      {hideLabel ? null : <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      {rows === undefined ? (
        <Input ref={inputRef} placeholder={placeholder} className={cx(INPUT, 'h-control')} />
      ) : (
        <TextArea
          ref={areaRef}
          rows={rows}
          placeholder={placeholder}
          className={cx(INPUT, 'resize-y py-1.5')}
        />
      )}
      {description === undefined ? null : (
        <Text slot="description" className="text-sm text-ink-3">
          {description}
        </Text>
      )}
      <FieldError className="text-sm text-bad-ink">{errorMessage}</FieldError>
    </AriaTextField>
  );
}

interface SearchProps extends Omit<SearchFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly placeholder?: string;
  /** The shortcut that comes here, shown while the field is empty. */
  readonly keys?: string;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A search box: Escape clears it. */
export function SearchField({
  label,
  placeholder = '',
  keys,
  className,
  inputRef,
  ...props
}: SearchProps) {
  const t = useText();
  return (
    <AriaSearchField
      {...props}
      aria-label={label}
      className={cx('group relative flex items-center', className)}
    >
      <Search size={14} aria-hidden className="pointer-events-none absolute left-2.5 text-ink-3" />
      <Input
        ref={inputRef}
        placeholder={placeholder}
        className={cx(INPUT, 'h-control pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden')}
      />
      {keys === undefined ? null : (
        <span className="pointer-events-none absolute right-2 hidden group-data-empty:flex">
          <Kbd keys={keys} />
        </span>
      )}
      <Button
        aria-label={t('ui.clear')}
        className="absolute right-1.5 flex size-5 items-center justify-center rounded-sm text-ink-3 group-data-empty:hidden hover:bg-hover hover:text-ink"
      >
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
