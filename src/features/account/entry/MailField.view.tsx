import { TextField } from './TextField.view';

export interface MailFieldProps {
  readonly fault: string | undefined;
  /** What stands in it at first. */
  readonly email: string;
}

/** The address that an account goes by. */
export function MailField({ fault, email }: MailFieldProps) {
  return (
    <TextField
      label="Mail address"
      name="email"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={254}
      defaultValue={email}
      fault={fault}
    />
  );
}
