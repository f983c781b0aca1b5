import { kebabCase, type Peer } from './peer.ts';

export const zudoku: Peer = {
  name: 'Zudoku',
  manifest: { type: 'module', dependencies: { zudoku: '0.76.0', react: '19.3.1', 'react-dom': '19.3.1' } },
  sources: () => ({ 'zudoku.config.ts': CONFIG }),
  commands: [['zudoku', 'build']],
  made: ['dist', 'node_modules/.vite', 'node_modules/.zudoku'],
  site: 'dist',
  // A page a tag; an operation is a place on it.
  addressOf: ({ tag, title }, pages) =>
    pages.includes(`/api/${kebabCase(tag)}.html`) || pages.includes(`/api/${kebabCase(tag)}/index.html`)
      ? `/api/${kebabCase(tag)}#${kebabCase(title)}`
      : undefined,
};

const CONFIG = `export default {
  site: { title: 'Zudoku' },
  apis: { type: 'file', input: './api.json', path: '/api' },
};
`;
