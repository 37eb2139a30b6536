/** The rows on the page that wait for a person's eye, in the order they are read. */
const reviewRows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-review]'),
];

/** Goes to the next value to check after the one that has the focus, and shows its place in the CV. */
export function focusNextReview(): void {
  const rows = reviewRows();
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here + 1] ?? rows[0];
  const value = next?.querySelector<HTMLElement>('button');
  if (!value) return;
  next?.scrollIntoView({ block: 'nearest' });
  value.focus();
  if (value.getAttribute('aria-pressed') === 'false') value.click();
}

/** Says "looks right" to the value that has the focus; goes to the first one to check when none has. */
export function confirmFocused(): void {
  const row = reviewRows().find((one) => one.contains(document.activeElement));
  if (row === undefined) focusNextReview();
  else row.querySelector<HTMLElement>('[data-confirm]')?.click();
}
