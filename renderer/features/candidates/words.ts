import type { MessageId } from '@/renderer/lib/text';
import type { Tone } from '@/renderer/ui/chips';
import type { CandidateSource } from '@/shared/domain/candidates/records';

/** What the sources of candidates are called. */
export const SOURCE_NAMES: Readonly<Record<CandidateSource, MessageId>> = {
  folder: 'candidates.source.folder',
  upload: 'candidates.source.upload',
  gmail: 'candidates.source.gmail',
  drive: 'candidates.source.drive',
  portal: 'candidates.source.portal',
  manual: 'candidates.source.manual',
  sample: 'candidates.source.sample',
};

/** The looks of a tag's colour; an unknown one is grey. */
export function tagTone(colour: string): Tone {
  switch (colour) {
    case 'blue':
      return 'accent';
    case 'green':
      return 'good';
    case 'amber':
      return 'warn';
    case 'red':
      return 'bad';
    case 'violet':
      return 'violet';
    default:
      return 'neutral';
  }
}
