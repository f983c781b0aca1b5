import type { Client, ServiceError } from '@grpc/grpc-js';
import { LateAnswer } from '../../live-failure.ts';

export interface UnaryCall {
  /** `/things.v1.Things/GetThing` */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly metadata: readonly (readonly [string, string])[];
  /** How long there is, which the upstream is told. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** The number of a status (0: it went well) and the message on the wire. */
export interface UnaryAnswer {
  readonly status: number;
  readonly bytes: Buffer | undefined;
}

/**
 * One call (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md). Throws what `signal` says, `LateAnswer` at the deadline, and an
 * error with Node's code where no connection comes about.
 */
export async function callUnary(
  client: Client,
  { path, bytes, metadata, seconds, signal }: UnaryCall,
): Promise<UnaryAnswer> {
  const { Metadata, status } = await import('@grpc/grpc-js');
  signal.throwIfAborted();
  const sent = new Metadata();
  for (const [name, value] of metadata) sent.add(name, value);
  const same = (buffer: Buffer) => buffer;
  return new Promise((resolve, reject) => {
    const call = client.makeUnaryRequest(
      path,
      same,
      same,
      Buffer.from(bytes),
      sent,
      { deadline: Date.now() + seconds * 1000 },
      (error, answer) => {
        signal.removeEventListener('abort', cancel);
        if (error === null) return resolve({ status: 0, bytes: answer });
        if (signal.aborted && error.code === status.CANCELLED) return reject(signal.reason as Error);
        if (error.code === status.DEADLINE_EXCEEDED) return reject(new LateAnswer(seconds));
        const unreachable = error.code === status.UNAVAILABLE ? withoutConnection(error) : undefined;
        return unreachable ? reject(unreachable) : resolve({ status: error.code, bytes: undefined });
      },
    );
    const cancel = () => call.cancel();
    signal.addEventListener('abort', cancel);
  });
}

/** The library says in words only that nothing was sent. */
function withoutConnection({ details }: ServiceError): Error | undefined {
  if (!/^(?:No connection established|Name resolution failed|Failed to connect)/.test(details)) return undefined;
  const known = /\bE(?:CONNREFUSED|CONNRESET|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT)\b/.exec(details)?.[0];
  const isUnproven = known === undefined && /certificate|\b(?:TLS|SSL)\b|altname/i.test(details);
  const code = isUnproven ? 'CERT_UNTRUSTED' : (known ?? 'ECONNREFUSED');
  return Object.assign(new Error(details), { code });
}
