import type { SandboxTrouble } from '../../portal-client';

type Setting = SandboxTrouble['settings'][number];

/** What stands in the fields of a scenario, as typed, by the setting's name. */
export type SettingsText = Readonly<Record<string, string>>;

/** How long it is to be on. No scenario has a setting of this name: it is none that a scenario could have. */
export const minutesField: Setting = {
  name: 'on for',
  title: 'Switch off by itself after',
  unit: 'min',
  minimum: 1,
  maximum: 1440,
  default: 60,
};

/** The fields as they are when nobody has typed: what the latest run had, else the defaults. */
export function openingText({ settings, run }: SandboxTrouble): SettingsText {
  const values = settings.map((one): [string, string] => [one.name, String(run?.settings[one.name] ?? one.default)]);
  return { ...Object.fromEntries(values), [minutesField.name]: String(minutesField.default) };
}

/** What is wrong with a field, in words; null where nothing is. */
export function faultOf(setting: Setting, text: string | undefined): string | null {
  const value = Number(text);
  const isWhole = text !== undefined && text.trim() !== '' && Number.isInteger(value);
  if (isWhole && value >= setting.minimum && value <= setting.maximum) return null;
  return `A whole number from ${setting.minimum} to ${setting.maximum}`;
}

/** The settings to send; null where a field is wrong. */
export function wantedOf(
  { settings }: SandboxTrouble,
  text: SettingsText,
): { readonly settings: Record<string, number>; readonly minutes: number } | null {
  if ([...settings, minutesField].some((one) => faultOf(one, text[one.name]) !== null)) return null;
  const values = settings.map((one): [string, number] => [one.name, Number(text[one.name])]);
  return { settings: Object.fromEntries(values), minutes: Number(text[minutesField.name]) };
}

/** `Share of requests 30 %`: the first setting, which says most. */
export function settingsInShort({ settings }: SandboxTrouble, text: SettingsText): string {
  const [first] = settings;
  return first ? `${first.title} ${text[first.name] ?? ''} ${first.unit}`.trimEnd() : '';
}
