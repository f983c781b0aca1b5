import type { ProofConfig } from './journey-config.ts';

/** What proves a step, in words for the integrator: pages and their Markdown twins say the same. */
export function proofWords(proof: ProofConfig): string {
  switch (proof.kind) {
    case 'key-issued':
      return 'Ticks when you have a key.';
    case 'traffic':
      return `Ticks when the gateway has seen ${trafficWords(proof)}.`;
    case 'retry-after-429':
      return `Ticks when ${proof.operation === undefined ? 'a request' : idOf(proof.operation)} was refused with 429, came again no sooner than Retry-After told, and was answered well.`;
    case 'idempotent-retry':
      return `Ticks when ${idOf(proof.operation)} came twice with one Idempotency-Key and had one effect.`;
    case 'all-pages':
      return `Ticks when ${idOf(proof.operation)} was read from its first page to its last, in ${proof.pages ?? 2} pages or more.`;
    case 'token-refreshed':
      return 'Ticks when a request was refused with 401 and soon after went well with another token.';
    case 'webhook-verified':
      return 'Ticks when an address of yours has answered a signed webhook with 2XX.';
    case 'webhook-duplicate':
      return 'Ticks when one event came twice, was acknowledged twice, and was acted on once.';
    case 'outage':
      return 'Ticks when all that an outage refused came again, patiently, and was answered well.';
    case 'form':
      return 'Ticks when the form is filled in.';
    case 'agreement':
      return `Ticks when an owner of your organization agrees to version ${proof.version}.`;
    case 'review':
      return 'Ticks when the team of this platform approves it.';
  }
}

function trafficWords(proof: Extract<ProofConfig, { kind: 'traffic' }>): string {
  const { operation, status = '2XX', count = 1, withinMinutes, sameResourceAs } = proof;
  const times = count === 1 ? '' : ` ${count} times`;
  const time = withinMinutes === undefined ? '' : ` within ${withinMinutes} min`;
  const what = sameResourceAs === undefined ? '' : ', about what you made before';
  return `${idOf(operation)} answered with ${status}${times}${time}${what}`;
}

const idOf = (operation: string): string => operation.split('/').slice(2).join('/');
