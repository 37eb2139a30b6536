/**
 * A name for a file on any system, made of one that anybody may have written: letters, digits and a few signs; never a path, never longer
 * than a disk takes. Two names may become the same.
 */
export function safeName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
  const safe = clean(stem, 80).replace(/^[ .]+|[ .]+$/g, '') || 'file';
  const ending = clean(end, 10).replaceAll('.', '').trim();
  return ending === '' ? safe : `${safe}.${ending}`;
}

const clean = (text: string, most: number): string =>
  [
    ...text
      .normalize('NFC')
      .replace(/[^\p{L}\p{N} _.-]+/gu, '_')
      .replace(/\.+/g, '.'),
  ]
    .slice(0, most)
    .join('');
