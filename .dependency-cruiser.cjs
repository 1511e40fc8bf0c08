/** The arrows of ARCHITECTURE.md. Paths are regular expressions on files below the repository's root. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(electron|shared|renderer|test|assets|scripts)/', pathNot: allowed },
})
const single = (name, module, importer, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(electron|shared|renderer)/', pathNot: importer },
  to: { path: `(^|node_modules/)${module}(/|$)` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Types included: a cycle of types is a cycle of thoughts.',
      from: {},
      to: { circular: true },
    },
    only(
      'electron-sees',
      '^electron/',
      '^(electron/|shared/(bridge|result|inventory/workspace)\\.ts$|shared/strings/)',
      'Rule 1',
    ),
    only('shared-sees', '^shared/', '^shared/', 'Rule 2'),
    only('inventory-sees', '^shared/inventory/', '^shared/(inventory/|result\\.ts$)', 'Rule 2'),
    only('catalogue-sees', '^shared/catalogue/', '^shared/(catalogue|inventory)/|^shared/result\\.ts$', 'Rule 2'),
    only('import-sees', '^shared/import/', '^shared/(import|catalogue|inventory)/|^shared/result\\.ts$', 'Rule 2'),
    only('graph-sees', '^shared/graph/', '^shared/(graph|inventory)/|^shared/result\\.ts$', 'Rule 2'),
    only('analysis-sees', '^shared/analysis/', '^shared/(analysis|inventory)/|^shared/result\\.ts$', 'Rule 2'),
    only('export-sees', '^shared/export/', '^shared/(?!strings/)', 'Rule 2: what writes words is handed t'),
    only('bridge-sees', '^shared/(bridge|result)\\.ts$', '^shared/result\\.ts$', 'Rule 1'),
    only('strings-see', '^shared/strings/', '^shared/strings/', 'Rule 2'),
    only('renderer-sees', '^renderer/', '^(renderer|shared)/|^assets/catalogue/', 'Rule 3'),
    only('database-sees', '^renderer/database/', '^(renderer/database|shared)/', 'Rule 3'),
    only('files-see', '^renderer/files/', '^(renderer/files|shared)/', 'Rule 3'),
    only(
      'canvas-sees',
      '^renderer/canvas/',
      '^(renderer/(canvas|widgets)/|renderer/(ui-state|i18n|format|use-formats)\\.ts$|shared/)',
      'Rule 3: the canvas never imports the database',
    ),
    only(
      'widgets-see',
      '^renderer/widgets/',
      '^(renderer/widgets/|renderer/(i18n|format|use-formats)\\.ts$|shared/)',
      'Rule 3',
    ),
    {
      name: 'river-below-screens',
      severity: 'error',
      comment: 'Rule 3: screens use the river, never the other way round.',
      from: { path: '^renderer/river/' },
      to: { path: '^renderer/(screens|canvas)/' },
    },
    single('dexie', 'dexie', '^renderer/database/', 'Rule 4'),
    single('papaparse', 'papaparse', '^renderer/files/csv-codec\\.ts$', 'Rule 4'),
    single('react-flow', '@xyflow/react', '^renderer/(canvas/|main\\.tsx$)', 'Rule 4'),
    {
      name: 'pure-shared',
      severity: 'error',
      comment: 'Rule 2: besides its own files shared/ uses zod only.',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      comment: 'What ships must be a dependency.',
      from: { path: '^(electron|shared|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        pathNot: 'node_modules/(electron|@types)/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '(\\.css$|^\\.build|^dist)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
