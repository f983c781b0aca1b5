export type { Mail } from './mail.ts';
export { mailMigrations } from './migrations.ts';
export { type MailRoom } from './mail-room.ts';
