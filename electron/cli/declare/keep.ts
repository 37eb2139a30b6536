import { z } from 'zod';
import {
  backupCommand,
  listBackupsCommand,
  restoreCommand,
  verifyBackupCommand,
} from '../commands/backup';
import { doctorCommand } from '../commands/doctor';
import type { Line } from './line';
import { deskOptions } from './options';

/** What keeps the workspace well: backups, putting one back, the check. */
export function declareKeep({ program, place, opens, ended }: Line): void {
  const backup = program.command('backup').description('backups: make one, list, verify');
  opens(backup, 'make', { isDefault: true })
    .description('make one now: encrypted, read back and checked')
    .option('--to <folder>', 'in another folder than usual, which has to be there')
    .action(async (options: unknown) => {
      ended(await backupCommand(place, backupOptions.parse(options)));
    });
  opens(backup, 'list')
    .description('list the backups, newest first')
    .argument('[folder]', 'where they are; else where they usually go')
    .action(async (folder: string | undefined, options: unknown) => {
      ended(await listBackupsCommand(place, folder, deskOptions.parse(options)));
    });
  opens(backup, 'verify')
    .description('look at everything in a backup')
    .argument('<folder>', 'the backup, or a folder of several: then the newest')
    .action(async (folder: string, options: unknown) => {
      ended(await verifyBackupCommand(place, folder, deskOptions.parse(options)));
    });
  opens(program, 'restore')
    .description('put a backup in the place of the workspace, which is kept beside it')
    .argument('<folder>', 'the backup, or a folder of several: then the newest')
    .option('--yes', 'do it; else only tell what would happen')
    .action(async (folder: string, options: unknown) => {
      ended(await restoreCommand(place, folder, restoreOptions.parse(options)));
    });
  opens(program, 'doctor')
    .description('check what Longlist stands on')
    .option('--all', 'look at every page of the database and every original file: minutes')
    .action(async (options: unknown) => {
      ended(await doctorCommand(place, doctorOptions.parse(options)));
    });
}

// Commander hands options over untyped; what it was told above is said again here as types.
const backupOptions = deskOptions.extend({ to: z.string().optional() });
const restoreOptions = deskOptions.extend({ yes: z.boolean().optional() });
const doctorOptions = deskOptions.extend({ all: z.boolean().optional() });
