import type { Contract, Operation, Schema, SchemaObject } from '../model.ts';
import type { Finding } from '../read/description/index.ts';
import { escapeKey, valueAt } from '../read/json-pointer.ts';
import { isObject, type JsonObject } from '../read/json-value.ts';
import { checkShape, type ConfigPath, type Shape } from '../read/portal/shape.ts';
import { collectionsOf } from './collections.ts';
import { checkOperationRules } from './check-operation-rules.ts';
import { checkSchemaRules } from './check-schema-rules.ts';
import { readOperationRules } from './read-operation-rules.ts';
import { readSchemaRules } from './read-schema-rules.ts';
import type { ItemRules, MemberRules, OperationRules } from './rules.ts';
import { type Saying, sayingOf } from './saying.ts';
import type { SandboxStatement } from './statement.ts';
import { operationShape, schemaShape } from './statement-shapes.ts';

/** What `x-sandbox` says in a contract, found by what it stands at. */
export interface SandboxRules {
  ofOperation(operation: Operation): OperationRules | undefined;
  /** At the very schema object, not at what it refers to. */
  ofSchema(schema: Schema | undefined): (ItemRules & MemberRules) | undefined;
  /** Whether anything changes by itself as time passes. */
  readonly hasTransitions: boolean;
}

const known = new WeakMap<Contract, SandboxRules>();

/** The rules of a contract that was found to be right when it was read; what is wrong all the same counts as not said. */
export function sandboxRulesOf(contract: Contract): SandboxRules {
  const rules = known.get(contract) ?? readSandboxRules(contract).rules;
  known.set(contract, rules);
  return rules;
}

/** Reads what `x-sandbox` says at operations and schemas, and tells what in it is wrong. */
export function readSandboxRules(contract: Contract): { rules: SandboxRules; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const operations = new Map<string, OperationRules>();
  const schemas = new Map<SchemaObject, ItemRules & MemberRules>();
  const collections = collectionsOf(contract);
  let hasTransitions = false;

  for (const statement of contract.sandbox ?? []) {
    const read = (shape: Shape, make: (said: Saying, value: JsonObject) => void) =>
      readStatement(statement, shape, collections, findings, make);
    const operation = contract.operations.find(({ pointer }) => pointer === statement.pointer);
    if (operation !== undefined) {
      read(operationShape, (said) => {
        const rules = readOperationRules(said);
        checkOperationRules(contract, operation, rules, said);
        operations.set(operation.pointer, rules);
      });
    } else if (statement.at === 'schema') {
      const schema = valueAt(contract.document, statement.pointer);
      read(schemaShape, (said) => {
        const rules = readSchemaRules(said);
        checkSchemaRules(contract, schema as Schema, rules, said);
        hasTransitions ||= rules.becomes.length > 0;
        if (isObject(schema)) schemas.set(schema, rules);
      });
    } else if (!isOfWebhooks(statement)) {
      const sentence = 'x-sandbox says nothing here. Put it at an operation or a schema.';
      findings.push({ pointer: `${statement.pointer}/x-sandbox`, sentence });
    }
  }
  const rules: SandboxRules = {
    ofOperation: ({ pointer }) => operations.get(pointer),
    ofSchema: (schema) => (typeof schema === 'object' ? schemas.get(schema) : undefined),
    hasTransitions,
  };
  return { rules, findings };
}

/** At the root and at webhooks it is about deliveries. */
function isOfWebhooks({ at, pointer }: SandboxStatement): boolean {
  return at === 'description' || /^\/(?:x-)?webhooks\//.test(pointer);
}

function readStatement(
  { pointer, value }: SandboxStatement,
  shape: Shape,
  collections: readonly string[],
  findings: Finding[],
  make: (said: Saying, value: JsonObject) => void,
): void {
  const tell = (path: ConfigPath, sentence: string) =>
    void findings.push({ pointer: pointer + path.map((key) => `/${escapeKey(String(key))}`).join(''), sentence });
  const start = ['x-sandbox'];
  const problems = checkShape(value, shape, start);
  for (const { path, sentence } of problems) tell(path, sentence);
  if (problems.length === 0 && isObject(value)) make(sayingOf(value, start, { collections, tell }), value);
}
