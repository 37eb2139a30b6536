import { describeFilters } from './describe-filters';
import { describeBulk } from './describe-bulk';
import { describeImports } from './describe-imports';
import { describeMerge } from './describe-merge';
import { describeSearch } from './describe-search';
import { describeSearchLanguage } from './describe-search-language';
import { describeSearches } from './describe-searches';
import { describeStore } from './describe-store';
import { makeSqliteHarness } from './sqlite-harness';

describeStore('SQLite', makeSqliteHarness);
describeSearch('SQLite', makeSqliteHarness);
describeSearchLanguage('SQLite', makeSqliteHarness);
describeBulk('SQLite', makeSqliteHarness);
describeSearches('SQLite', makeSqliteHarness);
describeMerge('SQLite', makeSqliteHarness);
describeImports('SQLite', makeSqliteHarness);
describeFilters('SQLite', makeSqliteHarness);
