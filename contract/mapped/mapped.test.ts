import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPortal, PortalError, readContracts } from '../read/index.ts';
import { changed, type Files, filesOfGuide, writePortal } from './mapped.fixture.ts';

const graphql = filesOfGuide('graphql');
const grpc = filesOfGuide('grpc');

/** What the start says against a portal, without the folder that it happens to be in. */
async function refusal(files: Files): Promise<string[]> {
  const config = writePortal(files);
  const thrown: unknown = await loadPortal(config)
    .then(readContracts)
    .catch((error: unknown) => error);
  if (!(thrown instanceof PortalError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown.message.split('\n').map((line) => line.replaceAll(`${path.dirname(config)}/`, ''));
}

type Change = readonly [string, string];
const config = 'portal.config.ts';

/** The line of a file that has these words. */
function lineOf(files: Files, file: string, words: string): string {
  const index = (files[file] ?? '').split('\n').findIndex((line) => line.includes(words));
  if (index === -1) throw new Error(`${file} does not say ${words}.`);
  return `${file}:${index + 1}`;
}

test.each([
  ['GraphQL', graphql],
  ['gRPC', grpc],
])('the %s example of the guide has nothing to mend', async (_, files) => {
  const contracts = await loadPortal(writePortal(files)).then(readContracts);
  expect(contracts[0]?.warnings).toEqual([]);
});

describe('a GraphQL mapping is refused with its place', () => {
  test.each<[string, string, readonly Change[], string, string]>([
    [
      'an operation without a mapping',
      config,
      [['getPerson: {', 'getPersons: {']],
      'getPersons: {',
      'directory v1 has no operation "getPersons". Did you mean "getPerson"?',
    ],
    [
      'a document that is not there',
      config,
      [['graphql/get-person.graphql', 'graphql/person.graphql']],
      'graphql/person.graphql',
      'there is no file "graphql/person.graphql" that can be read.',
    ],
    [
      'a document beside the project',
      config,
      [['graphql/get-person.graphql', '../get-person.graphql']],
      '../get-person.graphql',
      '"../get-person.graphql" is not below the folder of this configuration.',
    ],
    [
      'a document in the text that is no GraphQL',
      config,
      [
        ['nodes { id name team { id } }', 'nodes { id name team { id } '],
        ['}`,\n                  variables', '}`, variables'],
      ],
      "first: 'query.limit'",
      'this is no GraphQL',
    ],
    [
      'a variable that the document does not have',
      config,
      [['variables: { first:', 'variables: { frist:']],
      'variables: { frist:',
      'the document has no variable "$frist". Did you mean "$first"?',
    ],
    [
      'a place that the operation does not take',
      config,
      [['query.limit', 'query.limits']],
      'query.limits',
      '"query.limits" is nothing that listPeople takes. Did you mean "query.limit"?',
    ],
    [
      'a parameter that goes nowhere',
      config,
      [["variables: { first: 'query.limit' },", '']],
      'listPeople: {',
      'listPeople takes query.limit, and nothing is done with it. Name it under "variables", or under "unused".',
    ],
    [
      'a variable that is needed and not fed',
      config,
      [["variables: { input: 'body' },", '']],
      'addPerson: {',
      'the variable "input" is needed, and nothing of addPerson is called so.',
    ],
    [
      'a variable that a request may leave out',
      config,
      [['$first: Int = 20', '$first: Int!']],
      'listPeople: {',
      'the variable "first" is needed, and a request of listPeople may come without query.limit.',
    ],
    [
      'an answer that the document does not ask for',
      config,
      [["answer: 'people.nodes'", "answer: 'people.items'"]],
      "answer: 'people.items'",
      'the document does not ask for "people.items". It asks for people.',
    ],
    [
      'a member that the contract promises and the document does not ask for',
      config,
      [['nodes { id name team { id } }', 'nodes { id team { __typename } }']],
      'document: `query',
      'the contract promises name, team.id in the answer',
    ],
    [
      'a GET that is a mutation',
      config,
      [
        ["'graphql/get-person.graphql'", "'mutation($id: ID!) { removePerson(id: $id) { id name } }'"],
        ["schema: 'graphql/directory.graphql',", ''],
      ],
      'removePerson',
      'getPerson is a GET, which changes nothing, and its document is a mutation.',
    ],
    ['a key that is not known', config, [['whenNull', 'ifNull']], 'ifNull', 'has no key "ifNull"'],
    [
      'a status of an error that is none',
      config,
      [['NOT_FOUND: 404', 'NOT_FOUND: 200']],
      'NOT_FOUND: 200',
      'errors.NOT_FOUND must be a status from 400 to 599, not 200.',
    ],
    [
      'both at once',
      config,
      [['graphql: {', "grpc: { proto: 'a.proto', operations: {} }, graphql: {"]],
      'grpc: {',
      'an upstream speaks either GraphQL or gRPC.',
    ],
    [
      'paths of an HTTP upstream',
      config,
      [['graphql: {', "paths: { rename: [{ from: '/people', to: '/persons' }] }, graphql: {"]],
      'paths: {',
      '"paths" is about an HTTP upstream, and this one is mapped.',
    ],
    [
      'a body that is a file',
      'openapi/directory.yaml',
      [
        [
          "content: { application/json: { schema: { $ref: '#/components/schemas/NewPerson' } } }",
          'content: { image/png: {} }',
        ],
      ],
      '',
      'the body of addPerson is image/png, and only JSON and forms can be taken apart.',
    ],
    [
      'an answer that is no JSON',
      'openapi/directory.yaml',
      [
        [
          "content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Person' } } } }",
          'content: { text/csv: {} }',
        ],
      ],
      '',
      'listPeople answers with text/csv, and only JSON can be made here.',
    ],
    [
      'two operations in one document',
      'graphql/get-person.graphql',
      [['query GetPerson', 'query Other { __typename }\nquery GetPerson']],
      'query GetPerson',
      'this has a second operation.',
    ],
    [
      'a subscription',
      'graphql/get-person.graphql',
      [['query GetPerson', 'subscription GetPerson']],
      'subscription',
      'this is a subscription, and an answer is one piece of JSON.',
    ],
    [
      'a document that the server would refuse',
      'graphql/get-person.graphql',
      [['    name\n', '    nickname: surname\n    name\n']],
      'surname',
      'the server would refuse this: Cannot query field "surname" on type "Person".',
    ],
    [
      'a document that breaks off',
      'graphql/get-person.graphql',
      [['    id\n    name', '    id:\n    {name']],
      '{name',
      'this is no GraphQL: Expected Name, found "{"',
    ],
    [
      'a schema that is none',
      'graphql/directory.graphql',
      [['type Team {', 'type Team [']],
      'type Team [',
      'this is no GraphQL schema',
    ],
  ])('%s', async (_, file, changes, words, want) => {
    const files = changed(graphql, file, changes);
    const lines = await refusal(files);
    const said = lines.find((line) => line.includes(want));
    expect(said, lines.join('\n')).toBeDefined();
    if (words !== '') expect(said).toContain(`${lineOf(files, file, words)}`);
  });
});

describe('a gRPC mapping is refused with its place', () => {
  const proto = 'proto/meters.proto';
  test.each<[string, string, readonly Change[], string, string]>([
    [
      'a service that is not there',
      config,
      [['meters.v1.Meters/GetMeter', 'Meter/GetMeter']],
      'Meter/GetMeter',
      'the .proto file has no service "Meter".',
    ],
    [
      'a method that is not there',
      config,
      [['meters.v1.Meters/GetMeter', 'meters.v1.Meters/GetMetre']],
      'GetMetre',
      'meters.v1.Meters has no method "GetMetre". Did you mean "GetMeter"?',
    ],
    [
      'no method at all',
      config,
      [['meters.v1.Meters/GetMeter', 'GetMeter']],
      "'GetMeter'",
      'must be a method such as "things.v1.Things/GetThing"',
    ],
    [
      'a field that the message does not have',
      config,
      [['fields: { name:', 'fields: { nam:']],
      'fields: { nam:',
      'meters.v1.GetMeterRequest has no field "nam". It has name.',
    ],
    [
      'a field within a scalar',
      config,
      [['fields: { name:', "fields: { 'name.first':"]],
      "'name.first'",
      '"name.first" leads into a field that holds one value.',
    ],
    [
      'a parameter that goes nowhere',
      config,
      [["meter: 'path.id', ", '']],
      'addReading: {',
      'addReading takes path.id, and nothing is done with it.',
    ],
    [
      'an answer that the message does not have',
      config,
      [["answer: 'reading'", "answer: 'meter'"]],
      "answer: 'meter'",
      'meters.v1.AddReadingResponse has no field "meter". It has reading.',
    ],
    [
      'a file that is not there',
      config,
      [["proto: 'proto/meters.proto'", "proto: 'proto/metres.proto'"]],
      'proto/metres.proto',
      'there is no file "proto/metres.proto"',
    ],
    [
      'a folder beside the project',
      config,
      [["proto: 'proto/meters.proto',", "proto: 'proto/meters.proto', folders: ['..'],"]],
      'folders',
      '".." is not below the folder of this configuration.',
    ],
    [
      'an address with a path',
      config,
      [['meters.internal.example:443', 'meters.internal.example/v1']],
      'internal.example/v1',
      'gRPC has no path',
    ],
    [
      'a method that streams',
      proto,
      [['returns (Meter)', 'returns (stream Meter)']],
      'stream Meter',
      'meters.v1.Meters/GetMeter streams, and an answer here is one piece of JSON. Map a unary method.',
    ],
    [
      'a file that is no proto',
      proto,
      [['message Reading {', 'message Reading [']],
      'message Reading [',
      'this cannot be read: illegal token',
    ],
    [
      'a type that is nowhere',
      proto,
      [['  Reading reading = 2;', '  Readings reading = 2;']],
      'Readings reading',
      'this cannot be read',
    ],
    [
      'an import that is nowhere',
      proto,
      [['google/protobuf/timestamp.proto', 'common/time.proto']],
      'common/time.proto',
      '"common/time.proto" is in none of the folders that imports are looked up in.',
    ],
    [
      'an import from beside the folders',
      proto,
      [['google/protobuf/timestamp.proto', '../openapi/meters.yaml']],
      '../openapi',
      'is in none of the folders',
    ],
    [
      'a 64-bit integer that the contract calls a number',
      'openapi/meters.yaml',
      [['wattHours: { type: string, format: int64 }', 'wattHours: { type: integer, format: int64 }']],
      '',
      'wattHours is integer in the contract, and the field "watt_hours" gives string: proto3’s JSON writes int64 as text',
    ],
    [
      'a promised member that the message does not have',
      'openapi/meters.yaml',
      [['required: [id, state, wattHours]', 'required: [id, state, watt_hours]']],
      '',
      `the contract promises watt_hours, and meters.v1.Meter has no such field; it is "wattHours", and "names: 'proto'" changes that.`,
    ],
    [
      'a member of the body that no field holds',
      'openapi/meters.yaml',
      [
        [
          '    Reading:\n      type: object\n      required: [wattHours]\n      properties:\n',
          '    Reading:\n      type: object\n      required: [wattHours]\n      properties:\n        colour: { type: string }\n',
        ],
      ],
      '',
      'body.colour has no field in meters.v1.Reading. Name it under "unused" where it is not meant to arrive.',
    ],
    [
      'an object where the field holds one value',
      'openapi/meters.yaml',
      [
        [
          '        readAt: { type: string, format: date-time }\n    Reading',
          '        readAt: { type: object }\n    Reading',
        ],
      ],
      '',
      'readAt is object in the contract, and the field "read_at" gives string.',
    ],
  ])('%s', async (_, file, changes, words, want) => {
    const files = changed(grpc, file, changes);
    const lines = await refusal(files);
    const said = lines.find((line) => line.includes(want));
    expect(said, lines.join('\n')).toBeDefined();
    if (words !== '') expect(said).toContain(`${lineOf(files, file, words)}`);
  });

  test('all that is wrong is told at once, and each only once', async () => {
    const lines = await refusal(
      changed(grpc, config, [
        ['fields: { name:', 'fields: { nam:'],
        ["answer: 'reading'", "answer: 'meter'"],
      ]),
    );
    expect(lines).toHaveLength(2);
  });
});

test('what is meant not to arrive may be named, and so may what live does not have', async () => {
  const files = changed(
    changed(grpc, 'openapi/meters.yaml', [
      [
        '    Reading:\n      type: object\n      required: [wattHours]\n      properties:\n',
        '    Reading:\n      type: object\n      required: [wattHours]\n      properties:\n        colour: { type: string }\n',
      ],
    ]),
    config,
    [
      ["answer: 'reading'", "answer: 'reading', unused: ['body.colour']"],
      ["getMeter: { method: 'meters.v1.Meters/GetMeter', fields: { name: 'path.id' } },", ''],
      ['operations: {', "without: ['getMeter'],\noperations: {"],
    ],
  );
  await expect(loadPortal(writePortal(files)).then(readContracts)).resolves.toHaveLength(1);
});

test('a file that imports what only generators need is read', async () => {
  const files = changed(grpc, 'proto/meters.proto', [
    ['import "google', 'import "google/api/annotations.proto";\nimport "google'],
    [
      'rpc GetMeter(GetMeterRequest) returns (Meter);',
      'rpc GetMeter(GetMeterRequest) returns (Meter) {\n    option (google.api.http) = { get: "/v1/{name=meters/*}" };\n  }',
    ],
  ]);
  await expect(loadPortal(writePortal(files)).then(readContracts)).resolves.toHaveLength(1);
});
