/** Who may import whom: one rule per boundary, each with its reason. Read by dependency-cruiser. */

const tests = '\\.spec\\.ts$|/testing/|^test/';
const language = '^libs/workflow/';
/** What the aliases in tsconfig.base.json name. */
const face = '/(src/)?(testing/)?index\\.ts$|^libs/(engine/src/basics|workflow/src/time)\\.ts$';

const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const core = (...names) => `^(${names.join('|')})$`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** The files of a folder, tests aside, may import what is listed and nothing else. */
const only = (name, comment, folder, allowed) =>
  forbid(name, comment, { path: folder, pathNot: tests }, { pathNot: allowed });

/** The rooms of the server from top to bottom. A room imports from the rooms below it. */
const serverRooms = ['cli', 'start', 'http', 'sign-in', 'jobs', 'import', 'diagrams', 'texts', 'console'];
const inServer = (...rooms) => `^apps/server/src/(${rooms.join('|')})/`;

/** Opened stores are handed to these rooms, so they know the types of `start/`; Nest injects `Metrics` by its class. */
const takesFromStart = ['http', 'jobs'];
const givenByStart = { pathNot: '^apps/server/src/start/metrics\\.ts$', dependencyTypesNot: ['type-only'] };

/** The stages of an import in the order in which a file passes through them. */
const importStages = ['read', 'rows', 'send', 'results'];
const inImport = (...stages) => `^apps/server/src/import/(${stages.join('|')})/`;

const drivers = { 'better-sqlite3': 'sqlite', pg: 'postgres', '@kurrent': 'kurrentdb' };

const forbidden = [
  only(
    'language-is-pure',
    'A definition that sees only its arguments takes the same path in ten years, so the language ' +
      'knows xstate and zod.',
    language,
    [language, packages('xstate', 'zod')],
  ),
  only(
    'workflow-stands-alone',
    'An author works in one folder; a workflow that leaned on another or on the engine would change with it.',
    '^workflows/([^/]+)/',
    ['^workflows/$1/', language, packages('xstate', 'zod')],
  ),
  only(
    'register-only-lists',
    'Adding a workflow is one line in the register, so the register sees the index of each workflow ' +
      'and no more.',
    '^workflows/index\\.ts$',
    ['^workflows/[^/]+/index\\.ts$', language],
  ),
  forbid(
    'language-tests-stay-pure',
    'A test of a definition needs recorded histories from files, but no engine, no store and no other input.',
    { path: '^(libs/workflow|workflows)/.*(\\.spec\\.ts$|/testing/)' },
    {
      pathNot: [
        '^(libs/workflow|workflows)/',
        packages('xstate', 'zod', '@jest', 'fast-check'),
        core('fs', 'fs/promises'),
      ],
    },
  ),
  only(
    'proofs-stand-alone',
    'An auditor reads this code to trust it, so it uses hashes and signatures and nothing else.',
    '^libs/transparency/',
    ['^libs/transparency/', core('crypto')],
  ),
  only(
    'engine-knows-no-adapter',
    'Use cases speak to ports; which driver, query builder or framework is behind them is decided elsewhere.',
    '^libs/engine/',
    [
      '^libs/(engine|workflow|transparency)/',
      packages('zod'),
      core('crypto', 'events', 'timers', 'timers/promises', 'util'),
    ],
  ),
  forbid(
    'stores-fill-engine-ports',
    'An adapter knows the ports it fills; if it knew more, business rules would settle in the ' +
      'database layer.',
    { path: '^libs/stores/', pathNot: tests },
    { path: '^(apps|workflows|test|libs/(?!stores/|engine/))' },
  ),
  forbid(
    'drivers-share-nothing',
    'Each adapter is written natively for its database; they share the contract suite, plain SQL queries, ' +
      'and code that no database is behind.',
    { path: '^libs/stores/src/([^/]+)/', pathNot: tests },
    {
      path: '^libs/stores/src/[^/]+/',
      pathNot: ['^libs/stores/src/$1/', '^libs/stores/src/(accounts|jobs|keys|leases|queries|system)/'],
    },
  ),
  forbid(
    'queries-are-built-in-stores',
    'Reads have one door, `engine.queries`; a query built elsewhere would pass by what it permits, ' +
      'logs and unseals.',
    { path: '^(apps|libs|workflows)/', pathNot: [tests, '^libs/stores/'] },
    { path: packages('kysely') },
  ),
  forbid(
    'product-starts-no-program',
    'What a person typed must never reach a shell; a product that starts no other program cannot be made to.',
    { path: '^(apps|libs|workflows)/', pathNot: [tests] },
    { path: '^(node:)?child_process$' },
  ),
  forbid(
    'simulation-runs-any-workflow',
    'An author imports the simulation for a workflow of any project; it is given the workflow and ' +
      'never looks for one.',
    { path: '^libs/simulation/', pathNot: tests },
    { path: '^(apps|workflows|test|libs/(?!simulation/|stores/|engine/|workflow/))' },
  ),
  ...Object.entries(drivers).map(([driver, folder]) =>
    forbid(
      `${folder}-driver-in-its-adapter-only`,
      `Only the ${folder} adapter talks to its database, so replacing it touches one folder.`,
      { path: '^(apps|libs|workflows)/', pathNot: [`^libs/stores/src/${folder}/`, '^libs/stores/testing/'] },
      { path: packages(driver) },
    ),
  ),
  only(
    'contracts-are-schemas',
    'Server and browser share these shapes; anything beyond zod would be carried into the page.',
    '^libs/contracts/',
    ['^libs/contracts/', packages('zod')],
  ),
  forbid(
    'nest-stays-in-the-server',
    'The framework wires things together and may change its module system again; libraries outlive it.',
    // The server is built by the framework's own rewriting of aliases.
    { pathNot: '^(apps/server/|test/|tools/build-server)' },
    { path: packages('@nestjs') },
  ),
  forbid(
    'server-knows-no-client',
    "The server is one deployable of three; it must build and run without the page and the auditor's " +
      'program.',
    { path: '^apps/server/' },
    { path: '^apps/(web|verify)/' },
  ),
  forbid(
    'server-sees-the-register',
    'Everything the server does is generic; naming one workflow would make adding another a change of ' +
      'the server.',
    { path: '^apps/server/', pathNot: tests },
    { path: '^workflows/[^/]+/' },
  ),
  ...serverRooms.slice(1).map((room, index) =>
    forbid(
      `${room}-looks-down`,
      'The rooms of the server have one order, from the command line to the console, so each is read without those above.',
      { path: inServer(room), pathNot: tests },
      {
        path: inServer(...serverRooms.slice(0, index + 1)),
        ...(takesFromStart.includes(room) && givenByStart),
      },
    ),
  ),
  ...importStages
    .slice(0, -1)
    .map((stage, index) =>
      forbid(
        `import-${stage}-hands-on`,
        'A file of commands goes one way: it is read, becomes rows, is sent, and its results are kept.',
        { path: inImport(stage), pathNot: tests },
        { path: [inImport(...importStages.slice(index + 1)), '^apps/server/src/import/bulk-import\\.ts$'] },
      ),
    ),
  forbid(
    'web-speaks-contracts',
    'The page knows the server through its contract, so either can be changed and deployed without ' +
      'the other.',
    { path: '^apps/web/' },
    { path: ['^libs/(?!contracts/)', '^workflows/', '^apps/(?!web/)'] },
  ),
  forbid(
    'web-knows-types-of-contracts',
    'A schema of the API would bring all of them into the page, and the library that reads them.',
    { path: '^apps/web/' },
    { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'features-stand-apart',
    'A feature can be removed by removing its folder; what two of them need lies in components.',
    { path: '^apps/web/src/features/([^/]+)/' },
    { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  ),
  forbid(
    'verifier-trusts-no-writer',
    'A proof checked by the code that wrote it proves nothing, so the verifier uses the proof library alone.',
    { path: '^apps/verify/', pathNot: tests },
    { pathNot: ['^apps/verify/', '^libs/transparency/'], dependencyTypesNot: ['core'] },
  ),
  forbid(
    'libraries-have-a-face',
    'What a library offers is decided in its index; everything else in it can be changed without asking.',
    { path: '^(libs/[^/]+|apps/[^/]+|workflows|test)/' },
    { path: '^libs/', pathNot: ['^$1/', face] },
  ),
  forbid(
    'tests-are-not-shipped',
    'Test support is not built and development packages are not installed where the product runs.',
    { path: '^(apps|libs|workflows)/', pathNot: tests },
    { path: tests },
  ),
  forbid(
    'product-needs-no-dev-package',
    'A package the product needs at run time is a dependency, with its reason in ' +
      'docs/reference/dependencies.md. What goes into the bundle of the page is needed only where it is built.',
    { path: '^(apps|libs|workflows)/', pathNot: [tests, '^apps/web/'] },
    { dependencyTypes: ['npm-dev'] },
  ),
  forbid(
    'launcher-needs-nothing',
    'The launcher runs before anything is installed, on the Node that happens to be there.',
    { path: '^tools/(launch/|run|targets|after-install)', pathNot: tests },
    { pathNot: '^tools/(launch/|targets)', dependencyTypesNot: ['core'] },
  ),
  forbid(
    'packages-are-declared',
    'A package that is there by accident is gone after the next update of the one that brought it.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
  ),
  forbid(
    'no-cycles',
    'Files that need each other load in an order nobody chose; only types may refer back to who uses them.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
];

export default {
  forbidden,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tools/node)/' },
  },
};
