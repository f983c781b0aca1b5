import { breaks } from '../../change.ts';
import type { SchemaRule } from '../schema-change.ts';

export const deprecatedChange: SchemaRule = (before, after) => {
  if (before.isDeprecated || !after.isDeprecated) return [];
  return [{ rule: 'property-deprecated', isBreaking: false, text: 'is deprecated' }];
};

/** Keywords of which only a person can tell what a change does: `not`, `if`, `dependentRequired` and the like. */
export const conditionsChange: SchemaRule = (before, after, direction) =>
  [...new Set([...before.others.keys(), ...after.others.keys()])].flatMap((keyword) => {
    const was = before.others.get(keyword);
    const is = after.others.get(keyword);
    if (was === is) return [];
    if (was === undefined) {
      return [
        { rule: 'condition-added', isBreaking: breaks(direction, 'narrower'), text: `has a condition now: ${keyword}` },
      ];
    }
    if (is === undefined) {
      return [
        { rule: 'condition-removed', isBreaking: breaks(direction, 'wider'), text: `lost a condition: ${keyword}` },
      ];
    }
    return [{ rule: 'condition-changed', isBreaking: true, text: `has another condition: ${keyword}` }];
  });
