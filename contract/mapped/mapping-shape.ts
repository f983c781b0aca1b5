import type { Shape } from '../read/portal/shape.ts';
import { list, matching, may, must, object, text } from '../read/portal/shapes.ts';

/** The shapes of `live.graphql` and `live.grpc`. */

const byName = (of: Shape, wanted: string): Shape => ({ kind: 'names', of, wanted, accepts: (name) => name !== '' });

const source = matching(
  /^(?:(?:path|query)\.[^\s].*|body(?:\.[^\s.]+)*)$/,
  'a place in the request, such as "path.id", "query.limit", "body" or "body.owner.name"',
);
const statusOf = (least: number, most: number): Shape => ({
  kind: 'number',
  wanted: `a status from ${least} to ${most}`,
  accepts: (value) => Number.isInteger(value) && value >= least && value <= most,
});
const errorStatus = statusOf(400, 599);
const errors = byName(errorStatus, 'the code of an error, such as "NOT_FOUND"');
const fieldPath = matching(/^(?:[^\s.]+(?:\.[^\s.]+)*)?$/, 'names with points between them, such as "things.nodes"');
const truth: Shape = { kind: 'switch' };

const forEach = {
  unused: may(list(source, 1)),
  answer: may(fieldPath),
  status: may(statusOf(200, 299)),
};

const common = {
  without: may(list(text, 1)),
  errors: may(errors),
};

export const graphqlShape = object({
  ...common,
  schema: may({ kind: 'text', wanted: 'the path of a file, such as "graphql/schema.graphql"' }),
  operations: must(
    byName(
      object({
        ...forEach,
        document: must({ kind: 'text', wanted: 'a query or a mutation, or the path of a file that has it' }),
        variables: may(byName(source, 'the name of a variable')),
        whenNull: may(errorStatus),
        partial: may(truth),
      }),
      'the id of an operation',
    ),
  ),
});

export const grpcShape = object({
  ...common,
  proto: must({ kind: 'text', wanted: 'the path of a file, such as "proto/things.proto"' }),
  folders: may(list({ kind: 'text', wanted: 'the path of a folder, such as "proto"' }, 1)),
  names: may({ kind: 'choice', options: ['json', 'proto'] }),
  operations: must(
    byName(
      object({
        ...forEach,
        method: must(matching(/^[A-Za-z_][\w.]*\/[A-Za-z_]\w*$/, 'a method such as "things.v1.Things/GetThing"')),
        fields: may(byName(source, 'the path of a field')),
      }),
      'the id of an operation',
    ),
  ),
});
