import type { SheetFault } from '../csv/sheet.ts';

type Column = 'email' | 'organization' | 'name';

export interface Columns {
  readonly head: readonly string[];
  readonly at: Readonly<Partial<Record<Column, number>>>;
  readonly ignored: readonly string[];
  readonly faults: readonly SheetFault[];
}

/** What the columns may be called, without regard to case, spaces and signs. The guide for partner engineers says the same. */
const names: Readonly<Record<Column, readonly string[]>> = {
  email: ['email', 'mail', 'emailaddress', 'mailaddress', 'address'],
  organization: ['organization', 'organisation', 'company', 'partner', 'institution'],
  name: ['name', 'person', 'personname', 'personsname', 'fullname', 'contact'],
};
const isNeeded: Readonly<Record<Column, boolean>> = { email: true, organization: true, name: false };

/** Which column is where, in any order. */
export function findColumns(head: readonly string[]): Columns {
  const at: Partial<Record<Column, number>> = {};
  const ignored: string[] = [];
  const faults: SheetFault[] = [];
  for (const [index, text] of head.entries()) {
    const column = columnOf(text);
    if (column === undefined) {
      if (text !== '') ignored.push(text);
    } else if (at[column] === undefined) at[column] = index;
    else {
      const remedy = `Keep one column with the ${column}.`;
      faults.push({ line: 1, column: text, message: `is the ${column} a second time`, remedy });
    }
  }
  for (const column of Object.keys(names) as Column[]) {
    if (!isNeeded[column] || at[column] !== undefined) continue;
    const message = `names no column for the ${column}; it has ${head.map((text) => JSON.stringify(text)).join(', ')}`;
    faults.push({
      line: 1,
      column: null,
      message,
      remedy: `Begin the file with a line such as: email,organization,name.`,
    });
  }
  return { head, at, ignored, faults };
}

function columnOf(text: string): Column | undefined {
  const plain = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return (Object.keys(names) as Column[]).find((column) => names[column].includes(plain));
}
