import type { SheetFault, SheetRow } from '../csv/sheet.ts';
import type { Columns } from './columns.ts';
import type { InvitedRow } from './invited-row.ts';

const mostCharacters = { email: 254, organization: 100, name: 100 } as const;
/** RFC 5321 §4.1.2 without quoted local parts and address literals, which nobody has. */
const address =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/u;

type Said = readonly [column: keyof typeof mostCharacters, message: string, remedy: string];

/** All that is wrong with a row. `earlier`: the line that invites the same address. */
export function findRowFaults(
  { line, fields }: SheetRow,
  row: InvitedRow,
  { head, at }: Columns,
  earlier: number | undefined,
): readonly SheetFault[] {
  const count = fields.findLastIndex((field) => field !== '') + 1;
  if (count > head.length) {
    const message = `has ${count} fields, and the first line names ${head.length} columns`;
    const remedy = 'Put a field that has a comma or semicolon in it between quotation marks.';
    return [{ line, column: null, message, remedy }];
  }
  const said = [
    ...ofEmail(row.email, earlier),
    ...ofText('organization', row.organization),
    ...ofText('name', row.name),
  ];
  return said.map(([column, message, remedy]) => ({ line, column: head[at[column] ?? -1] ?? column, message, remedy }));
}

function ofEmail(email: string, earlier: number | undefined): readonly Said[] {
  if (email === '') return [['email', 'is empty', 'Write the address of the person to invite, or take the line out.']];
  if (!address.test(email) || email.length > mostCharacters.email) {
    const message = `is no mail address: ${JSON.stringify(email.slice(0, 80))}`;
    return [['email', message, 'Write one address such as ada@university.example, in letters without accents.']];
  }
  if (earlier === undefined) return [];
  return [['email', `is in line ${earlier} already`, 'Keep one of the lines; a person is invited once.']];
}

function ofText(column: 'organization' | 'name', text: string): readonly Said[] {
  const most = mostCharacters[column];
  if (text === '' && column === 'organization') return [[column, 'is empty', 'Write what the organization is called.']];
  if (text.length > most) return [[column, `has ${text.length} characters`, `Write at most ${most}.`]];
  if (!unseen.test(text)) return [];
  return [[column, 'has signs that cannot be seen or read', 'Type it anew, and save the file as UTF-8.']];
}
