import { Option } from 'commander';
import { z } from 'zod';
import { JOB_STATUSES } from '@/shared/domain/jobs/records';
import { GIVEN_ROLES } from '@/shared/domain/people/manage';
import { addJobsCommand, listJobsCommand, showJobCommand } from '../commands/job';
import {
  addUserCommand,
  deactivateUserCommand,
  listUsersCommand,
  resetPasswordCommand,
} from '../commands/user';
import type { Line } from './line';
import { deskOptions, count } from './options';

/** Jobs and users. */
export function declareDesk({ program, place, opens, ended }: Line): void {
  const job = program.command('job').description('jobs of the workspace: add, list, show');
  opens(job, 'add')
    .description('add the jobs of a file; a client that is not there yet is made')
    .argument('<file>', 'one job or a list of them, JSON or YAML; docs/jobs.md has the keys')
    .action(async (file: string, options: unknown) => {
      ended(await addJobsCommand(place, file, deskOptions.parse(options)));
    });
  opens(job, 'list')
    .description('list jobs, the most pressing first')
    .addOption(new Option('--status <status>', 'only those that are').choices([...JOB_STATUSES]))
    .option('--limit <n>', 'how many to show, 1 to 200', count, 50)
    .action(async (options: unknown) => {
      ended(await listJobsCommand(place, listJobsOptions.parse(options)));
    });
  opens(job, 'show')
    .description('show one job')
    .argument('<id>', 'the id that job list prints')
    .action(async (id: string, options: unknown) => {
      ended(await showJobCommand(place, id, deskOptions.parse(options)));
    });
  const user = program.command('user').description('who may sign in: list, add, deactivate');
  opens(user, 'list')
    .description('list everybody, those deactivated too')
    .action(async (options: unknown) => {
      ended(await listUsersCommand(place, deskOptions.parse(options)));
    });
  opens(user, 'add')
    .description('let somebody in; prints the one-time password they sign in with')
    .argument('<email>', 'what they sign in with')
    .requiredOption('--name <name>', 'who they are')
    .addOption(new Option('--role <role>', 'what they may do').choices([...GIVEN_ROLES]))
    .option('--own-role <name>', 'a role of the desk’s own, by its name')
    .option('--client <name>', 'the client of a client user, by its name')
    .action(async (email: string, options: unknown) => {
      ended(await addUserCommand(place, email, addUserOptions.parse(options)));
    });
  for (const [name, deed, description] of USER_DEEDS) {
    opens(user, name)
      .description(description)
      .argument('<email>', 'what they sign in with')
      .action(async (email: string, options: unknown) => {
        ended(await deed(place, email, deskOptions.parse(options)));
      });
  }
}

// Commander hands options over untyped; what it was told above is said again here as types.
const listJobsOptions = deskOptions.extend({
  status: z.enum(JOB_STATUSES).optional(),
  limit: z.number().int(),
});
const addUserOptions = deskOptions.extend({
  name: z.string(),
  role: z.enum(GIVEN_ROLES).optional(),
  ownRole: z.string().optional(),
  client: z.string().optional(),
});

const USER_DEEDS = [
  ['deactivate', deactivateUserCommand, 'let somebody in no more; what they did stays'],
  ['reset-password', resetPasswordCommand, 'print a new one-time password for somebody'],
] as const;
