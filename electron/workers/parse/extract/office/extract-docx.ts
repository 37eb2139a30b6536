import { DocumentBuilder } from '../document-builder';
import { LIMITS } from '../limits';
import { corrupt, passwordProtected } from '../read-failure';
import type { TextExtractor } from '../text-extractor';
import { inflateEntry, readZipDirectory, type ZipEntry } from '../zip-directory';
import { DocxPart } from './docx-part';
import { type DocxStyles, readDocxStyles } from './docx-styles';
import { Flow } from './flow';
import { readXml } from './xml';

const EXTRACTOR = { name: 'docx', version: '2' } as const;
const KIND = 'Word document';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads DOCX: headers, body with tables, text boxes and links, footers. Only parts inside the package are opened; targets
 * outside it (remote templates, linked pictures) are never followed, and a hyperlink is kept as text.
 */
export const docxExtractor: TextExtractor = {
  mediaTypes: [DOCX],
  extract: async (bytes) => {
    const archive = new Archive(bytes);
    if (archive.has('EncryptedPackage')) throw passwordProtected(KIND);
    const main = mainPart(archive);
    const body = archive.read(main);
    if (body === null) throw corrupt(KIND);
    const relations = readRelations(archive, main);
    const styles: DocxStyles = readDocxStyles(archive.read(sibling(main, 'styles.xml')));
    const builder = new DocumentBuilder();
    const flow = new Flow(builder);
    const painted = paintsBehindText(archive, main, relations, body);
    const readPart = (part: Uint8Array, links: ReadonlyMap<string, string>): void =>
      readXml(part, KIND, new DocxPart(flow, builder, styles, links, painted));
    const readEdge = (type: 'header' | 'footer'): void => {
      flow.role = type;
      for (const relation of relations.filter((item) => item.type === type && !item.external)) {
        const path = sibling(main, relation.target);
        const part = archive.read(path);
        if (part === null) continue;
        // First page, odd and even pages often carry the same header three times.
        flow.openBox();
        readPart(part, linksOf(readRelations(archive, path)));
        flow.closeBox();
      }
      flow.role = null;
    };
    readEdge('header');
    readPart(body, linksOf(relations));
    readEdge('footer');
    return builder.finish(DOCX, EXTRACTOR);
  },
};

/** A shape behind the text or a coloured page: in the body, or in a header, from where it reaches over the page. */
function paintsBehindText(
  archive: Archive,
  main: string,
  relations: readonly Relation[],
  body: Uint8Array,
): boolean {
  const headers = relations
    .filter((item) => item.type === 'header' && !item.external)
    .map((item) => archive.read(sibling(main, item.target)));
  return [body, ...headers].some((part) => {
    if (part === null) return false;
    const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    return ['behindDoc="1"', '<w:background ', 'z-index:-'].some((mark) => xml.includes(mark));
  });
}

class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = new Map(
      readZipDirectory(bytes, KIND).map((entry) => [
        entry.name.replace(/\\/g, '/').replace(/^\//, ''),
        entry,
      ]),
    );
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    return entry === undefined
      ? null
      : inflateEntry(this.#bytes, entry, KIND, LIMITS.officePartBytes);
  }
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

function mainPart(archive: Archive): string {
  if (archive.has('word/document.xml')) return 'word/document.xml';
  const target = readRelations(archive, '').find(
    (item) => item.type === 'officeDocument' && !item.external,
  )?.target;
  if (target === undefined) throw corrupt(KIND);
  return target.replace(/^\//, '');
}

/** The relations of a part (`''` for the package itself). */
function readRelations(archive: Archive, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/');
  const path = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
  const bytes = archive.read(path);
  if (bytes === null) return [];
  const relations: Relation[] = [];
  readXml(bytes, KIND, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      relations.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: attributes.Target ?? '',
        external: attributes.TargetMode === 'External',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

const linksOf = (relations: readonly Relation[]): ReadonlyMap<string, string> =>
  new Map(
    relations.filter((item) => item.type === 'hyperlink').map((item) => [item.id, item.target]),
  );

/** A path beside a part; an absolute target starts at the package's root. */
function sibling(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return part.slice(0, part.lastIndexOf('/') + 1) + target;
}
