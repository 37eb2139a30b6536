import { describeImports } from './describe-imports';
import { describeSearch } from './describe-search';
import { describeStore } from './describe-store';
import { makeSqliteHarness } from './sqlite-harness';

describeStore('SQLite', makeSqliteHarness);
describeSearch('SQLite', makeSqliteHarness);
describeImports('SQLite', makeSqliteHarness);
