import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { afterwards } from '../mapped.fixture.ts';

export interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: unknown;
}

export interface GraphqlServer {
  readonly url: string;
  /** What was sent, in its order. */
  readonly seen: Seen[];
  /** Stands before the schema: true where it has answered. Whoever does nothing and returns true lets the client wait. */
  before: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** An error with `extensions.code`, as servers have agreed to say it. */
export function coded(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** A GraphQL server on a free port, as https://graphql.github.io/graphql-over-http/draft/ has it. */
export async function graphqlServer(schema: string, rootValue: object): Promise<GraphqlServer> {
  const built = buildSchema(schema);
  const self: GraphqlServer = { url: '', seen: [], before: () => false };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Seen, 'headers'>;
    self.seen.push({ headers: request.headers, query, operationName, variables });
    if (self.before(request, response)) return;
    const variableValues = variables as Record<string, unknown>;
    const result = await graphql({ schema: built, source: query, rootValue, operationName, variableValues });
    const status = result.data === undefined ? 400 : 200;
    response.writeHead(status, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(result));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterwards(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(self, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
}
