import type { FormEvent } from 'react';

/** What stands in the fields of a way in, and which button was pressed: Enter presses the first. */
export function readEntryForm(event: FormEvent<HTMLFormElement>) {
  const fields = new FormData(event.currentTarget);
  const { submitter } = event.nativeEvent as SubmitEvent;
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name').trim(),
    email: text('email').trim(),
    password: text('password'),
    way: submitter instanceof HTMLButtonElement ? submitter.value : 'password',
  };
}
