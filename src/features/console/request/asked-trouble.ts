import type { FormValues } from './form-values';

/** What a request to the sandbox asks to go wrong with itself; '' asks for nothing. */
export interface AskedTrouble {
  /** A preference (RFC 7240): `code=503`, `trouble=reset`. */
  readonly prefer: string;
  /** Milliseconds, as text. */
  readonly delay: string;
}

export const noTrouble: AskedTrouble = { prefer: '', delay: '' };

/** The form as it goes to live, where nothing is to go wrong. */
export function withoutTrouble(values: FormValues): FormValues {
  return values.trouble === undefined ? values : { ...values, trouble: undefined };
}

/** The headers that ask for it. */
export function troubleHeaders({ trouble = noTrouble }: FormValues): readonly (readonly [string, string])[] {
  return [
    ...(trouble.prefer === '' ? [] : [['Prefer', trouble.prefer] as const]),
    ...(trouble.delay === '' ? [] : [['X-Sandbox-Delay', trouble.delay] as const]),
  ];
}
