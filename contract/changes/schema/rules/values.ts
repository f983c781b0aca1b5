import { breaks } from '../../change.ts';
import { canonicalJson, valuesWords, valueWords } from '../../value-words.ts';
import type { SchemaRule } from '../schema-change.ts';

/** `enum` and `const` (JSON Schema 2020-12 validation §6.1.2, §6.1.3). */
export const valuesChange: SchemaRule = (before, after, direction) => {
  const isAnswer = direction === 'answer';
  if (before.values && !after.values) {
    const text = `can be other than ${valuesWords(before.values, 'and')} now`;
    return [{ rule: 'values-freed', isBreaking: breaks(direction, 'wider'), text }];
  }
  if (!before.values && after.values) {
    const text = `is always ${valuesWords(after.values, 'or')} now`;
    return [{ rule: 'values-listed', isBreaking: breaks(direction, 'narrower'), text }];
  }
  const gone = without(before.values, after.values);
  const come = without(after.values, before.values);
  const changes = [];
  if (gone.length > 0) {
    const text = isAnswer ? `is never ${valuesWords(gone, 'or')} now` : `can no longer be ${valuesWords(gone, 'or')}`;
    changes.push({ rule: 'values-removed', isBreaking: breaks(direction, 'narrower'), text });
  }
  if (come.length > 0) {
    const text = `can be ${valuesWords(come, 'or')} now`;
    changes.push({ rule: 'values-added', isBreaking: breaks(direction, 'wider'), text });
  }
  return changes;
};

function without(values: readonly unknown[] = [], others: readonly unknown[] = []): unknown[] {
  if (values === others) return [];
  const known = new Set(others.map((value) => canonicalJson(value)));
  return values.filter((value) => !known.has(canonicalJson(value)));
}

/** What stands for a value that is left out: of interest to whom may leave it out. */
export const defaultChange: SchemaRule = (before, after, direction) => {
  if (direction === 'answer' || canonicalJson(before.default) === canonicalJson(after.default)) return [];
  const text =
    after.default === undefined
      ? `has no default now, ${valueWords(before.default)} before`
      : `defaults to ${valueWords(after.default)}${before.default === undefined ? ' now' : ` instead of ${valueWords(before.default)}`}`;
  return [{ rule: 'default-changed', isBreaking: false, text }];
};
