export interface DocxStyle {
  readonly heading: boolean;
  readonly list: boolean;
  readonly bold: boolean;
  /** Points. */
  readonly size: number | null;
  /** The style paints a background, so white text in it can be read. */
  readonly shaded: boolean;
  readonly white: boolean;
  readonly hidden: boolean;
}

export interface DocxStyles {
  readonly get: (id: string) => DocxStyle | undefined;
  readonly defaultSize: number | null;
}

const HEADING = /^(?:heading|titre|überschrift|title|subtitle|kop|rubrik|título|titolo)\b/i;

/**
 * The few facts wanted from `styles.xml`. The part is mostly tables of styles no CV uses, several times the size of the text:
 * it is searched for its `<w:style>` blocks, not parsed.
 */
export function readDocxStyles(bytes: Uint8Array | null): DocxStyles {
  if (bytes === null) return { get: () => undefined, defaultSize: null };
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const blocks = new Map<string, string>();
  for (const block of source.split('<w:style ').slice(1)) {
    const id = /w:styleId="([^"]*)"/.exec(block)?.[1];
    if (id !== undefined) blocks.set(id, block.slice(0, Math.max(0, block.indexOf('</w:style>'))));
  }
  const defaults = source.slice(0, Math.max(0, source.indexOf('<w:style ')));
  const known = new Map<string, DocxStyle>();
  const get = (id: string, depth = 0): DocxStyle | undefined => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const block = blocks.get(id);
    if (block === undefined || depth > 10) return undefined;
    const base = /<w:basedOn w:val="([^"]*)"/.exec(block)?.[1];
    const parent = base === undefined ? undefined : get(base, depth + 1);
    const style = readStyle(block, parent);
    known.set(id, style);
    return style;
  };
  return { get: (id) => get(id), defaultSize: sizeIn(defaults) };
}

function readStyle(block: string, parent: DocxStyle | undefined): DocxStyle {
  const name = /<w:name w:val="([^"]*)"/.exec(block)?.[1] ?? '';
  const bold = /<w:b(?: w:val="([^"]*)")?\s*\/>/.exec(block);
  return {
    heading:
      HEADING.test(name) || /<w:outlineLvl w:val="[0-5]"/.test(block) || (parent?.heading ?? false),
    list: block.includes('<w:numPr>') || (parent?.list ?? false),
    bold: bold === null ? (parent?.bold ?? false) : !isOff(bold[1]),
    size: sizeIn(block) ?? parent?.size ?? null,
    shaded: isShaded(block) || (parent?.shaded ?? false),
    white: /<w:color w:val="FFFFFF"/i.test(block) || (parent?.white ?? false),
    hidden: /<w:vanish\s*\/>/.test(block) || (parent?.hidden ?? false),
  };
}

export const isOff = (value: string | undefined): boolean =>
  value === '0' || value === 'false' || value === 'none' || value === 'off';

const sizeIn = (block: string): number | null => {
  const half = /<w:sz w:val="(\d+)"/.exec(block)?.[1];
  return half === undefined ? null : Number(half) / 2;
};

const isShaded = (block: string): boolean => {
  const fill = /<w:shd [^>]*w:fill="([^"]*)"/.exec(block)?.[1];
  return fill !== undefined && !/^(?:auto|ffffff)$/i.test(fill);
};
