import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { CLIENT_STATUSES } from '@/shared/domain/clients/records';
import {
  clientDetailSchema,
  clientListRequestSchema,
  clientsPageSchema,
} from '@/shared/domain/clients/views';
import { LONGEST_TEXT } from '@/shared/domain/custom-fields/custom-value';
import { activityPageSchema, activityRequestSchema } from '@/shared/domain/history/activity';
import { idSchema } from '@/shared/kit/ids';

const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });
const line = z.string().trim().max(300).nullable();

const clientFields = {
  companyName: z.string().trim().min(1).max(300),
  status: z.enum(CLIENT_STATUSES),
  industry: line,
  website: line,
  phone: line,
  address: z.string().trim().max(1000).nullable(),
  city: line,
  state: line,
  country: line,
  postalCode: line,
  notes: z.string().max(50_000),
  offLimits: z.boolean(),
  offLimitsReason: z.string().trim().max(1000).nullable(),
};

const contactValues = z.object({
  name: z.string().trim().min(1).max(300),
  email: line,
  phone: line,
  title: line,
});

/** Companies that hire, and the people there. */
export const clientsContract = {
  list: procedure('client.read').input(clientListRequestSchema).output(clientsPageSchema),
  get: procedure('client.read')
    .input(z.object({ id: idSchema }))
    .output(clientDetailSchema),
  /** INVALID when there is one of that name (compared folded); `details.clientId` is its id. */
  create: procedure('client.edit')
    .input(z.object(clientFields).partial().required({ companyName: true }))
    .output(committed.extend({ id: idSchema })),
  /** NOT_FOUND, CONFLICT; INVALID for a name in use and for off limits without a reason. */
  edit: procedure('client.edit')
    .input(z.object({ ...versioned, patch: z.object(clientFields).partial() }))
    .output(committed),
  /** INVALID when it has jobs. */
  delete: procedure('client.edit').input(z.object(versioned)).output(committed),
  addContact: procedure('client.edit')
    .input(z.object({ clientId: idSchema, values: contactValues }))
    .output(committed.extend({ id: idSchema })),
  editContact: procedure('client.edit')
    .input(z.object({ ...versioned, values: contactValues }))
    .output(committed),
  /** Takes the contact off the teams of jobs too. */
  deleteContact: procedure('client.edit').input(z.object(versioned)).output(committed),
  /** What a client has in a custom field; null for nothing. `version` is the client's. */
  setCustomValue: procedure('client.edit')
    .input(
      z.object({
        ...versioned,
        fieldId: idSchema,
        value: z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean(), z.null()]),
      }),
    )
    .output(committed),
  /** What was done to the client and its contacts, and the steps of candidates on its jobs. */
  activity: procedure('client.read').input(activityRequestSchema).output(activityPageSchema),
};
