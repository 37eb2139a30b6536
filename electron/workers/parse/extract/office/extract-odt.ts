import { DocumentBuilder } from '../document-builder';
import { LIMITS } from '../limits';
import { corrupt, passwordProtected } from '../read-failure';
import type { TextExtractor } from '../text-extractor';
import { inflateEntry, readZipDirectory } from '../zip-directory';
import { Flow } from './flow';
import { OdtPart, type OdtStyle } from './odt-part';
import { readXml } from './xml';

const EXTRACTOR = { name: 'odt', version: '2' } as const;
const KIND = 'OpenDocument text';
export const ODT = 'application/vnd.oasis.opendocument.text';

/** Reads ODT: headers and footers of the page styles, then the content with tables, text boxes and links. */
export const odtExtractor: TextExtractor = {
  mediaTypes: [ODT],
  extract: async (bytes) => {
    const entries = readZipDirectory(bytes, KIND);
    const read = (name: string): Uint8Array | null => {
      const entry = entries.find((candidate) => candidate.name === name);
      return entry === undefined ? null : inflateEntry(bytes, entry, KIND, LIMITS.officePartBytes);
    };
    const manifest = read('META-INF/manifest.xml');
    if (manifest !== null && Buffer.from(manifest).includes('encryption-data'))
      throw passwordProtected(KIND);
    const content = read('content.xml');
    if (content === null) throw corrupt(KIND);
    const builder = new DocumentBuilder();
    const flow = new Flow(builder);
    const styles = new Map<string, OdtStyle>();
    const common = read('styles.xml');
    // Page headers and footers live with the styles: one pass for what stands above the text, one for what stands below.
    if (common !== null) readXml(common, KIND, new OdtPart(flow, builder, styles, 'header'));
    readXml(content, KIND, new OdtPart(flow, builder, styles, 'body'));
    if (common !== null) readXml(common, KIND, new OdtPart(flow, builder, styles, 'footer'));
    return builder.finish(ODT, EXTRACTOR);
  },
};
