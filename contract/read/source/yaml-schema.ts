import { FAILSAFE_SCHEMA, Type } from 'js-yaml';

const scalar = (name: string, pattern: RegExp, construct?: (text: string) => unknown): Type =>
  new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text: unknown) => (text === null ? name === 'null' : typeof text === 'string' && pattern.test(text)),
    construct,
  });

/** The core schema of YAML 1.2.2 (§10.3.2) with merge keys. The parser's own also knows `0b1`; dates stay text in both. */
export const coreSchema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', /^(?:~|null|Null|NULL|)$/, () => null),
    scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => /^[tT]/.test(text)),
    scalar('int', /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/, Number),
    scalar(
      'float',
      /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
      toFloat,
    ),
    scalar('merge', /^<<$/),
  ],
});

function toFloat(text: string): number {
  const special = /^([-+]?)\.(i|n)/i.exec(text);
  if (!special) return Number(text);
  if (special[2]?.toLowerCase() === 'n') return NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}
