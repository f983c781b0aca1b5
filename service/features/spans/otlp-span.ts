/** A span as OTLP's JSON has it (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding): ids in hex, times as text. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly traceState?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly OtlpAttribute[];
  readonly status: { readonly code?: number };
}

export interface OtlpAttribute {
  readonly key: string;
  readonly value: { readonly stringValue: string } | { readonly intValue: string };
}

export const spanKinds = { server: 2, client: 3 } as const;
export const errorStatus = { code: 2 } as const;

type Values = Readonly<Record<string, string | number | null | undefined>>;

/** What is null or undefined is left out. */
export function attributes(values: Values): readonly OtlpAttribute[] {
  return Object.entries(values).flatMap(([key, value]): readonly OtlpAttribute[] => {
    if (value === null || value === undefined) return [];
    return [
      { key, value: typeof value === 'number' ? { intValue: String(Math.round(value)) } : { stringValue: value } },
    ];
  });
}

/** So many milliseconds, with fractions, after a time, as nanoseconds since 1970. */
export function nanoseconds(time: Date, afterMs: number): string {
  return String(BigInt(time.getTime()) * 1_000_000n + BigInt(Math.round(afterMs * 1e6)));
}
