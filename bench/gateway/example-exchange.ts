import path from 'node:path';
import type { MediaType, Operation } from '../../contract/model.ts';
import { readContract } from '../../contract/read/index.ts';
import type { LoadRequest } from './open-loop.ts';

export const DESCRIPTION = path.resolve(import.meta.dirname, '../../openapi/cardea/v2.yaml');

interface ExampleAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What the upstream says, from the contract's examples: an offer that was read, and one that was made. */
export async function exampleAnswers(): Promise<{ read: ExampleAnswer; made: ExampleAnswer }> {
  const { reading, making } = await operations();
  return {
    read: answer(200, firstExample(contentOf(reading, '200')), {}),
    made: answer(201, firstExample(contentOf(making, '201')), { location: '/credential-offers/off_1' }),
  };
}

/** What is sent: one read, one write, in turn. `prefix` stands before the path, `key` is the bearer. */
export async function exampleRequests(prefix: string, key: string): Promise<readonly LoadRequest[]> {
  const { reading, making } = await operations();
  const { id } = firstExample(contentOf(reading, '200')) as { id: string };
  const authorization = `Bearer ${key}`;
  return [
    { method: 'GET', path: `${prefix}/credential-offers/${id}`, headers: { authorization } },
    {
      method: 'POST',
      path: `${prefix}/credential-offers`,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(firstExample(making.requestBody?.content)),
    },
  ];
}

async function operations(): Promise<{ reading: Operation; making: Operation }> {
  const contract = await readContract({ api: 'cardea', version: 'v2', file: DESCRIPTION });
  const find = (wanted: string) => {
    const operation = contract.operations.find(({ id }) => id === wanted);
    if (!operation) throw new Error(`${DESCRIPTION} has no operation ${wanted}.`);
    return operation;
  };
  return { reading: find('getCredentialOffer'), making: find('createCredentialOffer') };
}

const contentOf = ({ responses }: Operation, wanted: string) =>
  responses.find(({ status }) => status === wanted)?.content;

function firstExample(content: readonly MediaType[] | undefined): unknown {
  return content?.[0]?.examples[0]?.value;
}

function answer(status: number, value: unknown, headers: Readonly<Record<string, string>>): ExampleAnswer {
  const body = Buffer.from(JSON.stringify(value));
  return {
    status,
    body,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': String(body.length) },
  };
}
