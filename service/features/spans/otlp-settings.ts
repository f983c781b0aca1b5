import { StartError } from '../../platform/start-error.ts';

/** Where spans go and how, from the standard variables (https://opentelemetry.io/docs/specs/otel/protocol/exporter/). */
export interface OtlpSettings {
  /** Where batches are posted: `https://collector.example/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Attributes of the resource, `service.name` among them. */
  readonly resource: Readonly<Record<string, string>>;
  /** Of traces that begin here, the share that is exported. */
  readonly ratio: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined where nothing is to be exported. Throws a `StartError` that names the variable that is wrong. */
export function readOtlpSettings(environment: Environment): OtlpSettings | undefined {
  const get = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const isOff = get('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || get('OTEL_TRACES_EXPORTER') === 'none';
  const own = get('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
  const base = get('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (isOff || (own ?? base) === undefined) return undefined;
  readProtocol(get('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? get('OTEL_EXPORTER_OTLP_PROTOCOL'));
  const name = get('OTEL_SERVICE_NAME');
  return {
    url:
      own === undefined
        ? `${readUrl('OTEL_EXPORTER_OTLP_ENDPOINT', base ?? '').replace(/\/$/, '')}/v1/traces`
        : readUrl('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', own),
    headers: {
      ...readPairs('OTEL_EXPORTER_OTLP_HEADERS', get('OTEL_EXPORTER_OTLP_HEADERS')),
      ...readPairs('OTEL_EXPORTER_OTLP_TRACES_HEADERS', get('OTEL_EXPORTER_OTLP_TRACES_HEADERS')),
    },
    timeoutMs: readNumber(
      'OTEL_EXPORTER_OTLP_TIMEOUT',
      get('OTEL_EXPORTER_OTLP_TRACES_TIMEOUT') ?? get('OTEL_EXPORTER_OTLP_TIMEOUT') ?? '10000',
      120_000,
    ),
    resource: {
      'service.name': 'portolan',
      ...readPairs('OTEL_RESOURCE_ATTRIBUTES', get('OTEL_RESOURCE_ATTRIBUTES')),
      ...(name !== undefined && { 'service.name': name }),
    },
    ratio: readRatio(get('OTEL_TRACES_SAMPLER'), get('OTEL_TRACES_SAMPLER_ARG')),
  };
}

function readProtocol(protocol: string | undefined): void {
  if (protocol === undefined || protocol === 'http/json') return;
  throw new StartError(
    `OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol}", and spans are sent as http/json only. Leave it out, and name the collector’s HTTP port, usually 4318.`,
  );
}

function readUrl(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new StartError(`${name} is "${text}", which is no address. Set it like http://localhost:4318.`);
}

/** `key=value,key2=value2`, percent-encoded, as W3C Baggage writes it. */
function readPairs(name: string, text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      // The value may be a secret: it is not said.
      if (at < 1) throw new StartError(`${name} has a part without "=". Write it as name=value,name2=value2.`);
      return [pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new StartError(`${name} is "${text}". Set it to a whole number of milliseconds from 1 to ${most}.`);
}

function readRatio(sampler: string | undefined, argument: string | undefined): number {
  if (sampler === undefined || /^(?:parentbased_)?always_on$/.test(sampler)) return 1;
  if (/^(?:parentbased_)?always_off$/.test(sampler)) return 0;
  const ratio = Number(argument ?? '1');
  if (/^(?:parentbased_)?traceidratio$/.test(sampler) && ratio >= 0 && ratio <= 1) return ratio;
  throw new StartError(
    `OTEL_TRACES_SAMPLER is "${sampler}" with "${argument ?? ''}". Set it to parentbased_always_on, or to parentbased_traceidratio with OTEL_TRACES_SAMPLER_ARG from 0 to 1.`,
  );
}
