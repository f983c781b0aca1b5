/** The import directions of ARCHITECTURE.md. Each message tells whoever broke the rule what to do. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    rule(
      'site-and-service-apart',
      'The site and the service meet only in openapi/. Call the service through src/portal-client, or move what both need into contract/.',
      { path: '^src/' },
      { path: '^(service|cli|plugins)/' },
    ),
    rule(
      'service-knows-no-site',
      'The service must run without the site. Move what both need into contract/.',
      { path: '^service/' },
      { path: '^(src|cli|plugins|docusaurus\\.config)' },
    ),
    rule(
      'contract-is-the-ground',
      'contract/ stands below every other room. Move this code up, or pass what it needs as a parameter.',
      { path: '^contract/' },
      { path: '^(src|service|plugins|cli|tests|bench)/' },
    ),
    rule(
      'platform-knows-no-feature',
      'service/platform serves every feature and knows none. Pass the feature in from service/app.ts.',
      { path: '^service/platform/' },
      { path: '^service/(features/|app|main)' },
    ),
    rule(
      'features-know-no-app',
      'A feature is handed what it needs. Add a parameter to its door in index.ts and pass it from service/app.ts.',
      { path: '^service/features/' },
      { path: '^service/(app|main)' },
    ),
    rule(
      'one-door-a-feature',
      "Come in through the feature's index.ts, and export there what others may use.",
      { path: '^(?:service|src)/features/([^/]+)/', pathNot: '[.](?:test|contract|fixture)[.]tsx?$' },
      { path: '^(?:service|src)/features/[^/]+/', pathNot: ['^(?:service|src)/features/$1/', '/index[.]tsx?$'] },
    ),
    rule(
      'app-through-the-door',
      'app.ts and main.ts compose features through their index.ts only.',
      { path: '^service/(app|main)[.]ts$' },
      { path: '^service/features/[^/]+/', pathNot: '/index[.]ts$' },
    ),
    rule(
      'pages-through-the-door',
      'Pages and theme components use a feature through its index.',
      { path: '^src/(pages|theme)/' },
      { path: '^src/features/[^/]+/', pathNot: '/index[.]tsx?$' },
    ),
    rule(
      'ui-and-client-know-no-feature',
      'src/ui and src/portal-client serve every feature and know none. Pass it in as a prop or parameter.',
      { path: '^src/(ui|portal-client)/' },
      { path: '^src/(features|pages|theme)/' },
    ),
    rule(
      'features-know-no-page',
      'A feature does not know where it is shown. Pass it in as a prop.',
      { path: '^src/features/' },
      { path: '^src/(pages|theme)/' },
    ),
    rule(
      'browser-takes-no-reader',
      "contract/read uses the file system. In the browser use contract's types, and data that a plugin wrote.",
      { path: '^src/' },
      { path: '^contract/read/' },
    ),
    rule(
      'no-cycle',
      'Two files that need each other are one idea, or hide a third. Merge them or extract what both use.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
