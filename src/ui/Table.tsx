import type { ReactNode, TableHTMLAttributes } from 'react';
import clsx from 'clsx';
import styles from './Table.module.css';

interface Column {
  readonly name: string;
  /** At the right, under digits of one width. Its cells are `<td data-number>`. */
  readonly isNumber?: boolean;
  /** Only read out: the column of what one can do. */
  readonly isUnseen?: boolean;
}

export interface TableProps extends Omit<TableHTMLAttributes<HTMLTableElement>, 'children'> {
  /** What it lists, read out. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Its rows, `<tr>`. On a narrow screen each is a card in which a cell says its column by `data-name`. */
  readonly children: ReactNode;
}

/** Rows under named columns. */
export function Table({ caption, columns, className, children, ...rest }: TableProps) {
  return (
    <table {...rest} className={clsx(styles.table, className)}>
      <caption className="pt-unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, isNumber, isUnseen }) => (
            <th key={name} scope="col" data-number={isNumber === true ? true : undefined}>
              {isUnseen ? <span className="pt-unseen">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
