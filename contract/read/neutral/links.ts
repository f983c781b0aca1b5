import type { ResponseLink } from '../../model.ts';
import { escapeKey, pointerOfRef } from '../json-pointer.ts';
import { entriesOf, type JsonObject, record, textOf } from '../json-value.ts';
import { type Placed, type Reading, resolve } from './reading.ts';

interface Target {
  readonly id: string;
  readonly operationId: string | undefined;
  readonly pointer: string;
  readonly statedPointer: string;
}

/** What a link can name: the operations of a contract by their operationId, and by their pointer. */
export class LinkTargets {
  readonly #ids = new Map<string, string>();
  readonly #pointers = new Map<string, string>();

  constructor(operations: Iterable<Target>) {
    for (const { id, operationId, pointer, statedPointer } of operations) {
      // Of two with one operationId, the first kept it.
      if (operationId !== undefined && !this.#ids.has(operationId)) this.#ids.set(operationId, id);
      for (const at of [statedPointer, pointer]) if (!this.#pointers.has(at)) this.#pointers.set(at, id);
    }
  }

  find(link: JsonObject): string | undefined {
    const operationId = textOf(link, 'operationId');
    if (operationId !== undefined) return this.#ids.get(operationId);
    const pointer = pointerOfRef(textOf(link, 'operationRef') ?? '');
    return pointer === undefined ? undefined : this.#pointers.get(pointer);
  }
}

/** `links` of a response (3.1 §4.8.20), in the order of the description. */
export function readLinks(reading: Reading, targets: LinkTargets, response: Placed): ResponseLink[] {
  return entriesOf(response.value.links).flatMap(([name, entry]) => {
    const found = resolve(reading, entry, `${response.pointer}/links/${escapeKey(name)}`);
    return found ? [readLink(reading, targets, name, found)] : [];
  });
}

function readLink(reading: Reading, targets: LinkTargets, name: string, { value, pointer }: Placed): ResponseLink {
  const operationId = targets.find(value);
  if (operationId === undefined) reading.warn(...describeLost(name, value, pointer));
  return {
    name,
    description: textOf(value, 'description'),
    operationId,
    parameters: record(entriesOf(value.parameters).map(([key, parameter]) => [key, asText(parameter)])),
    requestBody: value.requestBody === undefined ? undefined : asText(value.requestBody),
  };
}

function describeLost(name: string, value: JsonObject, pointer: string): [pointer: string, sentence: string] {
  const key = ['operationId', 'operationRef'].find((candidate) => textOf(value, candidate) !== undefined);
  if (!key) {
    return [pointer, `the link "${name}" names no operation by "operationId" or "operationRef"; it leads nowhere.`];
  }
  const stated = textOf(value, key);
  return [
    `${pointer}/${key}`,
    `the link "${name}" names an operation that is not here, "${stated}"; it leads nowhere.`,
  ];
}

/** An expression or a text as it is, any other value as JSON. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
