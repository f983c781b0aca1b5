import fc from 'fast-check';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { fromMessage } from './from-message.ts';
import { type Remarks, toMembers } from './to-message.ts';

const proto = `
syntax = "proto3";
package every.v1;
import "google/protobuf/any.proto";
import "google/protobuf/duration.proto";
import "google/protobuf/empty.proto";
import "google/protobuf/field_mask.proto";
import "google/protobuf/struct.proto";
import "google/protobuf/timestamp.proto";
import "google/protobuf/wrappers.proto";
enum Colour { COLOUR_UNSPECIFIED = 0; RED = 1; BLUE = -2; }
message Every {
  double a_double = 1; float a_float = 2; int32 an_int32 = 3; int64 an_int64 = 4; uint32 a_uint32 = 5; uint64 a_uint64 = 6;
  sint32 a_sint32 = 7; sint64 a_sint64 = 8; fixed32 a_fixed32 = 9; fixed64 a_fixed64 = 10; sfixed32 a_sfixed32 = 11;
  sfixed64 a_sfixed64 = 12; bool a_bool = 13; string a_string = 14; bytes some_bytes = 15; Colour colour = 16;
  optional int32 maybe = 17; repeated int64 many = 18; map<string, int64> by_name = 19; map<int32, Inner> by_number = 20;
  oneof choice { string word = 21; int64 number = 22; }
  Inner inner = 23; repeated Inner inners = 24; Every itself = 25; string renamed = 26 [json_name = "called"];
  google.protobuf.Timestamp at = 30; google.protobuf.Duration took = 31; google.protobuf.FieldMask mask = 32;
  google.protobuf.Struct free = 33; google.protobuf.Value anything = 34; google.protobuf.ListValue list = 35;
  google.protobuf.Int64Value wrapped = 36; google.protobuf.StringValue text = 37; google.protobuf.Any any = 38;
  google.protobuf.Empty nothing = 39; repeated google.protobuf.Timestamp times = 40; google.protobuf.BoolValue truth = 41;
}
message Inner { string name = 1; }`;

const root = protobuf.parse(proto, { keepCase: true }).root;
for (const [name, { nested }] of Object.entries(protobuf.common as unknown as Record<string, { nested?: object }>)) {
  if (name.startsWith('google/protobuf/') && nested) root.addJSON(nested as Parameters<typeof root.addJSON>[0]);
}
root.resolveAll();
const every = root.lookupType('every.v1.Every');

/** Over the wire and back. */
function roundTrip(json: unknown): { readonly json: unknown; readonly remarks: Remarks } {
  const remarks: Remarks = { wrong: [], leftOut: [] };
  const members = toMembers(json, every, '', remarks) as Record<string, unknown>;
  const bytes = every.encode(every.create(members)).finish();
  return { json: fromMessage(every.decode(bytes), every, 'json'), remarks };
}

/** What a message says of which nothing was set. */
const zero = {
  aDouble: 0,
  aFloat: 0,
  anInt32: 0,
  anInt64: '0',
  aUint32: 0,
  aUint64: '0',
  aSint32: 0,
  aSint64: '0',
  aFixed32: 0,
  aFixed64: '0',
  aSfixed32: 0,
  aSfixed64: '0',
  aBool: false,
  aString: '',
  someBytes: '',
  colour: 'COLOUR_UNSPECIFIED',
  many: [],
  byName: {},
  byNumber: {},
  inners: [],
  called: '',
  times: [],
};

describe('proto3 as JSON', () => {
  test('an empty message has the zeros of what cannot be left out, and nothing else', () => {
    expect(roundTrip({})).toEqual({ json: zero, remarks: { wrong: [], leftOut: [] } });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>?]>([
    [
      'the largest and the smallest 64-bit integers',
      { anInt64: '-9223372036854775808', aUint64: '18446744073709551615' },
    ],
    ['64-bit integers that came as numbers', { anInt64: 7, aSfixed64: -7 }, { anInt64: '7', aSfixed64: '-7' }],
    [
      'the ends of 32-bit integers',
      { anInt32: -2147483648, aUint32: 4294967295, aSint32: -1, aFixed32: 1, aSfixed32: -1 },
    ],
    ['numbers that came as text', { anInt32: '-5', aDouble: '1.5' }, { anInt32: -5, aDouble: 1.5 }],
    ['what is no number', { aDouble: 'NaN', aFloat: '-Infinity' }],
    ['bytes', { someBytes: 'AP+A' }],
    ['bytes for addresses', { someBytes: '_-8' }, { someBytes: '/+8=' }],
    ['an enum by its name and by its number', { colour: 'BLUE' }],
    ['an enum by its number', { colour: 1 }, { colour: 'RED' }],
    ['a field that is set to zero where the message knows', { maybe: 0 }],
    ['one of several', { number: '0' }],
    ['names as the file has them', { an_int32: 3, by_name: { a: 1 } }, { anInt32: 3, byName: { a: '1' } }],
    ['a name that the file gives', { called: 'x' }],
    ['lists and maps', { many: ['1', '2'], byName: { a: '1', __x: '2' }, byNumber: { '-3': { name: 'c' } } }],
    ['messages in messages', { inner: { name: 'a' }, inners: [{ name: 'b' }], itself: { ...zero, aBool: true } }],
    ['null as what is not set', { aString: null, inner: null, maybe: null, many: null }, {}],
    ['a time in another zone', { at: '2026-11-21T10:00:00.5+02:00' }, { at: '2026-11-21T08:00:00.500Z' }],
    ['a time before 1970, to the nanosecond', { at: '1969-12-31T23:59:59.999999999Z' }],
    ['the first and the last time', { times: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z'] }],
    ['durations', { took: '-1.500s' }],
    ['a duration below a second', { took: '-0.000001s' }],
    ['names of fields', { mask: 'owner.displayName,size' }],
    ['whatever JSON is', { free: { a: [1, null, { b: true }], c: 'x' }, anything: [1, 'a', null], list: [{}, 2] }],
    ['null as a value', { anything: null }],
    ['scalars in messages', { wrapped: '0', text: '', truth: false }],
    ['nothing', { nothing: {} }],
    ['any message', { any: { '@type': 'type.googleapis.com/every.v1.Inner', name: 'a' } }],
    ['any time', { any: { '@type': 'type.googleapis.com/google.protobuf.Timestamp', value: '2026-11-21T08:00:00Z' } }],
  ])('%s', (_, json, want = json) => {
    expect(roundTrip(json)).toEqual({ json: { ...zero, ...want }, remarks: { wrong: [], leftOut: [] } });
  });

  test.each<[string, unknown, string, string]>([
    [
      'a 32-bit integer that is too large',
      { anInt32: 2147483648 },
      '/anInt32',
      'must be a whole number from -2147483648 to 2147483647',
    ],
    [
      'an unsigned one below zero',
      { aUint64: '-1' },
      '/aUint64',
      'must be a whole number from 0 to 18446744073709551615',
    ],
    ['a part of an integer', { anInt64: 1.5 }, '/anInt64', 'must be a whole number'],
    ['a word for a number', { aDouble: 'many' }, '/aDouble', 'must be a number'],
    ['a word for a truth', { aBool: 'yes' }, '/aBool', 'must be true or false'],
    ['an object for text', { aString: {} }, '/aString', 'must be text'],
    ['what is no base64', { someBytes: 'ä' }, '/someBytes', 'must be base64'],
    [
      'a name that the enum does not have',
      { colour: 'GREEN' },
      '/colour',
      'must be one of COLOUR_UNSPECIFIED, RED, BLUE',
    ],
    [
      'a name that every object has',
      { colour: 'constructor' },
      '/colour',
      'must be one of COLOUR_UNSPECIFIED, RED, BLUE',
    ],
    ['a list for one value', { inner: [] }, '/inner', 'must be an object'],
    ['one value for a list', { many: '1' }, '/many', 'must be a list'],
    ['a place within', { inners: [{}, { name: 3.5 }, { name: [] }] }, '/inners/2/name', 'must be text'],
    [
      '30 February',
      { at: '2026-02-30T00:00:00Z' },
      '/at',
      'must be a time as RFC 3339 has it, such as "2026-11-21T08:00:00Z"',
    ],
    [
      'a day without a time',
      { at: '2026-11-21' },
      '/at',
      'must be a time as RFC 3339 has it, such as "2026-11-21T08:00:00Z"',
    ],
    ['a duration without its unit', { took: '5' }, '/took', 'must be seconds such as "1.5s"'],
    [
      'a message of a type that is nowhere',
      { any: { '@type': 'x/none.Such' } },
      '/any/@type',
      'must name a message of the .proto files',
    ],
  ])('refuses %s', (_, json, at, message) => {
    expect(roundTrip(json).remarks.wrong).toEqual([{ at, message }]);
  });

  test('tells what has no field', () => {
    expect(roundTrip({ colours: 1, inner: { 'a/b': 1 } }).remarks.leftOut).toEqual(['/colours', '/inner/a~1b']);
  });

  test('has an unknown number of an enum as the number', () => {
    const bytes = every.encode(every.create({ colour: 99 })).finish();
    expect(fromMessage(every.decode(bytes), every, 'json')).toMatchObject({ colour: 99 });
  });

  test('has the file’s names where they are wanted', () => {
    expect(fromMessage(every.create({ an_int32: 1 }), every, 'proto')).toMatchObject({ an_int32: 1, renamed: '' });
  });

  test('comes back from the wire as it was sent, whatever it is', () => {
    const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
    const time = fc
      .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
      .map((date) => date.toISOString().replace('.000', ''));
    const json = fc.record(
      {
        aDouble: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        anInt64: int64,
        aUint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
        aSint32: fc.integer(),
        aString: fc.string({ unit: 'binary' }),
        someBytes: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
        maybe: fc.integer(),
        many: fc.array(int64),
        byName: fc.dictionary(
          fc.string().filter((name) => name !== '__proto__'),
          int64,
        ),
        at: time,
        times: fc.array(time),
        anything: fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
        inners: fc.array(fc.record({ name: fc.string() })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(JSON.stringify(roundTrip(value)))).toEqual(
          JSON.parse(JSON.stringify({ json: { ...zero, ...value }, remarks: { wrong: [], leftOut: [] } })),
        );
      }),
      { numRuns: 100 },
    );
  });
});
