import { describeStore } from './describe-store';
import { makeSqliteHarness } from './sqlite-harness';

describeStore('SQLite', makeSqliteHarness);
