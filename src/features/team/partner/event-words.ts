import type { PartnerEvent } from '../../../portal-client';

const known: Readonly<Record<string, (subject: string) => string>> = {
  'signed-up': () => 'Signed up',
  'member-joined': (subject) => `${subject || 'Somebody'} joined`,
  'member-left': (subject) => `${subject || 'Somebody'} left`,
  'first-call': () => 'First call that was answered well',
  'step-proven': (subject) => `Proven: ${subject}`,
  'step-returned': (subject) => `Given back: ${subject}`,
  announced: (subject) => `Announced: ${subject}`,
  launched: () => 'Launched',
  'key-created': (subject) => `Key made: ${subject}`,
  'key-rolled': (subject) => `Key rolled: ${subject}`,
  'key-revoked': (subject) => `Key revoked: ${subject}`,
};

/** What happened, as a line of the timeline. Other kinds of the audit log are told by their names. */
export function eventWords({ kind, subject }: PartnerEvent): string {
  const words = Object.hasOwn(known, kind) ? known[kind] : undefined;
  if (words) return words(subject ?? '');
  const name = kind.replaceAll('-', ' ');
  const told = name.charAt(0).toUpperCase() + name.slice(1);
  return subject === null ? told : `${told}: ${subject}`;
}
