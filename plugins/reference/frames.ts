/**
 * The frames: one Docusaurus route for each kind of reference page, however many pages there are. Docusaurus takes the pattern for
 * an address and writes a page for it, which is deleted; `renderReference` fills the frame for each page that `writePages`
 * lists, and in development the browser does.
 */
export const FRAMES = [
  {
    pattern: '/reference/:api/:version/tags/:tag',
    component: '@site/src/features/reference/TagRoute.tsx',
  },
  {
    pattern: '/reference/:api/:version/schemas',
    component: '@site/src/features/reference/SchemaListRoute.tsx',
  },
  {
    pattern: '/reference/:api/:version/schemas/:schema',
    component: '@site/src/features/reference/SchemaRoute.tsx',
  },
  {
    pattern: '/reference/:api/:version/changes/:from',
    component: '@site/src/features/reference/ChangesRoute.tsx',
  },
  {
    pattern: '/reference/:api/:version/:operation',
    component: '@site/src/features/reference/OperationRoute.tsx',
  },
] as const;
