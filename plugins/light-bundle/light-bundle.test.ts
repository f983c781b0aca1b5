import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REPLACEMENTS } from './replacements.ts';
import { shortenClassNames } from './short-class-names.ts';

test.each(Object.entries(REPLACEMENTS))(
  '%s is still where it is replaced, and so is what is taken instead',
  (module, by) => {
    expect(existsSync(module)).toBe(true);
    expect(existsSync(by)).toBe(true);
  },
);

test('classes of CSS modules are named by a hash alone, other styles are left as they are', () => {
  const modules = { localIdentName: '[local]_[contenthash:base64:4]' };
  const plain = { use: [{ loader: 'css-loader', options: { importLoaders: 1 } }] };
  shortenClassNames({
    module: {
      rules: [undefined, 'x', plain, { use: ['style-loader', { loader: 'css-loader', options: { modules } }] }],
    },
  });
  expect(modules.localIdentName).toBe('[contenthash:base64:5]');
  expect(plain.use[0]?.options).toEqual({ importLoaders: 1 });
});
