import { z } from 'zod';
import { blindSettingsSchema } from '@/shared/domain/blind/settings';

/** What a workspace decided about people's data. */
export const privacySettingsSchema = z.object({
  /** Whether searches are written down: who searched what, when, for which job. */
  searchLog: z.boolean(),
  /** How long what was written down is kept, in months. */
  searchLogMonths: z.number().int().min(1).max(120),
  /** How long consent lasts where nobody says otherwise, in months. */
  consentMonths: z.number().int().min(1).max(120),
  /** From whom it is hidden who candidates are, and what of them. Absent: from nobody. */
  blind: blindSettingsSchema.optional(),
});
export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

export const DEFAULT_PRIVACY: PrivacySettings = {
  searchLog: true,
  searchLogMonths: 12,
  consentMonths: 24,
};

/** The settings of a workspace, also of one that was made before there were any. */
export const privacyOf = (settings: {
  readonly privacy?: PrivacySettings | undefined;
}): PrivacySettings => settings.privacy ?? DEFAULT_PRIVACY;
