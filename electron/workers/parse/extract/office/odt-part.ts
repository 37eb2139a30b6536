import type { DocumentBuilder } from '../document-builder';
import type { Flow } from './flow';
import type { XmlHandler } from './xml';

export interface OdtStyle {
  bold: boolean;
  size: number | null;
  hidden: boolean;
  white: boolean;
  /** Paints a background, on which white text can be read. */
  shaded: boolean;
}

const PLAIN: OdtStyle = { bold: false, size: null, hidden: false, white: false, shaded: false };
/** Elements whose text is not on the page. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'note',
  'sequence-decls',
  'forms',
  'script',
  'desc',
  'title',
]);
/** The formats of text, paragraphs, cells and boxes. */
const PROPERTIES = /^(?:text|paragraph|table-cell|table-row|table|graphic)-properties$/;
/** Not `header-style` and `header-footer-properties`, which are about their looks. */
const HEADER = /^header(?:-left|-first)?$/;
const FOOTER = /^footer(?:-left|-first)?$/;
const TINY = 4;

/** Turns the events of `content.xml` or `styles.xml` into paragraphs, tables, text boxes and links. */
export class OdtPart implements XmlHandler {
  readonly #flow: Flow;
  readonly #builder: DocumentBuilder;
  readonly #styles: Map<string, OdtStyle>;
  readonly #wanted: 'header' | 'body' | 'footer';
  readonly #formats: OdtStyle[] = [];
  readonly #links: { readonly url: string; readonly from: number }[] = [];
  /** One for each open row, cell and text box: whether it paints a background. */
  readonly #grounds: boolean[] = [];
  #style: OdtStyle | null = null;
  #reading: boolean;
  #lists = 0;
  #skip = 0;

  constructor(
    flow: Flow,
    builder: DocumentBuilder,
    styles: Map<string, OdtStyle>,
    wanted: 'header' | 'body' | 'footer',
  ) {
    this.#flow = flow;
    this.#builder = builder;
    this.#styles = styles;
    this.#wanted = wanted;
    this.#reading = wanted === 'body';
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.#skip > 0 || SKIPPED.has(name)) {
      this.#skip += 1;
      return;
    }
    if (name === 'style') {
      const parent = this.#styles.get(attributes['parent-style-name'] ?? '');
      this.#style = { ...(parent ?? PLAIN) };
      this.#styles.set(attributes.name ?? '', this.#style);
    } else if (PROPERTIES.test(name) && this.#style !== null)
      readProperties(this.#style, attributes);
    else if (HEADER.test(name) && this.#wanted === 'header') this.#edge('header');
    else if (FOOTER.test(name) && this.#wanted === 'footer') this.#edge('footer');
    else if (this.#reading) this.#openText(name, attributes);
  };

  close = (name: string): void => {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (name === 'style') this.#style = null;
    else if (this.#wanted !== 'body' && (HEADER.test(name) || FOOTER.test(name))) this.#endEdge();
    else if (this.#reading) this.#closeText(name);
  };

  text = (text: string): void => {
    if (this.#skip > 0 || !this.#reading || !this.#flow.inParagraph) return;
    // White space collapses as in HTML; spaces that count are elements.
    this.#add(text.replace(/\s+/g, ' '));
  };

  #openText(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'p':
      case 'h':
        this.#flow.openParagraph(name === 'h' ? 'heading' : this.#lists > 0 ? 'list' : 'body');
        this.#formats.push(this.#styles.get(attributes['style-name'] ?? '') ?? PLAIN);
        return;
      case 'span':
        this.#formats.push(
          this.#styles.get(attributes['style-name'] ?? '') ?? this.#formats.at(-1) ?? PLAIN,
        );
        return;
      case 'tab':
        this.#add('\t');
        return;
      case 'line-break':
        this.#add('\n');
        return;
      case 's':
        this.#add(' '.repeat(Math.min(100, Math.max(1, Number(attributes.c ?? 1) || 1))));
        return;
      case 'a':
        this.#links.push({ url: attributes.href ?? '', from: this.#flow.paragraphText.length });
        return;
      case 'list':
        this.#lists += 1;
        return;
      case 'table-row':
        this.#flow.openRow();
        this.#ground(attributes);
        return;
      case 'table-cell':
        this.#flow.openCell();
        this.#ground(attributes);
        return;
      case 'text-box':
        this.#flow.openBox();
        // Its colour comes from the frame around it, or from a shape behind it.
        this.#grounds.push(true);
        return;
      default:
    }
  }

  #closeText(name: string): void {
    switch (name) {
      case 'p':
      case 'h':
        this.#formats.pop();
        this.#flow.closeParagraph();
        return;
      case 'span':
        this.#formats.pop();
        return;
      case 'a': {
        const link = this.#links.pop();
        if (link !== undefined)
          this.#builder.addLink(link.url, this.#flow.paragraphText.slice(link.from));
        return;
      }
      case 'list':
        this.#lists -= 1;
        return;
      case 'table-row':
        this.#flow.closeRow();
        this.#grounds.pop();
        return;
      case 'table-cell':
        this.#flow.closeCell();
        this.#grounds.pop();
        return;
      case 'text-box':
        this.#flow.closeBox();
        this.#grounds.pop();
        return;
      default:
    }
  }

  #add(text: string): void {
    const format = this.#formats.at(-1) ?? PLAIN;
    const shaded = this.#grounds.includes(true) || this.#formats.some((open) => open.shaded);
    const unseen = format.hidden || (format.white && !shaded);
    if (unseen || (format.size !== null && format.size < TINY)) {
      this.#builder.addHidden(unseen ? 'invisible-ink' : 'tiny', text);
      return;
    }
    this.#flow.addText(text, format.bold, format.size);
  }

  /** Remembers whether a row or cell paints a background. */
  #ground(attributes: Readonly<Record<string, string>>): void {
    this.#grounds.push(this.#styles.get(attributes['style-name'] ?? '')?.shaded ?? false);
  }

  #edge(role: 'header' | 'footer'): void {
    this.#reading = true;
    this.#flow.role = role;
    this.#flow.openBox();
  }

  #endEdge(): void {
    if (!this.#reading) return;
    this.#flow.closeBox();
    this.#flow.role = null;
    this.#reading = false;
  }
}

function readProperties(style: OdtStyle, attributes: Readonly<Record<string, string>>): void {
  const weight = attributes['font-weight'];
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
  const size = /^([\d.]+)pt$/.exec(attributes['font-size'] ?? '')?.[1];
  if (size !== undefined) style.size = Number(size);
  if (attributes.display === 'none') style.hidden = true;
  if (attributes.color !== undefined) style.white = /^#ffffff$/i.test(attributes.color);
  const ground = attributes['background-color'];
  if (ground !== undefined) style.shaded = !/^(?:transparent|#ffffff)$/i.test(ground);
}
