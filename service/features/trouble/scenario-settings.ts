import type { ProblemPlace } from '../../platform/problem.ts';
import type { Scenario } from './scenario.ts';

export type Settings = Readonly<Record<string, number>>;

export type SettingsReading =
  | { readonly kind: 'read'; readonly settings: Settings }
  | { readonly kind: 'refused'; readonly errors: readonly ProblemPlace[] };

/** The settings of a scenario, what is not given by its default; or all that is wrong with them. */
export function readSettings(scenario: Scenario, given: Readonly<Record<string, number>>): SettingsReading {
  const errors: ProblemPlace[] = [];
  for (const [name, value] of Object.entries(given)) {
    const setting = scenario.settings.find((one) => one.name === name);
    const at = `/settings/${name.slice(0, 60)}`;
    if (setting === undefined) {
      const names = scenario.settings.map((one) => one.name).join(', ');
      errors.push({ in: 'body', at, message: `is no setting of ${scenario.id}; it has ${names}` });
    } else if (value < setting.minimum || value > setting.maximum) {
      errors.push({
        in: 'body',
        at,
        message: `must be from ${setting.minimum} to ${setting.maximum} ${setting.unit}`.trimEnd(),
      });
    }
  }
  if (errors.length > 0) return { kind: 'refused', errors };
  const settings = scenario.settings.map((one): [string, number] => [one.name, given[one.name] ?? one.default]);
  return { kind: 'read', settings: Object.fromEntries(settings) };
}
