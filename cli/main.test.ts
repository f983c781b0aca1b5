import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const MAIN = path.resolve(import.meta.dirname, 'main.ts');
const CONFIG = "export default {\n  brand: { name: 'Test', tagline: 'For a test.' },\n  apis: [],\n};\n";
const DESCRIPTION =
  "openapi: 3.1.0\ninfo: { title: Things, version: '1' }\npaths:\n  /things:\n    get:\n      operationId: listThings\n      responses: { '200': { description: Things } }\n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-cli-'));
  writeFileSync(path.join(folder, 'portal.config.ts'), CONFIG);
  writeFileSync(path.join(folder, 'things.yaml'), DESCRIPTION);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function portal(...argv: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
const config = () => readFileSync(path.join(folder, 'portal.config.ts'), 'utf8');

describe('exit code 0', () => {
  test('add-api copies the description, adds it to the configuration, and says what the linter finds', () => {
    const { code, out } = portal('add-api', 'things.yaml', '--id', 'things');
    expect(out).toContain('Added things/v1: 1 operation (OpenAPI 3.1), copied to openapi/things/v1.yaml.');
    expect(out).toMatch(/openapi\/things\/v1\.yaml:\d+:\d+ .*\(security-defined\)/);
    expect(code).toBe(0);
    expect(readFileSync(path.join(folder, 'openapi/things/v1.yaml'), 'utf8')).toBe(DESCRIPTION);
    expect(config()).toContain("id: 'things'");
    expect(portal('check').out).toContain('1 descriptions with 1 operations');
  });

  test('add-api bundles a description of several files into one', () => {
    write('src/api.yaml', DESCRIPTION.replace('{ description: Things }', "{ $ref: 'parts/things.yaml' }"));
    write('src/parts/things.yaml', 'description: Things from elsewhere\n');
    const { out } = portal('add-api', 'src/api.yaml', '--id', 'things');
    expect(out).toContain('bundled from 2 files to openapi/things/v1.yaml.');
    expect(readFileSync(path.join(folder, 'openapi/things/v1.yaml'), 'utf8')).toContain('Things from elsewhere');
    expect(portal('check').out).toContain('1 descriptions with 1 operations');
  });

  test('--json prints a report that a program can read', () => {
    const report = JSON.parse(portal('add-api', 'things.yaml', '--id', 'things', '--json').out) as {
      added: object;
      findings: object[];
    };
    expect(report.added).toMatchObject({ api: 'things', version: 'v1', operations: 1 });
    expect(report.findings.length).toBeGreaterThan(0);
  });

  test('issue-key shows a live key once; the database has its hash only', () => {
    const command = ['issue-key', '--environment', 'live', '--organization', 'org_halden', '--expires-in-days', '30'];
    const { code, out, err } = portal(...command);
    expect([code, out]).toEqual([0, expect.stringMatching(/^ptl_live_[0-9A-Za-z]{36}\n$/)]);
    expect(err).toMatch(/^live key key_\w+ of org_halden, until 2\d{3}-/);
    const stored = readdirSync(path.join(folder, '.data')).map((name) =>
      readFileSync(path.join(folder, '.data', name)),
    );
    expect(Buffer.concat(stored).includes('org_halden')).toBe(true);
    expect(Buffer.concat(stored).includes(out.trim())).toBe(false);
    const read = JSON.parse(portal(...command, '--json').out) as object;
    expect(read).toMatchObject({ organization: 'org_halden', environment: 'live', requestsPerMinute: 600 });
  });

  test('issue-key --team gives a key with the scope of the team', () => {
    const { code, out, err } = portal('issue-key', '--team');
    expect([code, out]).toEqual([0, expect.stringMatching(/^ptl_test_[0-9A-Za-z]{36}\n$/)]);
    expect(err).toMatch(/^team key key_\w+ of org_team, until it is revoked/);
  });

  test('drift says that there is none', () => {
    const { code, out } = portal('drift');
    expect([code, out]).toEqual([0, 'No open drift: every answer that was compared is as its contract says.\n']);
    expect(JSON.parse(portal('drift', '--json').out)).toEqual({ data: [] });
  });

  test('help names every command', () => {
    const { code, out } = portal('help');
    expect(out).toMatch(/add-api[^]*check[^]*issue-key[^]*drift[^]*changes/);
    expect(code).toBe(0);
  });
});

describe('changes', () => {
  const grown = DESCRIPTION.replace(
    "'200': { description: Things }",
    "'200': { description: Things }, '404': { description: None }",
  );

  test('says what changed, and ends with 0 where nothing breaks', () => {
    write('grown.yaml', grown);
    expect(portal('changes', 'things.yaml', 'grown.yaml')).toMatchObject({
      code: 0,
      out: 'changed  GET /things  listThings\n    answer 404 is new\n',
    });
    expect(portal('changes', 'things.yaml', 'things.yaml').out).toMatch(/^Nothing that an integration can notice/);
  });

  test('ends with 1 where a change can break an integration', () => {
    write('grown.yaml', grown.replace('get:', 'post:'));
    const { code, out } = portal('changes', 'things.yaml', 'grown.yaml', '--json');
    expect(code).toBe(1);
    const report = JSON.parse(out) as { operations: object[] };
    expect(report).toMatchObject({ breaking: true });
    expect(report.operations).toMatchObject([
      { kind: 'changed', changes: [{ rule: 'address-changed' }, { rule: 'status-added' }] },
    ]);
  });

  test('a name cannot move the terminal’s cursor', () => {
    write('hostile.yaml', DESCRIPTION.replace('/things:', '"/a\\e[2Jb":'));
    expect(portal('changes', 'things.yaml', 'hostile.yaml').out).not.toContain('\u001b');
  });

  test.each([
    [['things.yaml'], /Name two/],
    [['things.yaml', 'gone.yaml'], /no file gone\.yaml/],
    [['things.yaml', 'portal.config.ts'], /portal\.config\.ts/],
  ])('ends with 2 for %j', (argv, said) => {
    const { code, err } = portal('changes', ...argv);
    expect(err).toMatch(said);
    expect(code).toBe(2);
  });
});

describe('exit code 1: something to mend, nothing written', () => {
  test.each([
    ['a file that is not there', () => ['gone.yaml', '--id', 'gone'], /gone\.yaml/],
    ['OpenAPI 2.0', () => (write('old.yaml', "swagger: '2.0'\n"), ['old.yaml', '--id', 'old']), /old\.yaml:1.*2\.0/],
    [
      'a remote reference',
      () => (
        write('bad.yaml', DESCRIPTION.replace('{ description: Things }', "{ $ref: 'http://127.0.0.1:9/x' }")),
        ['bad.yaml', '--id', 'bad']
      ),
      /bad\.yaml:7/,
    ],
    [
      'an id that is taken',
      () => (portal('add-api', 'things.yaml', '--id', 'things'), ['things.yaml', '--id', 'things']),
      /already has the API "things"/,
    ],
    [
      'a copy that is in the way',
      () => (write('openapi/other/v1.yaml', 'mine'), ['things.yaml', '--id', 'other']),
      /is there already and was not replaced/,
    ],
    [
      'a folder that cannot be made',
      () => (write('openapi', 'a file'), ['things.yaml', '--id', 'things']),
      /Nothing was added/,
    ],
    [
      'a configuration that does not parse',
      () => (write('portal.config.ts', 'export default {{'), ['things.yaml', '--id', 'things']),
      /portal\.config\.ts/,
    ],
  ])('%s', (_name, prepare, said) => {
    const argv = prepare();
    const before = snapshot();
    const { code, err } = portal('add-api', ...argv);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(snapshot()).toEqual(before);
  });
});

test('--json tells a refusal, too, as JSON with its place', () => {
  write('old.yaml', "info: {}\nswagger: '2.0'\n");
  const { code, out } = portal('add-api', 'old.yaml', '--id', 'old', '--json');
  expect(JSON.parse(out)).toMatchObject({ error: { line: 2, column: 1 } });
  expect(code).toBe(1);
});

describe('exit code 2: wrong usage', () => {
  test.each([
    [['add-apii'], /did you mean "add-api"/],
    [['add-api'], /Name one OpenAPI file/],
    [['add-api', 'things.yaml'], /--id my-api/],
    [['add-api', 'things.yaml', '--id', '../up'], /lower-case letters/],
    [['add-api', 'things.yaml', '--id', 'x', '--colour'], /--colour/],
    [['issue-key', '--organization', 'org_a'], /--environment sandbox or live/],
    [['issue-key', '--environment', 'live', '--organization', 'Halden'], /--organization org_/],
    [['issue-key', '--environment', 'live', '--organization', 'org_a', '--expires-in-days', '0'], /from 1 to 3650/],
  ])('%j', (argv, said) => {
    const { code, err } = portal(...argv);
    expect(err).toMatch(said);
    expect(code).toBe(2);
  });
});

function write(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

function snapshot(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return `${file} ${entry.isFile() ? readFileSync(file, 'utf8') : ''}`;
  });
}
