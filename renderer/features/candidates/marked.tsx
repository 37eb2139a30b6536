interface Props {
  readonly text: string;
  /** Half-open ranges of the text, in order, not overlapping. */
  readonly hits: readonly (readonly [number, number])[];
}

/** Text with its search hits marked. */
export function Marked({ text, hits }: Props) {
  if (hits.length === 0) return text;
  const pieces = hits.flatMap(([start, end], index) => [
    text.slice(hits[index - 1]?.[1] ?? 0, start),
    <mark key={start} className="text-ink">
      {text.slice(start, end)}
    </mark>,
  ]);
  return [...pieces, text.slice(hits.at(-1)?.[1] ?? 0)];
}
