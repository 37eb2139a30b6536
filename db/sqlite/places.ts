import path from 'node:path';

/** Where the database of the workspace in `dir` is. */
export const databasePathIn = (dir: string): string => path.join(dir, 'longlist.db');

/** Where its backups are. */
export const backupsIn = (dir: string): string => path.join(dir, 'backups');
