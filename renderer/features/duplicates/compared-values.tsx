import { Equal } from 'lucide-react';
import type { ReactNode } from 'react';
import { FIELD_NAMES, useDates } from '@/renderer/features/candidates';
import { type PartRow, partRowsOf, SECTIONS } from '@/renderer/features/duplicates/part-rows';
import type { useMergeChoice } from '@/renderer/features/duplicates/use-merge-choice';
import { useText } from '@/renderer/lib/text';
import { Choice, ChoiceBoard } from '@/renderer/ui/choices';
import type { MergePreview } from '@/shared/contract/api/duplicates';
import { CANDIDATE_FIELDS, type CandidateField } from '@/shared/domain/candidates/records';

interface Props {
  readonly preview: MergePreview;
  readonly choice: ReturnType<typeof useMergeChoice>;
  readonly onEnter: () => void;
  /** The heads of the columns. */
  readonly children: ReactNode;
}

/** Field by field what each of them has, and which of it is kept. */
export function ComparedValues({ preview, choice, onEnter, children }: Props) {
  const t = useText();
  const { people } = preview;
  const columns = `96px repeat(${people.length}, minmax(150px, 1fr))`;
  const fields = CANDIDATE_FIELDS.filter((field) =>
    people.some(({ detail }) => hasValue(detail.candidate[field])),
  );
  const dates = useDates();
  const sections = SECTIONS.map(({ entity, title }) => ({
    title,
    rows: partRowsOf(entity, preview, dates),
  }));
  /** The lines of the board are counted through: heads, fields, then the sections. */
  const firstRow = (section: number): number =>
    sections.slice(0, section).reduce((sum, { rows }) => sum + rows.length, fields.length + 1);
  return (
    <ChoiceBoard label={t('duplicates.compare')} onEnter={onEnter} className="min-w-0 p-4">
      <div
        role="radiogroup"
        aria-label={t('duplicates.keep-whose')}
        className="grid gap-x-3 border-b border-line pb-2"
        style={{ gridTemplateColumns: columns }}
      >
        <span aria-hidden />
        {children}
      </div>
      {fields.map((field, index) => (
        <div
          key={field}
          role="radiogroup"
          aria-label={t(FIELD_NAMES[field])}
          className="grid items-start gap-x-3 py-1"
          style={{ gridTemplateColumns: columns }}
        >
          <span aria-hidden className="pt-1 text-ink-3">
            {t(FIELD_NAMES[field])}
          </span>
          {people.map(({ detail: { candidate } }, column) => (
            <FieldCell
              key={candidate.id}
              field={field}
              value={candidate[field]}
              isMatch={isMatch(preview, field, candidate[field])}
              row={index + 1}
              column={column}
              isChosen={choice.valueOf(field) === candidate.id}
              onChoose={() => choice.setField(field, candidate.id)}
            />
          ))}
        </div>
      ))}
      {sections.map(({ title, rows }, section) =>
        rows.length === 0 ? null : (
          <section key={title} aria-label={t(title)} className="mt-2 border-t border-line pt-2">
            <h2 className="pb-1 text-sm font-medium text-ink-3">{t(title)}</h2>
            {rows.map((cells, index) => (
              <PartLine
                key={cells[0]?.id}
                cells={cells}
                row={firstRow(section) + index}
                columns={columns}
                choice={choice}
                people={people}
              />
            ))}
          </section>
        ),
      )}
    </ChoiceBoard>
  );
}

function FieldCell({
  field,
  value,
  isMatch: marked,
  ...rest
}: {
  readonly field: CandidateField;
  readonly value: string | number | null;
  readonly isMatch: boolean;
  readonly row: number;
  readonly column: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useText();
  const text = !hasValue(value)
    ? t('duplicates.nothing')
    : typeof value === 'number'
      ? t('candidates.years', { years: value })
      : value;
  return (
    <Choice kind="one" label={`${t(FIELD_NAMES[field])}: ${text}`} {...rest}>
      <span
        className={hasValue(value) ? 'line-clamp-4 break-words whitespace-pre-wrap' : 'text-ink-3'}
      >
        {text}
      </span>
      {marked ? <SameMark /> : null}
    </Choice>
  );
}

function PartLine({
  cells,
  row,
  columns,
  choice,
  people,
}: {
  readonly cells: readonly PartRow[];
  readonly row: number;
  readonly columns: string;
  readonly choice: Props['choice'];
  readonly people: MergePreview['people'];
}) {
  return (
    <div className="grid items-start gap-x-3 py-0.5" style={{ gridTemplateColumns: columns }}>
      <span aria-hidden />
      {people.map(({ detail: { candidate } }, column) => {
        const own = cells.filter((cell) => cell.candidateId === candidate.id);
        return (
          <div key={candidate.id} className="flex min-w-0 flex-col gap-1">
            {own.map((cell) => (
              <Choice
                key={cell.id}
                kind="any"
                row={row}
                column={column}
                label={[cell.title, cell.hint].filter(Boolean).join(', ')}
                isChosen={choice.hasRow(cell.id)}
                onChoose={() => choice.toggleRow(cell.id)}
              >
                <span className="line-clamp-2 break-words">{cell.title}</span>
                {cell.hint === '' ? null : (
                  <span className="line-clamp-2 text-sm break-words text-ink-3">{cell.hint}</span>
                )}
                {cells.length > own.length ? <SameMark /> : null}
              </Choice>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Marks what is the same in both: why they may be one person. */
function SameMark() {
  const t = useText();
  return (
    <span className="inline-flex items-center gap-1 text-sm text-accent-ink">
      <Equal size={12} aria-hidden />
      {t('duplicates.same')}
    </span>
  );
}

const hasValue = (value: string | number | null): value is string | number =>
  value !== null && value !== '';

function isMatch(
  { people }: MergePreview,
  field: CandidateField,
  value: string | number | null,
): boolean {
  if (field !== 'name' && field !== 'location') return false;
  return (
    hasValue(value) && people.filter(({ detail }) => detail.candidate[field] === value).length > 1
  );
}
