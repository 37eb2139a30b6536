// Who may import whom. The comment of a rule is the sentence of ARCHITECTURE.md that it enforces, and is what a broken rule prints.

const ROOMS = {
  ladder:
    'kit ← domain ← contract ← usecases: each may use those to its left, and shared/ runs anywhere: no Node, no DOM, no Electron.',
  db: 'db uses kit, domain, usecases/ports.',
  renderer:
    "renderer uses kit, domain, contract; a feature uses ui, lib, app's public hooks, never another feature's inside.",
  main: 'electron/main uses kit, contract and electron.',
  core: 'electron/core, workers, cli use shared and db/sqlite, never electron.',
  server: 'server uses shared and db/postgres.',
  outside: 'Nobody imports electron/, renderer/ or server/ from outside.',
};

/** Tests, benchmarks, evaluations and configuration look at everything; the rules are about the programs. */
const NOT_A_PROGRAM = '\\.test\\.tsx?$|^(tests|bench|eval|scripts|db/store-tests)/|^[^/]+$';

/** What two processes say to each other: types that both ends of a port need. */
const MESSAGES = '^electron/.+-messages\\.ts$';

/** Packages and files that a room may not reach; `within` and `mayUse` are regular expressions over paths. */
function room(name, comment, within, mayUse) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: within, pathNot: NOT_A_PROGRAM },
    to: {
      path: '^(shared|db|electron|renderer|server|resources|bench|eval|tests|scripts)/',
      pathNot: [within, ...mayUse],
    },
  };
}

/** A package or a Node module that a room may not import. */
function without(name, comment, within, packages, exceptIn = []) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: within, pathNot: [NOT_A_PROGRAM, ...exceptIn] },
    to: packages,
  };
}

const KIT = '^shared/kit/';
const DOMAIN = '^shared/domain/';
const CONTRACT = '^shared/contract/';
const PORTS = '^shared/usecases/ports/';
const DATA = '^resources/.+\\.(json|css)$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'No cycles anywhere.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-found',
      comment:
        'An import leads nowhere: a typing mistake, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      // Benchmarks measure the built programs, which are not there in a fresh clone.
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },

    room('kit', ROOMS.ladder, KIT, []),
    room('domain', ROOMS.ladder, DOMAIN, [KIT, DATA]),
    room('contract', ROOMS.ladder, CONTRACT, [KIT, DOMAIN]),
    room('usecases', ROOMS.ladder, '^shared/usecases/', [KIT, DOMAIN, CONTRACT]),
    without('shared-without-node', ROOMS.ladder, '^shared/', { dependencyTypes: ['core'] }),
    without('shared-without-runtime', ROOMS.ladder, '^shared/', {
      path: 'node_modules/(electron|react|react-dom|better-sqlite3|drizzle-orm)/',
    }),

    room('db', ROOMS.db, '^db/', [KIT, DOMAIN, PORTS, DATA]),
    without('sql-in-db-only', 'No SQL outside db/.', '^(shared|electron|renderer|server)/', {
      path: 'node_modules/(better-sqlite3|drizzle-orm)/',
    }),

    room('renderer', ROOMS.renderer, '^renderer/', [KIT, DOMAIN, CONTRACT, DATA]),
    without('renderer-without-node', ROOMS.renderer, '^renderer/', { dependencyTypes: ['core'] }),
    without('renderer-without-electron', ROOMS.renderer, '^renderer/', {
      path: 'node_modules/(electron|better-sqlite3|@napi-rs)/',
    }),
    without(
      'transport-in-entries-only',
      'renderer/entries is the only place where a transport is named.',
      '^renderer/',
      { path: 'node_modules/@orpc/client/.*(message-port|fetch|websocket)' },
      ['^renderer/entries/'],
    ),
    {
      name: 'feature-door',
      comment: `${ROOMS.renderer} Its index.ts is the only door.`,
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/', pathNot: NOT_A_PROGRAM },
      to: {
        path: '^renderer/features/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'feature-door-from-app',
      comment: `${ROOMS.renderer} Its index.ts is the only door.`,
      severity: 'error',
      from: { path: '^renderer/', pathNot: ['^renderer/features/', NOT_A_PROGRAM] },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'ui-knows-no-subject',
      comment:
        'renderer/ui is the design system and renderer/lib has no subject: neither knows a feature or the app.',
      severity: 'error',
      from: { path: '^renderer/(ui|lib)/', pathNot: NOT_A_PROGRAM },
      to: { path: '^renderer/(features|app|entries)/' },
    },

    room('main', ROOMS.main, '^electron/(main|preload)/', [KIT, CONTRACT, MESSAGES]),
    room('core', ROOMS.core, '^electron/(core|workers|cli)/', ['^shared/', '^db/sqlite/', DATA]),
    without(
      'electron-in-main-only',
      'Only electron/main and the preload script import electron.',
      '^(shared|db|electron|renderer|server)/',
      { path: '^(node_modules/electron/|electron$)', dependencyTypesNot: ['local'] },
      ['^electron/(main|preload)/'],
    ),

    {
      name: 'self-identification-apart',
      comment:
        'What people said of themselves is read by the thread of the workbook alone, and by nothing that hires.',
      severity: 'error',
      from: {
        pathNot: [
          '^db/sqlite/self-identification/',
          '^electron/workers/adverse-impact/',
          NOT_A_PROGRAM,
        ],
      },
      to: { path: '^db/sqlite/self-identification/' },
    },
    {
      name: 'adverse-impact-apart',
      comment:
        'The workbook has a desk, a router and a screen of its own; no other use-case or feature knows it.',
      severity: 'error',
      from: {
        pathNot: [
          '/adverse-impact/',
          '/adverse-impact\\.ts$',
          '^db/sqlite/(self-identification/|stores/impact-outcomes)',
          '^electron/core/(session|router/index)\\.ts$',
          // Erasure and data requests, and what encrypts its file.
          '^electron/core/(privacy|keys)/',
          '^shared/contract/api/index\\.ts$',
          '^renderer/app/(router|features)\\.tsx?$',
          NOT_A_PROGRAM,
        ],
      },
      to: {
        path: '/adverse-impact(/|\\.ts$)|^electron/workers/adverse-impact/|impact-outcomes\\.ts$',
      },
    },

    room('server', ROOMS.server, '^server/', ['^shared/', '^db/postgres/', DATA]),
    {
      name: 'closed-houses',
      comment: ROOMS.outside,
      severity: 'error',
      from: { path: '^(shared|db|electron|renderer|server|resources)/', pathNot: NOT_A_PROGRAM },
      to: { path: '^(electron|renderer|server)/', pathNot: '^$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The sample CVs are made by a package of its own, with its own dependencies.
    exclude: { path: '^(dist|release|scripts/samples)/' },
    // Types count: an import of a type is knowledge of the other room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
