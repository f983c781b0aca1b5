import type { SchemaRule } from '../schema-change.ts';
import { limitsChange, stepChange, uniqueChange } from './limits.ts';
import { othersChange } from './members.ts';
import { conditionsChange, deprecatedChange } from './other.ts';
import { formatChange, patternChange } from './text-form.ts';
import { nullChange } from './types.ts';
import { defaultChange, valuesChange } from './values.ts';

/** The rules for values whose types have something in common, in the order in which they are told. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  nullChange,
  valuesChange,
  formatChange,
  patternChange,
  limitsChange,
  stepChange,
  uniqueChange,
  defaultChange,
  othersChange,
  conditionsChange,
  deprecatedChange,
];
