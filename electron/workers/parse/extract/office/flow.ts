import type { Line } from '@/shared/domain/parsing/extracted-document';
import type { DocumentBuilder } from '../document-builder';

interface Paragraph {
  readonly text: string;
  readonly bold: boolean;
  readonly size: number | null;
  readonly role: Line['role'];
}

interface OpenParagraph {
  text: string;
  boldLetters: number;
  sizes: Map<number, number>;
  role: Line['role'];
  /** What text boxes anchored in this paragraph hold; it follows the paragraph. */
  readonly boxes: Paragraph[];
}

interface Row {
  readonly cells: Paragraph[][];
}

/** Rows whose cells are all one short paragraph read as one line with tabs; others cell after cell. */
const ROW_AS_LINE = 240;

/**
 * The order in which the flowing text of an office document is read: paragraphs, tables row by row, text boxes once and after
 * the paragraph they hang on. Readers of DOCX and ODT report what they meet; lines go to the builder.
 */
export class Flow {
  readonly #builder: DocumentBuilder;
  readonly #paragraphs: OpenParagraph[] = [];
  /** Where finished paragraphs go: the innermost cell or text box; the document itself when empty. */
  readonly #sinks: Paragraph[][] = [];
  readonly #rows: Row[] = [];
  readonly #seenBoxes = new Set<string>();
  /** Set while a header or footer is read. */
  role: 'header' | 'footer' | null = null;

  constructor(builder: DocumentBuilder) {
    this.#builder = builder;
  }

  openParagraph(role: Line['role'] = 'body'): void {
    this.#paragraphs.push({ text: '', boldLetters: 0, sizes: new Map(), role, boxes: [] });
  }

  get inParagraph(): boolean {
    return this.#paragraphs.length > 0;
  }

  /** What the paragraph holds so far; '' outside one. */
  get paragraphText(): string {
    return this.#paragraphs.at(-1)?.text ?? '';
  }

  setParagraphRole(role: Line['role']): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.role = role;
  }

  /** `size` in points, null where the document does not say. */
  addText(text: string, bold: boolean, size: number | null): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    paragraph.text += text;
    const letters = text.trim().length;
    if (bold) paragraph.boldLetters += letters;
    if (size !== null) paragraph.sizes.set(size, (paragraph.sizes.get(size) ?? 0) + letters);
  }

  closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (open === undefined) return;
    const letters = open.text.replace(/\s/g, '').length;
    this.#put({
      text: open.text,
      bold: letters > 0 && open.boldLetters * 2 > letters,
      size: dominant(open.sizes),
      role: open.role,
    });
    for (const paragraph of open.boxes) this.#put(paragraph);
  }

  openRow(): void {
    this.#rows.push({ cells: [] });
  }

  openCell(): void {
    this.#sinks.push([]);
  }

  closeCell(): void {
    const paragraphs = this.#sinks.pop();
    if (paragraphs !== undefined) this.#rows.at(-1)?.cells.push(paragraphs);
  }

  closeRow(): void {
    const row = this.#rows.pop();
    if (row === undefined) return;
    const cells = row.cells
      .map((cell) => cell.filter((item) => item.text.trim() !== ''))
      .filter((cell) => cell.length > 0);
    const single = cells.every(
      (cell) => cell.length === 1 && !(cell[0]?.text.includes('\n') ?? false),
    );
    const length = cells.reduce((sum, cell) => sum + (cell[0]?.text.length ?? 0), 0);
    if (single && cells.length > 1 && length <= ROW_AS_LINE) {
      const parts = cells.flat();
      this.#put({
        text: parts.map((part) => part.text.trim()).join('\t'),
        bold: parts.every((part) => part.bold),
        size: parts[0]?.size ?? null,
        role: 'cell',
      });
      return;
    }
    for (const cell of cells)
      for (const paragraph of cell)
        this.#put(paragraph.role === 'body' ? { ...paragraph, role: 'cell' } : paragraph);
  }

  openBox(): void {
    this.#sinks.push([]);
  }

  /** The same box is often written twice or more (an old and a new form of it, one for each section): it is read once. */
  closeBox(): void {
    const paragraphs = this.#sinks.pop() ?? [];
    const whole = paragraphs
      .map((item) => item.text)
      .join('\n')
      .trim();
    if (whole === '' || this.#seenBoxes.has(whole)) return;
    this.#seenBoxes.add(whole);
    const host = this.#paragraphs.at(-1);
    if (host === undefined) for (const paragraph of paragraphs) this.#put(paragraph);
    else host.boxes.push(...paragraphs);
  }

  #put(paragraph: Paragraph): void {
    const sink = this.#sinks.at(-1);
    if (sink !== undefined) {
      sink.push(paragraph);
      return;
    }
    if (paragraph.text.trim() === '') {
      this.#builder.addBlank();
      return;
    }
    this.#builder.addLine({
      text: paragraph.text,
      bold: paragraph.bold,
      role: this.role ?? paragraph.role,
      ...(paragraph.size === null ? {} : { fontSize: paragraph.size }),
    });
  }
}

function dominant(sizes: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [size, letters] of sizes)
    if (letters > most) {
      most = letters;
      best = size;
    }
  return best;
}
