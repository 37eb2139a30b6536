import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { HiddenKind } from './clean-text';

/** More rules than this no CV needs; the rest are not looked at. */
const MOST_RULES = 2_000;
const NOT_DISPLAYED = /display:none|visibility:hidden|(?:^|;)opacity:0(?:\.0+)?(?:;|$|!)/;
const TINY = /font-size:(?:[0-3](?:\.\d+)?(?:px|pt)?|0[a-z%]*)(?:;|$|!)/;
const FAR_OFF = /(?:left|top|text-indent):-\d{4,}/;
const WHITE = /(?:^|;)color:(?:white|#fff|#ffffff|rgba?\(255,255,255(?:,1)?\))(?:;|$|!)/;
const BACKGROUND =
  /(?:^|;)background(?:-color|-image)?:(?!none|transparent|white|#fff(?:fff)?(?:;|$|!))/;

/**
 * What of a page nobody sees: by the `hidden` attribute, by the element's own style, and by rules of the page's style sheets
 * that name one class, id or element. Anything said only under a condition (`@media print`) is not looked at.
 */
export class HtmlVisibility {
  readonly #hiding = new Map<string, HiddenKind>();
  #paints = false;

  /** Takes in the text of a `<style>` element. */
  addSheet(css: string): void {
    let depth = 0;
    let from = 0;
    let rules = 0;
    for (let at = 0; at < css.length && rules < MOST_RULES; at += 1) {
      const char = css[at];
      if (char === '{') {
        depth += 1;
        if (depth > 1) continue;
        const close = css.indexOf('}', at);
        const end = close < 0 ? css.length : close;
        const selectors = css.slice(from, at);
        if (selectors.includes('@')) continue;
        this.#addRule(selectors, css.slice(at + 1, end));
        rules += 1;
        at = end;
        depth = 0;
        from = end + 1;
      } else if (char === '}') {
        depth = Math.max(0, depth - 1);
        if (depth === 0) from = at + 1;
      }
    }
  }

  /** `shaded`: an element around this one paints a background. */
  kindOf(element: Tree.Element, shaded: boolean): HiddenKind | null {
    if (attribute(element, 'hidden') !== undefined) return 'invisible-ink';
    const classes = (attribute(element, 'class') ?? '').split(/\s+/).slice(0, 20);
    for (const key of [
      element.tagName,
      `#${attribute(element, 'id') ?? ''}`,
      ...classes.map((name) => `.${name}`),
    ]) {
      const kind = this.#hiding.get(key);
      if (kind !== undefined) return kind;
    }
    const style = styleOf(element);
    if (style === '') return null;
    const kind = hidingKind(style);
    if (kind !== null) return kind;
    // White on white; where a style sheet paints backgrounds, nobody can tell without drawing the page.
    return WHITE.test(style) && !shaded && !this.#paints && !BACKGROUND.test(style)
      ? 'invisible-ink'
      : null;
  }

  #addRule(selectors: string, declarations: string): void {
    const style = declarations.toLowerCase().replace(/\s+/g, '');
    if (BACKGROUND.test(style)) this.#paints = true;
    const kind = hidingKind(style);
    if (kind === null) return;
    for (const selector of selectors.split(',')) {
      const name = selector.trim();
      if (/^[.#]?[\w-]+$/.test(name)) this.#hiding.set(name, kind);
    }
  }
}

/** Whether an element paints a background of its own that is not white. */
export const paintsBackground = (element: Tree.Element): boolean =>
  BACKGROUND.test(styleOf(element)) ||
  !/^(?:|white|#fff(?:fff)?)$/i.test(attribute(element, 'bgcolor') ?? '');

export const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

const styleOf = (element: Tree.Element): string =>
  (attribute(element, 'style') ?? '').toLowerCase().replace(/\s+/g, '');

function hidingKind(style: string): HiddenKind | null {
  if (NOT_DISPLAYED.test(style)) return 'invisible-ink';
  if (TINY.test(style)) return 'tiny';
  return FAR_OFF.test(style) ? 'off-page' : null;
}
