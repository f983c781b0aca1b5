import { isObject } from '../json-value.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isSchema: Check = (value) => typeof value === 'boolean' || isObject(value);
const isList: Check = (value) => Array.isArray(value);
const isFilledList: Check = (value) => Array.isArray(value) && value.length > 0;
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText);

const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
const isType: Check = (value) => TYPES.includes(value as string);

function keywords(names: string, check: Check, wanted: string): [string, { check: Check; wanted: string }][] {
  return names.split(' ').map((name) => [name, { check, wanted }]);
}

/** What a keyword of JSON Schema 2020-12 must hold, for everything that a reader of the model relies on. */
export const schemaKeywords: ReadonlyMap<string, { check: Check; wanted: string }> = new Map([
  ...keywords('$ref $dynamicRef format title description pattern contentMediaType contentEncoding', isText, 'text'),
  ...keywords('deprecated readOnly writeOnly uniqueItems', isFlag, 'true or false'),
  ...keywords('minimum maximum exclusiveMinimum exclusiveMaximum', isNumber, 'a number'),
  ...keywords('multipleOf', (value) => isNumber(value) && (value as number) > 0, 'a number above 0'),
  ...keywords(
    'minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains',
    isCount,
    'a whole number, 0 or more',
  ),
  ...keywords('properties patternProperties $defs definitions dependentSchemas', isObject, 'a map of schemas'),
  ...keywords(
    'additionalProperties items not if then else contains propertyNames unevaluatedItems unevaluatedProperties contentSchema',
    isSchema,
    'a schema',
  ),
  ...keywords('allOf anyOf oneOf prefixItems', isFilledList, 'a list of schemas'),
  ...keywords('examples', isList, 'a list'),
  ...keywords('enum', isFilledList, 'a list of values'),
  ...keywords('required', isTextList, 'a list of property names'),
  ...keywords(
    'type',
    (value) => isType(value) || (isFilledList(value) && (value as unknown[]).every(isType)),
    `one or more of ${TYPES.join(', ')}`,
  ),
  ...keywords(
    'discriminator',
    (value) =>
      isObject(value) &&
      typeof value.propertyName === 'string' &&
      (value.mapping === undefined || isObject(value.mapping)),
    'an object with "propertyName"',
  ),
]);
