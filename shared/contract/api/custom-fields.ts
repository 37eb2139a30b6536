import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { LONGEST_TEXT } from '@/shared/domain/custom-fields/custom-value';
import {
  CUSTOM_FIELD_ENTITIES,
  CUSTOM_FIELD_KINDS,
  customFieldSchema,
} from '@/shared/domain/custom-fields/records';
import { idSchema } from '@/shared/kit/ids';

const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });
/** Of whom the fields are. */
const entity = z.enum(CUSTOM_FIELD_ENTITIES).default('candidate');
const label = z.string().trim().min(1).max(60);
const options = z.array(z.string().trim().min(1).max(100)).max(100);

/** Fields that a workspace keeps beside those everybody keeps. */
export const customFieldsContract = {
  /** In their order on screen; with `archived`, those no longer offered behind them. */
  list: procedure('candidate.read')
    .input(z.object({ entity, archived: z.boolean().default(false) }))
    .output(z.array(customFieldSchema)),
  /** Adds a field behind the others. INVALID for a label that another one has, and for a choice without choices. */
  create: procedure('settings.change')
    .input(
      z.object({ entity, label, kind: z.enum(CUSTOM_FIELD_KINDS), options: options.default([]) }),
    )
    .output(committed.extend({ id: idSchema })),
  /** Gives a field another label, or other choices. A choice that goes stays with those who have it. INVALID as in `create`. */
  edit: procedure('settings.change')
    .input(z.object({ ...versioned, label, options: options.default([]) }))
    .output(committed),
  /** All fields that are offered, in their new order. CONFLICT when they are not just these. */
  reorder: procedure('settings.change')
    .input(z.object({ entity, ids: z.array(idSchema).min(1).max(200) }))
    .output(committed),
  /** Offers a field no longer, or again; what was entered stays. */
  archive: procedure('settings.change')
    .input(z.object({ ...versioned, archived: z.boolean() }))
    .output(committed),
  /**
   * Enters what a candidate has in a field; null for nothing. A day is YYYY-MM-DD. `version` is that of the value the editor saw,
   * 0 where there was none. INVALID for what is nothing for the field's kind, and for a field no longer offered.
   */
  setValue: procedure('candidate.edit')
    .input(
      z.object({
        candidateId: idSchema,
        fieldId: idSchema,
        version: z.number().int().nonnegative(),
        value: z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean(), z.null()]),
      }),
    )
    .output(committed),
};
