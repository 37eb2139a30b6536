import type { HiddenKind } from '../clean-text';
import type { DocumentBuilder } from '../document-builder';
import { type DocxStyles, isOff } from './docx-styles';
import type { Flow } from './flow';
import type { XmlHandler } from './xml';

interface RunFormat {
  bold: boolean;
  size: number | null;
  hidden: boolean;
  white: boolean;
  shaded: boolean;
}

interface ParagraphFormat {
  readonly run: RunFormat;
  shaded: boolean;
}

const PLAIN: RunFormat = { bold: false, size: null, hidden: false, white: false, shaded: false };
/** Elements whose text is not on the page: deleted text, field instructions, the second form of a drawing … */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'txbxFallback',
  'oMath',
]);
const TINY = 4;

/** Turns the events of one WordprocessingML part into paragraphs, tables, text boxes and links. */
export class DocxPart implements XmlHandler {
  readonly #flow: Flow;
  readonly #builder: DocumentBuilder;
  readonly #styles: DocxStyles;
  readonly #links: ReadonlyMap<string, string>;
  readonly #painted: boolean;
  readonly #path: string[] = [];
  /** A text box inside a run inside a paragraph: what is left off is taken up again when the box ends. */
  readonly #paragraphs: ParagraphFormat[] = [];
  readonly #runs: RunFormat[] = [];
  readonly #cellShading: boolean[] = [];
  readonly #openLinks: { readonly url: string; readonly from: number }[] = [];
  #instruction = '';
  #boxes = 0;
  #skip = 0;
  /** One for each open content control: whether it shows its placeholder. */
  readonly #controls: boolean[] = [];
  #text = false;

  /** `painted`: shapes lie behind the text, and nobody can tell without drawing the page what white text stands on. */
  constructor(
    flow: Flow,
    builder: DocumentBuilder,
    styles: DocxStyles,
    links: ReadonlyMap<string, string>,
    painted: boolean,
  ) {
    this.#flow = flow;
    this.#builder = builder;
    this.#styles = styles;
    this.#links = links;
    this.#painted = painted;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (this.#skip > 0 || SKIPPED.has(name)) {
      // `Fallback` is skipped because `Choice` holds the same box; field instructions are kept aside for their links.
      if (name === 'instrText' && this.#skip === 0) this.#text = true;
      this.#skip += 1;
      return;
    }
    this.#openElement(name, attributes, parent);
  };

  close = (name: string): void => {
    this.#path.pop();
    if (this.#skip > 0) {
      this.#skip -= 1;
      if (name === 'instrText') this.#text = false;
      return;
    }
    this.#closeElement(name);
  };

  text = (text: string): void => {
    if (!this.#text) return;
    if (this.#skip > 0) this.#instruction += text;
    else this.#addText(text);
  };

  #openElement(
    name: string,
    attributes: Readonly<Record<string, string>>,
    parent: string | undefined,
  ): void {
    const paragraph = this.#paragraphs.at(-1);
    const run = this.#runs.at(-1);
    const target = parent === 'rPr' && run !== undefined ? run : null;
    switch (name) {
      case 'p':
        this.#flow.openParagraph();
        this.#paragraphs.push({ run: { ...PLAIN, size: this.#styles.defaultSize }, shaded: false });
        return;
      case 'r':
        this.#runs.push({ ...(paragraph?.run ?? PLAIN) });
        return;
      case 't':
        this.#text = true;
        return;
      case 'tab':
        if (parent === 'r') this.#addText('\t');
        return;
      case 'br':
      case 'cr':
        this.#addText('\n');
        return;
      case 'noBreakHyphen':
        this.#addText('-');
        return;
      case 'sym':
        this.#addText(' ');
        return;
      case 'pStyle':
        this.#applyParagraphStyle(attributes.val ?? '');
        return;
      case 'rStyle':
        if (target !== null) this.#applyRunStyle(target, attributes.val ?? '');
        return;
      case 'numPr':
        if (parent === 'pPr') this.#flow.setParagraphRole('list');
        return;
      case 'outlineLvl':
        if (parent === 'pPr' && Number(attributes.val) < 6) this.#flow.setParagraphRole('heading');
        return;
      case 'b':
        if (target !== null) target.bold = !isOff(attributes.val);
        return;
      case 'sz':
        if (target !== null) target.size = Number(attributes.val) / 2 || target.size;
        return;
      case 'vanish':
        if (target !== null) target.hidden = !isOff(attributes.val);
        return;
      case 'color':
        if (target !== null) target.white = /^ffffff$/i.test(attributes.val ?? '');
        return;
      case 'highlight':
        if (target !== null) target.shaded = true;
        return;
      case 'shd':
        this.#shade(attributes.fill ?? '', parent, target, paragraph);
        return;
      case 'hyperlink':
        this.#openLinks.push({
          url: this.#links.get(attributes.id ?? '') ?? '',
          from: this.#flow.paragraphText.length,
        });
        return;
      case 'fldSimple':
        this.#openLinks.push({
          url: linkIn(attributes.instr ?? ''),
          from: this.#flow.paragraphText.length,
        });
        return;
      case 'fldChar':
        this.#field(attributes.fldCharType ?? '');
        return;
      case 'tr':
        this.#flow.openRow();
        return;
      case 'tc':
        this.#flow.openCell();
        this.#cellShading.push(this.#cellShading.at(-1) ?? false);
        return;
      case 'txbxContent':
        this.#boxes += 1;
        this.#flow.openBox();
        return;
      case 'showingPlcHdr':
        if (this.#controls.length > 0) this.#controls[this.#controls.length - 1] = true;
        return;
      case 'sdt':
        this.#controls.push(false);
        return;
      default:
    }
  }

  #closeElement(name: string): void {
    switch (name) {
      case 'p':
        this.#paragraphs.pop();
        this.#flow.closeParagraph();
        return;
      case 'r':
        this.#runs.pop();
        return;
      case 't':
        this.#text = false;
        return;
      case 'hyperlink':
      case 'fldSimple':
        this.#closeLink();
        return;
      case 'tr':
        this.#flow.closeRow();
        return;
      case 'tc':
        this.#cellShading.pop();
        this.#flow.closeCell();
        return;
      case 'txbxContent':
        this.#boxes -= 1;
        this.#flow.closeBox();
        return;
      case 'sdt':
        this.#controls.pop();
        return;
      default:
    }
  }

  #addText(text: string): void {
    // "Click here to enter text" of a form that was not filled in.
    if (this.#controls.includes(true)) return;
    const run = this.#runs.at(-1) ?? PLAIN;
    const hidden = this.#hiddenKind(run);
    if (hidden !== null && text.trim() !== '') {
      this.#builder.addHidden(hidden, text);
      return;
    }
    this.#flow.addText(text, run.bold, run.size);
  }

  #hiddenKind(run: RunFormat): HiddenKind | null {
    if (run.hidden) return 'invisible-ink';
    if (run.size !== null && run.size < TINY) return 'tiny';
    // White text stands on shading, or in a box or table whose colours come from elsewhere; on nothing it is hidden.
    const shaded =
      run.shaded ||
      (this.#paragraphs.at(-1)?.shaded ?? false) ||
      this.#cellShading.includes(true) ||
      this.#painted ||
      this.#boxes > 0;
    return run.white && !shaded ? 'invisible-ink' : null;
  }

  #applyParagraphStyle(id: string): void {
    const style = this.#styles.get(id);
    const paragraph = this.#paragraphs.at(-1);
    if (style === undefined || paragraph === undefined) return;
    if (style.heading) this.#flow.setParagraphRole('heading');
    else if (style.list) this.#flow.setParagraphRole('list');
    paragraph.run.bold = style.bold;
    paragraph.run.size = style.size ?? paragraph.run.size;
    paragraph.run.white = style.white;
    paragraph.run.hidden = style.hidden;
    paragraph.shaded = style.shaded;
  }

  #applyRunStyle(run: RunFormat, id: string): void {
    const style = this.#styles.get(id);
    if (style === undefined) return;
    run.bold ||= style.bold;
    run.size = style.size ?? run.size;
    run.white ||= style.white;
    run.shaded ||= style.shaded;
    run.hidden ||= style.hidden;
  }

  #shade(
    fill: string,
    parent: string | undefined,
    run: RunFormat | null,
    paragraph: ParagraphFormat | undefined,
  ): void {
    if (/^(?:auto|ffffff|)$/i.test(fill)) return;
    if (run !== null) run.shaded = true;
    else if (parent === 'pPr' && paragraph !== undefined) paragraph.shaded = true;
    else if (parent === 'tcPr') this.#cellShading[this.#cellShading.length - 1] = true;
  }

  /** A complex field: begin, instruction, separate, shown text, end. */
  #field(type: string): void {
    if (type === 'begin') this.#instruction = '';
    else if (type === 'separate') {
      this.#openLinks.push({
        url: linkIn(this.#instruction),
        from: this.#flow.paragraphText.length,
      });
      this.#instruction = '';
    } else if (type === 'end') this.#closeLink();
  }

  #closeLink(): void {
    const link = this.#openLinks.pop();
    if (link === undefined || link.url === '') return;
    this.#builder.addLink(link.url, this.#flow.paragraphText.slice(link.from));
  }
}

const linkIn = (instruction: string): string =>
  /HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction)?.[1] ?? '';
