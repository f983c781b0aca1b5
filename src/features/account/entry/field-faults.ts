import type { PortalProblem } from '../../../portal-client';

export type FieldName = 'name' | 'email' | 'password' | 'new_password' | 'code';

/** What is wrong with which field, in words for whoever filled it in. */
export type FieldFaults = Readonly<Partial<Record<FieldName, string>>>;

/** As the contract has it (`NewAccount`). */
export const passwordCharacters = { fewest: 12, most: 128 };

const mailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What can be told before anything is sent. A new password has to be long, one that is there only has to be given. */
export function faultsOf(fields: {
  readonly name?: string;
  readonly email: string;
  readonly password?: { readonly text: string; readonly isNew: boolean };
}): FieldFaults {
  const { name, email, password } = fields;
  return {
    ...(name?.trim() === '' && { name: 'Say what you are called.' }),
    ...(email === ''
      ? { email: 'Type your mail address.' }
      : !mailAddress.test(email) && { email: 'A mail address looks like ada@university.example.' }),
    ...(password && passwordFault(password)),
  };
}

function passwordFault({ text, isNew }: { readonly text: string; readonly isNew: boolean }): FieldFaults {
  const length = [...text].length;
  if (length === 0) return { password: isNew ? 'Choose a password.' : 'Type your password, or have a link sent.' };
  if (isNew && length < passwordCharacters.fewest)
    return { password: `At least ${passwordCharacters.fewest} characters; these are ${length}.` };
  if (text.length > passwordCharacters.most) return { password: `At most ${passwordCharacters.most} characters.` };
  return {};
}

const told: Readonly<Record<FieldName, string>> = {
  name: 'The name has 1 to 80 characters.',
  email: 'This is not a mail address that mails can be sent to.',
  password: `The password has ${passwordCharacters.fewest} to ${passwordCharacters.most} characters.`,
  new_password: `The password has ${passwordCharacters.fewest} to ${passwordCharacters.most} characters.`,
  code: 'The code has six digits.',
};

/** What the service says is wrong, by the field that its pointers name (RFC 6901). */
export function faultsOfProblem(problem: PortalProblem | null): FieldFaults {
  if (!problem) return {};
  const fields = problem.places.map(({ at }) => at.slice(1)).filter((name): name is FieldName => name in told);
  return Object.fromEntries(fields.map((name) => [name, told[name]]));
}

/** What is wrong with none of the fields, in a sentence; null where the fields say it. */
export function problemWords(problem: PortalProblem | null): string | null {
  if (!problem || Object.keys(faultsOfProblem(problem)).length > 0) return null;
  const { kind, code, title, detail, retryAfterSeconds } = problem;
  if (kind === 'unreachable') return 'The service could not be reached. Check your connection, and try again.';
  if (code === 'credentials-invalid') return 'This address and this password do not belong together.';
  if (code === 'rate-limited')
    return `Too many tries. Try again ${retryAfterSeconds === null ? 'in a minute' : `in ${retryAfterSeconds} s`}.`;
  return detail === null ? `${title}.` : `${title}. ${detail}`;
}
