import { isObject } from './example.ts';

const typeOfKind: Readonly<Record<string, string>> = {
  diploma: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  employee_badge: 'typ_01k8p3b1b2c3d4e5f6g7h8j9k1',
  national_id: 'typ_01k8p3c1b2c3d4e5f6g7h8j9k2',
  custom: 'typ_01k8p3d1b2c3d4e5f6g7h8j9k3',
};

/** A random body of Cardea as its rules want it, too: the type is there and of the claims' kind, and nothing ends at once. */
export function agreeing(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { expires_at: _, valid_until: __, ...rest } = body;
  const kind = isObject(rest.claims) ? String(rest.claims.kind) : '';
  if (typeof rest.credential_type_id === 'string') return { ...rest, credential_type_id: typeOfKind[kind] };
  return typeof rest.type === 'number' ? { ...rest, type: 12 } : rest;
}
