import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits';
import { corrupt, ReadFailure } from '../read-failure';

export interface XmlHandler {
  /** `name` is the local name without its prefix; attributes likewise. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Reads an XML part of an office document. A document type declaration is refused outright, so no entity can be defined, and
 * depth is bounded. Entities other than the five of XML are an error in saxes.
 */
export function readXml(bytes: Uint8Array, kind: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new ReadFailure(
      'UNSAFE_CONTENT',
      `This ${kind} carries a document type declaration, as no CV needs and attacks use. Save it anew in a word processor and import that.`,
    );
  });
  parser.on('error', () => {
    throw corrupt(kind);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth)
      throw new ReadFailure(
        'UNSAFE_CONTENT',
        `This ${kind} is nested deeper than any real document. Save it anew in a word processor and import that.`,
      );
    handler.open(local(tag.name), localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(local(tag.name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  const source = decodeXml(bytes);
  parser.write(source).close();
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const NONE: Readonly<Record<string, string>> = Object.freeze({});

function localAttributes(
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let out: Record<string, string> | null = null;
  for (const name in attributes) {
    out ??= {};
    out[local(name)] = attributes[name] ?? '';
  }
  return out ?? NONE;
}

function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le', 2);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
    return buffer.toString('utf8', 3);
  return buffer.toString('utf8');
}
