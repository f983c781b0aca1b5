/** About the hop, the body and the answer of HTTP, or gRPC's own (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md). */
const notMetadata =
  /^(?:grpc-.*|:.*|.*-bin|te|host|user-agent|content-.*|accept|accept-encoding|if-.*|range|prefer|upgrade.*|http2-settings)$/;

/** The headers that become metadata of a call: those that gRPC can carry. */
export function metadataOf(headers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(headers).filter(
    ([name, value]) => /^[0-9a-z_.-]+$/.test(name) && !notMetadata.test(name) && /^[\x20-\x7e]*$/.test(value),
  );
}
