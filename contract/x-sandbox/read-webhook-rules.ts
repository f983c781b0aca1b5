import type { Contract, Operation } from '../model.ts';
import type { Finding } from '../read/description/index.ts';
import { escapeKey } from '../read/json-pointer.ts';
import { isObject, itemsOf, type JsonObject } from '../read/json-value.ts';
import { checkShape, type ConfigPath, nameOf, type Shape } from '../read/portal/shape.ts';
import { suggest } from '../read/portal/suggest.ts';
import { shapeOf } from '../schema-shape.ts';
import { collectionsOf } from './collections.ts';
import { remedy } from './check-operation-rules.ts';
import { spanOf } from './span.ts';
import type { SandboxStatement } from './statement.ts';
import { type EndpointRules, type EventRules, noWebhookRules, type WebhookRules } from './webhook-rules.ts';
import { descriptionShape, webhookShape } from './webhook-shapes.ts';

const known = new WeakMap<Contract, WebhookRules>();

/** The rules of a contract that was found to be right when it was read; what is wrong all the same counts as not said. */
export function webhookRulesOf(contract: Contract): WebhookRules {
  const rules = known.get(contract) ?? readWebhookRules(contract).rules;
  known.set(contract, rules);
  return rules;
}

/** Reads what `x-sandbox` says at the description and at its webhooks, and tells what in it is wrong. */
export function readWebhookRules(contract: Contract): { rules: WebhookRules; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const sentAfter = new Map<string, readonly string[]>();
  let { endpoints, events } = noWebhookRules;
  for (const statement of contract.sandbox ?? []) {
    const tell: Tell = (path, sentence) => {
      const place = ['x-sandbox', ...path].map((key) => `/${escapeKey(String(key))}`).join('');
      findings.push({ pointer: statement.pointer + place, sentence: `${nameOf(['x-sandbox', ...path])} ${sentence}` });
    };
    const webhook = contract.webhooks.find(({ pointer }) => pointer === statement.pointer);
    if (webhook !== undefined) {
      const value = ofShape(statement, webhookShape, findings);
      if (value) sentAfter.set(webhook.id, readSentAfter(contract, value, tell));
    } else if (statement.at === 'description') {
      const { webhooks } = ofShape(statement, descriptionShape, findings) ?? {};
      if (!isObject(webhooks)) continue;
      if (isObject(webhooks.endpoints)) endpoints = readEndpoints(contract, webhooks.endpoints, tell);
      if (isObject(webhooks.events)) events = readEvents(contract, webhooks.events, tell);
    }
  }
  return { rules: { endpoints, events, sentAfter }, findings };
}

type Tell = (path: ConfigPath, sentence: string) => void;

function ofShape(statement: SandboxStatement, shape: Shape, findings: Finding[]): JsonObject | undefined {
  const problems = checkShape(statement.value, shape, ['x-sandbox']);
  for (const { path, sentence } of problems) {
    const place = path.map((key) => `/${escapeKey(String(key))}`).join('');
    findings.push({ pointer: statement.pointer + place, sentence });
  }
  return problems.length === 0 && isObject(statement.value) ? statement.value : undefined;
}

function readSentAfter(contract: Contract, value: JsonObject, tell: Tell): readonly string[] {
  const ids = contract.operations.map(({ id }) => id);
  const named = itemsOf(value.sentAfter).map(String);
  named.forEach((id, index) => {
    if (ids.includes(id)) return;
    const near = suggest(id, ids);
    const hint = near ? `Did you mean "${near}"?` : `There are ${ids.slice(0, 8).join(', ') || 'none'}.`;
    tell(['sentAfter', index], `is "${id}", which is no operation of this description. ${hint}`);
  });
  return named.filter((id) => ids.includes(id));
}

function readEndpoints(contract: Contract, value: JsonObject, tell: Tell): EndpointRules | undefined {
  const path = ['webhooks', 'endpoints'];
  const place = readCollection(contract, value, path, tell);
  if (place === undefined) return undefined;
  const members = membersAt(contract, place);
  const status = isObject(value.status) ? value.status : undefined;
  const member = (stated: unknown, below: ConfigPath) => checkMember(stated, members, [...path, ...below], tell);
  return {
    in: place,
    url: member(value.url, ['url']) ?? '',
    secret: member(value.secret, ['secret']),
    types: member(value.types, ['types']),
    everyType: typeof value.everyType === 'string' ? value.everyType : undefined,
    status: status && {
      member: member(status.member, ['status', 'member']) ?? '',
      enabled: status.enabled,
      disabled: status.disabled,
    },
    rotation: spanOf(String(value.rotation)),
    disabledAfter: spanOf(String(value.disabledAfter)),
  };
}

function readEvents(contract: Contract, value: JsonObject, tell: Tell): EventRules | undefined {
  const path = ['webhooks', 'events'];
  const place = readCollection(contract, value, path, tell);
  if (place === undefined) return undefined;
  const type = checkMember(value.type, membersAt(contract, place), [...path, 'type'], tell);
  return type === undefined ? undefined : { in: place, type };
}

/** Webhooks are sent for an organization, so that their collections stand below nothing. */
function readCollection(contract: Contract, value: JsonObject, path: ConfigPath, tell: Tell): string | undefined {
  const collections = collectionsOf(contract).filter((template) => !template.includes('{'));
  const stated = String(value.in);
  if (collections.includes(stated)) return stated;
  const near = suggest(stated, collections);
  const hint = near ? `Did you mean "${near}"?` : `There are ${collections.slice(0, 8).join(', ') || 'none'}.`;
  tell([...path, 'in'], `is "${stated}", which is no collection without parameters of this description. ${hint}`);
  return undefined;
}

function checkMember(stated: unknown, members: ReadonlySet<string>, path: ConfigPath, tell: Tell): string | undefined {
  if (typeof stated !== 'string') return undefined;
  if (members.size > 0 && !members.has(stated)) {
    tell(path, `names "${stated}", which the items do not have. ${remedy(stated, members)}`);
  }
  return stated;
}

/** Those of everything that is answered at the collection and at its items. */
function membersAt(contract: Contract, place: string): ReadonlySet<string> {
  const isOfItems = (path: string) =>
    path === place || (path.startsWith(`${place}/`) && /^\/\{[^/]+\}$/.test(path.slice(place.length)));
  const schemas = contract.operations.filter(({ path }) => isOfItems(path)).flatMap(successSchemas);
  const shapes = schemas.map((schema) => shapeOf(contract, schema));
  const items = shapes.flatMap(({ properties }) =>
    [...properties.values()].map((property) => shapeOf(contract, shapeOf(contract, property).items)),
  );
  return new Set([...shapes, ...items].flatMap(({ properties }) => [...properties.keys()]));
}

function successSchemas({ responses }: Operation) {
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.map(({ schema }) => schema));
}
