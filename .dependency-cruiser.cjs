// The layer table of the design (section 2): what each folder may import. One row a folder; what is not listed is forbidden.
const layers = {
  'lib/settings': [],
  'lib/market': [],
  'lib/analytics': ['lib/market'],
  'lib/feeds': ['lib/market'],
  'lib/store': ['lib/market'],
  'lib/ingest': ['lib/market', 'lib/feeds', 'lib/store'],
  'lib/studies': ['lib/market', 'lib/analytics', 'lib/store'],
  'lib/signals': ['lib/market', 'lib/analytics', 'lib/store', 'lib/studies'],
  'lib/live': ['lib/store'],
  'lib/operation': [],
  'lib/access': ['lib/store'],
  'lib/api': ['lib/'],
  jobs: ['lib/', 'prisma/seed'],
  app: ['lib/'],
  'prisma/seed': ['lib/market'],
}
const escaped = (path) => path.replace('/', '\\/')
const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  name: `layer-${folder.replace('/', '-')}`,
  comment: `${folder} may import only: ${['itself', ...(folder.startsWith('lib/') || folder === 'jobs' || folder === 'app' ? ['lib/settings'] : []), ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${escaped(folder)}\\/` },
  to: {
    path: '^(lib|jobs|app|prisma|tests)\\/',
    pathNot: [folder, 'lib/settings', ...allowed].map((target) => `^${escaped(target)}`),
  },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-file',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^(tests|jobs|app)\\/', '\\.(config|setup)\\.'] },
      to: {},
    },
    {
      name: 'settings-import-nothing',
      severity: 'error',
      from: { path: '^lib\\/settings\\/' },
      to: { path: '^(lib\\/(?!settings)|jobs|app|prisma|tests)' },
    },
    {
      name: 'pages-never-sql',
      severity: 'error',
      from: { path: '^app\\/' },
      to: { path: '^(node_modules\\/(postgres|pg|@prisma)|lib\\/store\\/(connection\\/sql|generated))' },
    },
    {
      name: 'feeds-stay-apart',
      comment: 'one feed never reads another',
      severity: 'error',
      from: { path: '^lib\\/feeds\\/([^/]+)\\/' },
      to: { path: '^lib\\/feeds\\/([^/]+)\\/', pathNot: '^lib\\/feeds\\/($1|shared)\\/' },
    },
    {
      name: 'only-store-talks-to-postgres',
      severity: 'error',
      from: { path: '^(lib|app|jobs)\\/', pathNot: '^lib\\/store\\/' },
      to: { path: '^node_modules\\/(postgres|pg|@prisma)\\/' },
    },
    ...layerRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|\\.next|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
