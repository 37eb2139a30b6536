// Spreadsheets take a cell that begins with one of these for a formula, whatever its author meant (OWASP "CSV Injection"; the wide signs
// count in Japanese and Chinese versions).
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The text of a cell of a CSV so that no spreadsheet takes it for a formula: with an apostrophe before it, as spreadsheets do it. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before `safeCell`. */
export const cellText = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell);
