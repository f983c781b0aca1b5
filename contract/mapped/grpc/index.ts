import path from 'node:path';
import type { Method, Root, Type } from 'protobufjs';
import type { ConfigProblem } from '../../read/portal/shape.ts';
import { suggest } from '../../read/portal/suggest.ts';
import { PortalError } from '../../read/portal-error.ts';
import { bind } from '../bind.ts';
import type { MappedGrpcOperation } from '../mapped-operation.ts';
import type { GrpcConfig, GrpcOperationConfig } from '../mapping-config.ts';
import { namedOperations, unreadableBody } from '../named-operations.ts';
import { readableBody } from '../offered.ts';
import { isBelow, readProjectFile } from '../project-file.ts';
import { promisedBy } from '../promised.ts';
import type { MappingFault, MappingPlace, OperationPlace } from '../reading.ts';
import { checkAnswerField, checkMessage } from './check-answer.ts';
import { checkRequest, findField } from './check-request.ts';
import { fullName, messageOf, nameOf } from './fields.ts';
import { lineOfText, loadProto } from './load-proto.ts';

/** Reads the `.proto` file of `live.grpc` and checks each method against the contract. */
export async function readGrpc(
  config: GrpcConfig,
  place: MappingPlace,
): Promise<{ operations: readonly (readonly [string, MappedGrpcOperation])[]; faults: readonly MappingFault[] }> {
  const { mapped, problems } = namedOperations(config, place);
  const faults: MappingFault[] = [...problems];
  const root = await readRoot(config, place);
  if (!('lookup' in root)) return { operations: [], faults: [...faults, root] };
  const operations: (readonly [string, MappedGrpcOperation])[] = [];
  for (const [each, at] of mapped) {
    const method = findMethod(root, each.method, at);
    if (!('requestType' in method)) {
      faults.push(method);
      continue;
    }
    const { value, faults: found } = readOperation(each, config.names ?? 'json', method, at);
    faults.push(...found);
    operations.push([at.operation.id, value]);
  }
  return { operations, faults };
}

async function readRoot(config: GrpcConfig, place: MappingPlace): Promise<Root | MappingFault> {
  const { root, path: at } = place;
  const source = await readProjectFile(root, config.proto, [...at, 'proto']);
  if ('sentence' in source) return source;
  const folders = (config.folders ?? [path.dirname(config.proto)]).map((folder) => path.resolve(root, folder));
  const outside = folders.findIndex((folder) => folder !== path.resolve(root) && !isBelow(root, folder));
  if (outside !== -1) {
    const sentence = `"${config.folders?.[outside]}" is not below the folder of this configuration. Move it there.`;
    return { path: [...at, 'folders', outside], sentence };
  }
  try {
    return loadProto(source.file, folders);
  } catch (error) {
    if (error instanceof PortalError) return error;
    throw error;
  }
}

function findMethod(root: Root, stated: string, { path: at }: OperationPlace): Method | MappingFault {
  const [serviceName = '', methodName = ''] = stated.split('/');
  const wrong = (sentence: string): ConfigProblem => ({ path: [...at, 'method'], sentence });
  const found = root.lookup(serviceName);
  if (found === null || !('methods' in found)) {
    return wrong(
      `the .proto file has no service "${serviceName}". Write the package, too: "things.v1.Things/GetThing".`,
    );
  }
  const service = found as ReturnType<Root['lookupService']>;
  const method = Object.hasOwn(service.methods, methodName) ? service.methods[methodName] : undefined;
  if (!method) {
    const names = Object.keys(service.methods);
    const near = suggest(methodName, names);
    return wrong(
      `${fullName(service)} has no method "${methodName}". ${near ? `Did you mean "${near}"?` : `It has ${names.join(', ')}.`}`,
    );
  }
  if (!method.requestStream && !method.responseStream) return method;
  const file = method.filename ?? service.filename;
  const sentence = `${fullName(service)}/${methodName} streams, and an answer here is one piece of JSON. Map a unary method.`;
  if (file === null) return wrong(sentence);
  return new PortalError(sentence, { file, line: lineOfText(file, new RegExp(`\\brpc\\s+${methodName}\\b`)) });
}

function readOperation(
  config: GrpcOperationConfig,
  names: 'json' | 'proto',
  method: Method,
  at: OperationPlace,
): { readonly value: MappedGrpcOperation; readonly faults: readonly MappingFault[] } {
  const { contract, operation, path } = at;
  const { request, response } = messagesOf(method);
  const unused = config.unused ?? [];
  const { bindings, problems } = bind({
    contract,
    operation,
    named: config.fields ?? {},
    unused,
    targets: request.fieldsArray.map((field) => ({
      name: field.name,
      aliases: [field.name, nameOf(field, 'json')],
      required: field.required,
    })),
    describeUnknown: (target) => {
      const field = findField(request, target);
      return typeof field === 'string' ? field : undefined;
    },
    words: { target: 'field', key: 'fields' },
    path,
  });
  const { promised, problems: unpromised } = promisedBy(operation, config.status, path);
  const answer = config.answer === undefined || config.answer === '' ? [] : config.answer.split('.');
  const wrong = (sentence: string): MappingFault => ({ path, sentence });
  const value: MappedGrpcOperation = {
    kind: 'grpc',
    path: `/${fullName(method.parent as Type)}/${method.name}`,
    request,
    response,
    names,
    bindings,
    answer: [],
    promised,
  };
  const faults = [
    ...unreadableBody(at, readableBody(operation) !== undefined),
    ...problems,
    ...unpromised,
    ...checkRequest({ contract, operation, unused }, request, bindings).map(wrong),
  ];
  if (answer.length === 0) {
    return { value, faults: [...faults, ...checkMessage(contract, promised.body?.schema, response, names).map(wrong)] };
  }
  const field = findField(response, answer.join('.'));
  if (typeof field === 'string') return { value, faults: [...faults, { path: [...path, 'answer'], sentence: field }] };
  const message = field.repeated || field.map ? undefined : messageOf(field);
  const sentences = message
    ? checkMessage(contract, promised.body?.schema, message, names)
    : checkAnswerField(contract, promised.body?.schema, field);
  return {
    value: { ...value, answer: fieldNames(response, answer, names) },
    faults: [...faults, ...sentences.map(wrong)],
  };
}

/** `resolveAll` has found them. */
function messagesOf({ resolvedRequestType: request, resolvedResponseType: response, name }: Method) {
  if (request === null || response === null) throw new Error(`The messages of ${name} are not resolved.`);
  return { request, response };
}

/** The names that the members will have in JSON, whichever the configuration used. */
function fieldNames(type: Type, path: readonly string[], names: 'json' | 'proto'): readonly string[] {
  return path.map((_, index) => {
    const field = findField(type, path.slice(0, index + 1).join('.'));
    return typeof field === 'string' ? '' : nameOf(field, names);
  });
}
