import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { BLIND_FIELDS } from '@/shared/domain/blind/settings';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { privacySettingsSchema } from '@/shared/domain/privacy/settings';
import { idSchema } from '@/shared/kit/ids';

/**
 * The roles every workspace has. They say whom somebody reaches (shared/domain/access); a role of one's own (`CustomRole`) narrows what
 * somebody with one of them may do.
 */
export const ROLES = [
  'admin',
  'recruiter',
  'client_user',
  'interviewer',
  'auditor',
  'candidate',
] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const userSchema = z.object({
  ...recordBase,
  name: z.string().min(1).max(200),
  /** What somebody signs in with, in lower case; null for the one person of a desk that nobody signs in to. */
  email: z.string().max(320).nullable(),
  phone: z.string().max(50).nullable(),
  role: roleSchema,
  /** The role of one's own that narrows `role`; null for all that `role` may. */
  roleId: idSchema.nullable(),
  /** Whose client a client user is, or the one client that a narrowed role is limited to. */
  clientId: idSchema.nullable(),
  status: z.enum(['active', 'deactivated']),
});
export type User = z.infer<typeof userSchema>;

/** Who is asking. Attached by the receiving side of a call, never taken from the caller. */
export const actorSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: roleSchema,
  /** Whose client a client user is, or the one client somebody is limited to. Absent and null: no client. */
  clientId: idSchema.nullable().optional(),
  /** What a role of one's own allows; it never allows more than `role` does. Absent: all that `role` allows. */
  permissions: z.array(z.enum(PERMISSIONS)).readonly().optional(),
  /** What of candidates is hidden from them, where they review blind. */
  blind: z.array(z.enum(BLIND_FIELDS)).readonly().optional(),
});
export type Actor = z.infer<typeof actorSchema>;

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;

/** What a person chose for this workspace. */
export const settingsSchema = z.object({
  theme: z.enum(THEMES),
  density: z.enum(DENSITIES),
  /** Tesseract codes used for pages without text, best guess first. */
  ocrLanguages: z
    .array(z.string().regex(/^[a-z_]{3,12}$/))
    .min(1)
    .max(5),
  /** Columns of the candidate table, in order. */
  candidateColumns: z.array(z.string().max(40)).max(30),
  /** Absent: as `DEFAULT_PRIVACY` says. Changed by those who look after privacy alone. */
  privacy: privacySettingsSchema.optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  ocrLanguages: ['eng'],
  candidateColumns: [
    'name',
    'headline',
    'company',
    'location',
    'totalYears',
    'skills',
    'tags',
    'updatedAt',
  ],
};

/** One row: the workspace's own identity. A file without it is not a Longlist database. */
export const workspaceSchema = z.object({
  ...recordBase,
  name: z.string().min(1).max(200),
  settings: settingsSchema,
});
export type Workspace = z.infer<typeof workspaceSchema>;
