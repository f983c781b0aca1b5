import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesOf, read } from './repository.ts';

const PAGE = 'docs/portal/configuration.md';
const page = read(PAGE);

test('every key of portal.config.ts is documented', () => {
  const source = ts.createSourceFile('portal-config.ts', read('contract/portal-config.ts'), ts.ScriptTarget.Latest);
  const keys = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) keys.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  expect(keys.size).toBeGreaterThan(20);
  expect([...keys].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test('every environment variable that the program reads is in .env.example and on the page', () => {
  const code = filesOf(
    (file) =>
      /^(contract|service|cli|plugins|docusaurus[.]config)/.test(file) &&
      /[.]ts$/.test(file) &&
      !/[.]test[.]ts$/.test(file),
  );
  const variables = new Set(
    code.flatMap((file) =>
      [...read(file).matchAll(/\b(?:env(?:ironment)?[.]|get\(')([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name),
    ),
  );
  const own = [...variables].filter((name) => !['DEBUG', 'NODE_ENV', 'CI', 'PORTAL_DEV_SERVICE'].includes(name));
  const example = read('.env.example');
  expect(own.length).toBeGreaterThan(3);
  expect(own.filter((name) => !example.includes(name) || !page.includes(name))).toEqual([]);
});
