import { isRecord } from '../../../portal-client';

type Fields = Readonly<Record<string, unknown>>;

/** What a member of a JSON object is, as far as it is of the type that is asked for. Only own members are looked at. */
export function fieldOf(object: unknown, name: string): unknown {
  return isRecord(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text, or a number or boolean as one; '' for anything else. */
export function textField(object: unknown, name: string): string {
  const value = fieldOf(object, name);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function listField(object: unknown, name: string): readonly unknown[] {
  const value = fieldOf(object, name);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function objectField(object: unknown, name: string): Fields {
  const value = fieldOf(object, name);
  return isRecord(value) && !Array.isArray(value) ? value : {};
}
