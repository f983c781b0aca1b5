import { kebabCase, type Peer } from './peer.ts';

/** Nothing is built: the browser makes the page from the description. */
export const scalar: Peer = {
  name: 'Scalar',
  manifest: { dependencies: { '@scalar/api-reference': '1.72.1' } },
  sources: () => ({ 'index.html': PAGE }),
  commands: [],
  made: [],
  site: '.',
  addressOf: ({ tag, method, path }) => `/#tag/${kebabCase(tag)}/${method.toUpperCase()}${path}`,
};

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Scalar</title></head>
  <body>
    <div id="app"></div>
    <script src="/node_modules/@scalar/api-reference/dist/browser/standalone.js"></script>
    <script>Scalar.createApiReference('#app', { url: '/api.json', telemetry: false })</script>
  </body>
</html>
`;
