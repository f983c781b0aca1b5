import path from 'node:path';
import type { status } from '@grpc/grpc-js';
import {
  type handleUnaryCall,
  loadPackageDefinition,
  Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceClientConstructor,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { type Files, writePortal } from '../../../../../contract/mapped/mapped.fixture.ts';
import { afterwards } from '../mapped.fixture.ts';

type Message = Readonly<Record<string, unknown>>;
export type Call = ServerUnaryCall<Message, Message>;
/** Answers, or throws what `refusal` makes. */
export type Handler = (call: Call) => Message | Promise<Message>;

export interface GrpcServer {
  readonly url: string;
  readonly calls: Call[];
  readonly stop: () => void;
}

/** An error with a status, and with words that must stay behind the gateway. */
export function refusal(code: status, details = 'secret: pg://db.internal'): Error {
  const metadata = new Metadata();
  metadata.set('x-debug', 'secret');
  return Object.assign(new Error(details), { code, details, metadata });
}

/**
 * A gRPC server on a free port. Its messages are read and written by `@grpc/proto-loader`, and so not by the gateway's own code: 64-bit integers and
 * enums come as text, timestamps as seconds and nanos.
 */
export async function grpcServer(
  files: Files,
  proto: string,
  service: string,
  handlers: Readonly<Record<string, Handler>>,
): Promise<GrpcServer> {
  const folder = path.dirname(writePortal(files));
  const definition = loadSync(path.join(folder, proto), { longs: String, enums: String, keepCase: true, oneofs: true });
  const found = service
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], loadPackageDefinition(definition));
  const server = new Server();
  const calls: Call[] = [];
  const implementation = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]): [string, handleUnaryCall<Message, Message>] => [
      name,
      (call, done) => {
        calls.push(call);
        void Promise.resolve()
          .then(() => handler(call))
          .then(
            (answer) => done(null, answer),
            (error: unknown) => done(error as Error),
          );
      },
    ]),
  );
  server.addService((found as ServiceClientConstructor).service, implementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  afterwards(() => server.forceShutdown());
  return { url: `http://127.0.0.1:${port}`, calls, stop: () => server.forceShutdown() };
}
