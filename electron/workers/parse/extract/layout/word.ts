import type { Box } from '@/shared/domain/parsing/extracted-document';
import type { HiddenKind } from '../clean-text';

/** A word as drawn on a page. Points from the top left of the page as a person sees it; `y` is the top. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly fontSize: number;
  readonly bold: boolean;
  /** How far apart its letters stand by design, in points; 0 for ordinary text. */
  readonly tracking: number;
  /** Direction of writing in degrees, 0 for ordinary text. */
  readonly angle: number;
  readonly hidden: HiddenKind | null;
  /** Where it stands on the page, where the place above is one put straight. */
  readonly drawn?: Box;
}
