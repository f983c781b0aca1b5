import { createSecureContext } from 'node:tls';
import type { Client } from '@grpc/grpc-js';
import { largestBodyBytes } from '../../read-bytes.ts';

export interface Channels {
  /** The connection to the host of an address: TLS for `https:`, in the clear for `http:`. */
  to(url: string): Promise<Client>;
  close(): void;
}

/** A request can choose the host where the address has a variable: beyond this the oldest is closed. */
const mostKept = 100;

/** Opens a connection when it is first needed. Whom to trust is Node's own setting (NODE_EXTRA_CA_CERTS), as with HTTP. Retries are ours (`resilience`), and no proxy of the environment stands between. */
export function channels(): Channels {
  const kept = new Map<string, Client>();
  return {
    async to(url) {
      const { Client, credentials } = await import('@grpc/grpc-js');
      const { protocol, hostname, port } = new URL(url);
      const isSafe = protocol === 'https:';
      const target = `dns:${hostname}:${port || (isSafe ? 443 : 80)}`;
      const id = `${protocol}${target}`;
      const known = kept.get(id);
      if (known) return known;
      const fresh = new Client(
        target,
        isSafe ? credentials.createFromSecureContext(createSecureContext()) : credentials.createInsecure(),
        {
          'grpc.enable_retries': 0,
          'grpc.enable_http_proxy': 0,
          'grpc.service_config_disable_resolution': 1,
          'grpc.max_receive_message_length': largestBodyBytes,
          'grpc.max_send_message_length': largestBodyBytes,
          'grpc.initial_reconnect_backoff_ms': 100,
          'grpc.max_reconnect_backoff_ms': 5000,
        },
      );
      const [oldest] = kept;
      if (oldest && kept.size >= mostKept) {
        oldest[1].close();
        kept.delete(oldest[0]);
      }
      kept.set(id, fresh);
      return fresh;
    },
    close() {
      for (const client of kept.values()) client.close();
      kept.clear();
    },
  };
}
