import iconv from 'iconv-lite';
import type { TableEncoding } from '@/shared/domain/tables/formats';

/** The text of the first bytes of a file; a letter that they cut through is left out. */
export const decode = (head: Uint8Array, encoding: TableEncoding): string =>
  iconv.decode(Buffer.from(head), encoding, { stripBOM: true }).replace(/\ufffd+$/, '');
