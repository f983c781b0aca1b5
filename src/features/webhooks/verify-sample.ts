import type { WebhookAttempt } from '../../portal-client';

/** Code that checks this very delivery: a reader runs it, and sees that it fits. */
export interface VerifySample {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly code: string;
}

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** By the libraries of Standard Webhooks; the secret is a variable of the environment. */
export function verifySamples(headers: WebhookAttempt['request_headers'], body: string): readonly VerifySample[] {
  const stated = names.map((name) => [name, headers[name] ?? ''] as const);
  return [
    { id: 'node', label: 'Node', language: 'js', code: nodeSample(stated, body) },
    { id: 'python', label: 'Python', language: 'python', code: pythonSample(stated, body) },
    { id: 'shell', label: 'Shell', language: 'sh', code: shellSample(headers, body) },
  ];
}

type Stated = readonly (readonly [string, string])[];

function nodeSample(headers: Stated, body: string): string {
  return `import { Webhook } from 'standardwebhooks';

const headers = {
${headers.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`).join('\n')}
};
// The bytes that arrived, not JSON that was parsed and written again.
const body = ${JSON.stringify(body)};

// Throws where it does not fit, and where the timestamp is more than five minutes off.
const event = new Webhook(process.env.WEBHOOK_SECRET).verify(body, headers);
console.log(event.type);
`;
}

function pythonSample(headers: Stated, body: string): string {
  return `import os
from standardwebhooks import Webhook

headers = {
${headers.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`).join('\n')}
}
# The bytes that arrived, not JSON that was parsed and written again.
body = ${JSON.stringify(body)}

# Raises where it does not fit, and where the timestamp is more than five minutes off.
event = Webhook(os.environ["WEBHOOK_SECRET"]).verify(body, headers)
print(event["type"])
`;
}

function shellSample(headers: WebhookAttempt['request_headers'], body: string): string {
  const signed = `${headers['webhook-id'] ?? ''}.${headers['webhook-timestamp'] ?? ''}.${body}`;
  const quoted = `'${signed.replaceAll("'", `'\\''`)}'`;
  return `# One of the signatures must be what this prints: ${headers['webhook-signature'] ?? ''}
KEY=$(printf %s "\${WEBHOOK_SECRET#whsec_}" | base64 -d | xxd -p -c 256)
printf %s ${quoted} |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64
`;
}
