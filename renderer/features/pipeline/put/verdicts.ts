import { z } from 'zod';
import { type PutVerdictView, putVerdictSchema } from '@/shared/contract/api/pipeline';

const said = z.object({ data: z.object({ candidates: z.array(putVerdictSchema) }) });

/** Who is named by a refusal that says why (OFF_LIMITS, WARNED); nobody for any other failure. */
export function verdictsOf(error: unknown): readonly PutVerdictView[] {
  const { data } = said.safeParse(error);
  return data?.data.candidates ?? [];
}
