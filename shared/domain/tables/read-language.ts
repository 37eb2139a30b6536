import { squeeze } from '@/shared/kit/text';

/** `English (C1)`, `German: native`, `French - B2` → the language and the words for its level. */
export function readLanguage(item: string): {
  readonly name: string;
  readonly levelText: string | null;
} {
  const bracket = /^([^(:]+?)\s*[(:]\s*([^)]*)\)?$/.exec(item);
  const dash = /^(.+?)\s+[-–—]\s+(.+)$/.exec(item);
  const code = /^(.+?)\s+([ABC][12])$/i.exec(item);
  const [, name = item, level = ''] = bracket ?? dash ?? code ?? [];
  return { name: squeeze(name), levelText: squeeze(level) || null };
}
