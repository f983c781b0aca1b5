import type { Operation } from '../model.ts';

/** The places that an operation has in both versions, as changes name them. */
export function placesOf({
  before,
  after,
}: {
  readonly before: Operation;
  readonly after: Operation;
}): ReadonlySet<string> {
  const others = new Set(placesIn(after));
  return new Set(placesIn(before).filter((place) => others.has(place)));
}

function placesIn({ kind, parameters, requestBody, responses }: Operation): string[] {
  return [
    ...(kind === 'webhook' ? [] : ['address', 'authentication', 'operation']),
    ...parameters.map(({ name, in: place }) => (place === 'header' ? `header ${name}` : `${place} parameter ${name}`)),
    ...(requestBody ? [kind === 'webhook' ? 'payload' : 'request body'] : []),
    ...responses.map(({ status }) => `answer ${status}`),
  ];
}
