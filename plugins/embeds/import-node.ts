/** An `import` in a tree of MDX, which holds code as ESTree (https://github.com/estree/estree). `named` is exported by that name. */
export function importNode(
  name: string,
  from: string,
  kind: 'named' | 'default',
): { type: string; value: string; data: object } {
  const local = { type: 'Identifier', name };
  const specifier =
    kind === 'named' ? { type: 'ImportSpecifier', imported: local, local } : { type: 'ImportDefaultSpecifier', local };
  const declaration = {
    type: 'ImportDeclaration',
    specifiers: [specifier],
    source: { type: 'Literal', value: from, raw: JSON.stringify(from) },
    attributes: [],
  };
  const written = kind === 'named' ? `{ ${name} }` : name;
  return {
    type: 'mdxjsEsm',
    value: `import ${written} from ${JSON.stringify(from)}`,
    data: { estree: { type: 'Program', sourceType: 'module', body: [declaration] } },
  };
}
