import type { DocumentBuilder } from '../document-builder';
import type { Flow } from './flow';
import type { XmlHandler } from './xml';

export interface OdtStyle {
  bold: boolean;
  size: number | null;
  hidden: boolean;
}

const PLAIN: OdtStyle = { bold: false, size: null, hidden: false };
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
const HEADER = /^header/;
const FOOTER = /^footer/;
const TINY = 4;

/** Turns the events of `content.xml` or `styles.xml` into paragraphs, tables, text boxes and links. */
export class OdtPart implements XmlHandler {
  readonly #flow: Flow;
  readonly #builder: DocumentBuilder;
  readonly #styles: Map<string, OdtStyle>;
  readonly #wanted: 'header' | 'body' | 'footer';
  readonly #formats: OdtStyle[] = [];
  readonly #links: { readonly url: string; readonly from: number }[] = [];
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
    } else if (name === 'text-properties' && this.#style !== null)
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
        return;
      case 'table-cell':
        this.#flow.openCell();
        return;
      case 'text-box':
        this.#flow.openBox();
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
        return;
      case 'table-cell':
        this.#flow.closeCell();
        return;
      case 'text-box':
        this.#flow.closeBox();
        return;
      default:
    }
  }

  #add(text: string): void {
    const format = this.#formats.at(-1) ?? PLAIN;
    if (format.hidden || (format.size !== null && format.size < TINY)) {
      this.#builder.addHidden(format.hidden ? 'invisible-ink' : 'tiny', text);
      return;
    }
    this.#flow.addText(text, format.bold, format.size);
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
}
