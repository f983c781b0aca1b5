import { describe, expect, test } from 'vitest';
import { withApi } from './config-edit.ts';

const api = { id: 'trains', version: 'v1', title: 'Trains', description: 'openapi/trains/v1.yaml' };
const edit = (text: string, added = api) => withApi({ file: 'portal.config.ts', text }, added);

const ENTRY = `{
    id: 'trains',
    title: 'Trains',
    versions: [{ id: 'v1', description: 'openapi/trains/v1.yaml' }],
  },`;

describe('a new API goes to the end of the list, and all else stays to the letter', () => {
  test.each([
    ['an empty list', 'export default {\napis: [], // none\n};', ['[\n  {\n    id:', '}, // none'.slice(3)]],
    ['after a trailing comma', "export default { apis: [\n  { id: 'a' },\n] };", [`  { id: 'a' },\n  ${ENTRY}\n]`]],
    ['without a trailing comma', "export default { apis: [\n  { id: 'a' }\n] };", [`  { id: 'a' },\n  ${ENTRY}\n]`]],
    [
      'behind a comment',
      "export default { apis: [\n  { id: 'a' }, // mine\n] };",
      [`  { id: 'a' }, // mine\n  ${ENTRY}\n]`],
    ],
    [
      'through definePortal and types',
      "export default definePortal({ apis: [\n  { id: 'a' },\n] } satisfies PortalConfig);",
      [`{ id: 'a' },\n  ${ENTRY}`],
    ],
    ['on one line', "export default { apis: [{ id: 'a' }] };", ["{ id: 'a' },\n", '\n] };']],
  ])('%s', (_name, text, parts) => {
    for (const part of parts) expect(edit(text)).toContain(part);
  });
});

test('a version of a known API goes to the front: it is the newest', () => {
  const text = "export default { apis: [{ id: 'trains', versions: [{ id: 'v1' }] }] };";
  const edited = edit(text, { ...api, version: 'v2', description: 'openapi/trains/v2.yaml' });
  expect(edited).toBe(
    "export default { apis: [{ id: 'trains', versions: [{ id: 'v2', description: 'openapi/trains/v2.yaml' }, { id: 'v1' }] }] };",
  );
});

test.each(["it's", 'a "b"', 'back\\slash', 'line\nbreak', '${x}'])('a title is written as a literal: %j', (title) => {
  const edited = edit('export default { apis: [] };', { ...api, title });
  const literal = /title: (?<literal>.*),\n/.exec(edited)?.groups?.literal ?? '';
  expect(literal.startsWith("'") ? literal.slice(1, -1) : JSON.parse(literal)).toBe(title);
});

test('a computed list is refused with what to write by hand', () => {
  expect(() => edit('export default {\n  apis: load(),\n};')).toThrow(/portal\.config\.ts:2.*by hand: \{ id: 'trains'/);
});
