import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { DocumentBuilder } from './document-builder';
import { decodeText } from './extract-txt';
import { attribute, HtmlVisibility, paintsBackground } from './html-visibility';
import { Flow } from './office/flow';
import type { TextExtractor } from './text-extractor';

const EXTRACTOR = { name: 'html', version: '2' } as const;
const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'title',
]);
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'nav',
  'address',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'li',
  'table',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'body',
  'html',
  'center',
  'details',
  'summary',
]);
const BOLD = new Set(['b', 'strong', 'th']);

/** Reads HTML as text: blocks, tables, lists, links. Nothing in it runs and nothing it names is fetched. */
export const htmlExtractor: TextExtractor = {
  mediaTypes: ['text/html'],
  extract: async (bytes) => {
    const builder = new DocumentBuilder();
    const head = Buffer.from(
      bytes.buffer,
      bytes.byteOffset,
      Math.min(bytes.length, 4_096),
    ).toString('latin1');
    addHtml(builder, decodeText(bytes, /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]));
    return builder.finish('text/html', EXTRACTOR);
  },
};

export function addHtml(builder: DocumentBuilder, html: string): void {
  new HtmlWalk(builder).walk(parse(html));
}

interface Open {
  readonly node: Tree.Element | Tree.Document;
  next: number;
}

/** A walk with a stack of its own: ten thousand nested elements must not overflow the call stack. */
class HtmlWalk {
  readonly #builder: DocumentBuilder;
  readonly #flow: Flow;
  readonly #path: Open[] = [];
  readonly #links: { readonly url: string; readonly from: number }[] = [];
  #bold = 0;
  #lists = 0;
  #pre = 0;
  /** Open elements that paint a background. */
  #shaded = 0;
  readonly #visibility = new HtmlVisibility();

  constructor(builder: DocumentBuilder) {
    this.#builder = builder;
    this.#flow = new Flow(builder);
  }

  walk(document: Tree.Document): void {
    this.#path.push({ node: document, next: 0 });
    while (this.#path.length > 0) {
      const open = this.#path.at(-1);
      if (open === undefined) break;
      const child = open.node.childNodes[open.next];
      open.next += 1;
      if (child === undefined) {
        this.#path.pop();
        if (defaultTreeAdapter.isElementNode(open.node)) this.#leave(open.node);
      } else if (defaultTreeAdapter.isTextNode(child)) this.#text(child.value);
      else if (defaultTreeAdapter.isElementNode(child)) this.#enter(child);
    }
    this.#endParagraph();
  }

  #enter(element: Tree.Element): void {
    const name = element.tagName;
    if (name === 'head') this.#readSheets(element);
    if (name === 'style') this.#visibility.addSheet(rawText(element));
    if (SKIPPED.has(name)) return;
    const hidden = this.#visibility.kindOf(element, this.#shaded > 0);
    if (hidden !== null) {
      this.#builder.addHidden(hidden, textOf(element));
      return;
    }
    this.#path.push({ node: element, next: 0 });
    if (paintsBackground(element)) this.#shaded += 1;
    if (name === 'br') this.#endParagraph();
    else if (name === 'tr') {
      this.#endParagraph();
      this.#flow.openRow();
    } else if (name === 'td' || name === 'th') {
      this.#endParagraph();
      this.#flow.openCell();
    } else if (BLOCKS.has(name)) this.#endParagraph();
    if (name === 'p' || /^h[1-6]$/.test(name)) this.#builder.addBlank();
    if (name === 'li') this.#lists += 1;
    if (name === 'pre') this.#pre += 1;
    if (BOLD.has(name) || /^h[1-6]$/.test(name)) this.#bold += 1;
    if (name === 'a') {
      this.#startParagraph();
      this.#links.push({
        url: attribute(element, 'href') ?? '',
        from: this.#flow.paragraphText.length,
      });
    }
  }

  #readSheets(head: Tree.Element): void {
    for (const child of head.childNodes)
      if (defaultTreeAdapter.isElementNode(child) && child.tagName === 'style')
        this.#visibility.addSheet(rawText(child));
  }

  #leave(element: Tree.Element): void {
    const name = element.tagName;
    if (paintsBackground(element)) this.#shaded -= 1;
    if (name === 'a') {
      const link = this.#links.pop();
      if (link !== undefined && /^(?:https?:|mailto:|tel:|www\.|\/\/)/i.test(link.url))
        this.#builder.addLink(link.url, this.#flow.paragraphText.slice(link.from));
    }
    if (/^h[1-6]$/.test(name) && this.#flow.inParagraph) this.#flow.setParagraphRole('heading');
    if (BLOCKS.has(name)) this.#endParagraph();
    if (name === 'td' || name === 'th') {
      this.#endParagraph();
      this.#flow.closeCell();
    } else if (name === 'tr') {
      this.#endParagraph();
      this.#flow.closeRow();
    }
    if (name === 'li') this.#lists -= 1;
    if (name === 'pre') this.#pre -= 1;
    if (BOLD.has(name) || /^h[1-6]$/.test(name)) this.#bold -= 1;
  }

  #text(value: string): void {
    if (this.#pre > 0) {
      for (const [index, line] of value.split('\n').entries()) {
        if (index > 0) this.#endParagraph();
        if (line.trim() !== '') this.#add(line);
      }
      return;
    }
    const text = value.replace(/[ \t\r\n\f]+/g, ' ');
    if (text === ' ' && !this.#flow.inParagraph) return;
    this.#add(
      this.#flow.paragraphText === '' || this.#flow.paragraphText.endsWith(' ')
        ? text.replace(/^ /, '')
        : text,
    );
  }

  #add(text: string): void {
    if (text === '') return;
    this.#startParagraph();
    this.#flow.addText(text, this.#bold > 0, null);
  }

  #startParagraph(): void {
    if (!this.#flow.inParagraph) this.#flow.openParagraph(this.#lists > 0 ? 'list' : 'body');
  }

  #endParagraph(): void {
    if (this.#flow.inParagraph) this.#flow.closeParagraph();
  }
}

/** The text of a hidden element, for the report; bounded, without recursion. */
function textOf(element: Tree.Element): string {
  let text = '';
  const stack: Tree.ChildNode[] = [...element.childNodes].reverse();
  while (stack.length > 0 && text.length < 2_000) {
    const node = stack.pop();
    if (node === undefined) break;
    if (defaultTreeAdapter.isTextNode(node)) text += `${node.value} `;
    else if (defaultTreeAdapter.isElementNode(node) && !SKIPPED.has(node.tagName))
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child !== undefined) stack.push(child);
      }
  }
  return text.replace(/\s+/g, ' ');
}

/** The text directly inside an element: a style sheet's. */
function rawText(element: Tree.Element): string {
  let text = '';
  for (const child of element.childNodes)
    if (defaultTreeAdapter.isTextNode(child)) text += child.value;
  return text;
}
