import type { EmbeddedOperation, NeededValue } from '../../contract/embedded-operation.ts';
import type { Contract, Operation } from '../../contract/model.ts';
import type { WrittenEmbed } from './find-embeds.ts';
import { orRather } from './or-rather.ts';
import { attributesOf, plainAttribute, type Plain } from './plain-value.ts';
import { readSaves } from './read-saves.ts';
import { readValues } from './read-values.ts';
import { shortOperation } from './short-operation.ts';

/** An embedded operation as it is shown, and what is wrong with how it is written: a sentence each. */
export interface ReadEmbed {
  readonly embed: EmbeddedOperation | null;
  readonly faults: readonly string[];
}

const ATTRIBUTES = { TryIt: ['operation', 'values', 'save', 'wrong'], Sample: ['operation', 'values', 'wrong'] };

/** Takes an element apart and checks it against its contract. `earlier` are those above it in the guide. */
export function readEmbed(
  { name, node }: WrittenEmbed,
  contracts: readonly Contract[],
  guide: string,
  earlier: readonly EmbeddedOperation[],
): ReadEmbed {
  const faults: string[] = [];
  const written: Record<string, Plain> = {};
  for (const attribute of attributesOf(node)) {
    const key = attribute.name ?? '';
    const value = plainAttribute(attribute);
    if (!ATTRIBUTES[name].includes(key))
      faults.push(`there is no attribute "${key}"${orRather(key, ATTRIBUTES[name])}`);
    else if (value === undefined) faults.push(`"${key}" must be written out: texts, numbers, lists and objects.`);
    else written[key] = value;
  }
  const found = findOperation(written.operation, contracts);
  if (typeof found === 'string') return { embed: null, faults: [...faults, found] };
  const { contract, operation } = found;
  const values = readValues(written.values, contract, operation, { isWrongOnPurpose: written.wrong === true });
  const saves = readSaves(written.save, contract, operation);
  const needs = readNeeds(values.named, earlier);
  const embed: EmbeddedOperation = {
    page: shortOperation(contract, operation, new Set(Object.keys(values.given.parameters))),
    href: `/reference/${contract.api}/${contract.version}/${operation.slug}`,
    given: values.given,
    guide,
    place: earlier.length + 1,
    needs: needs.values,
    saves: saves.values,
  };
  return { embed, faults: [...faults, ...values.faults, ...saves.faults, ...needs.faults] };
}

function findOperation(
  written: Plain | undefined,
  contracts: readonly Contract[],
): { readonly contract: Contract; readonly operation: Operation } | string {
  if (typeof written !== 'string') return 'say which one: operation="cardea/v2/createCredentialOffer".';
  const all = new Map(
    contracts.flatMap((contract) =>
      contract.operations.map((operation) => [
        `${contract.api}/${contract.version}/${operation.id}`,
        { contract, operation },
      ]),
    ),
  );
  return all.get(written) ?? `there is no operation ${written}${orRather(written, [...all.keys()])}`;
}

function readNeeds(named: readonly string[], earlier: readonly EmbeddedOperation[]) {
  const known = new Map(earlier.flatMap(({ page, saves }) => saves.map(({ name }) => [name, page.title] as const)));
  const values: NeededValue[] = [];
  const faults: string[] = [];
  for (const name of named) {
    const from = known.get(name);
    if (from === undefined) faults.push(`{{${name}}} is saved by no <TryIt> above${orRather(name, [...known.keys()])}`);
    else values.push({ name, from, placeholder: inCapitals(name) });
  }
  return { values, faults };
}

/** `offerId` → `OFFER_ID`. */
function inCapitals(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
