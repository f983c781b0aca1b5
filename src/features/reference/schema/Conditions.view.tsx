import type { ReactNode } from 'react';
import type { ClauseView, ConditionView, SchemaView } from '../../../../contract/reference-page';
import { Facts } from './Facts.view';
import { Html } from './Html.view';
import { Words } from './Words.view';
import styles from './SchemaTree.module.css';

interface ConditionsProps {
  readonly conditions: readonly ConditionView[];
  readonly id: string;
  /** What is inside a clause that words cannot say. */
  readonly children: (view: SchemaView, id: string) => ReactNode;
}

/** "When …, then …, otherwise …", a paragraph each. */
export function Conditions({ conditions, id, children }: ConditionsProps) {
  return (
    <div className={styles.conditions}>
      {conditions.map(({ when, then, otherwise }, index) => {
        const at = `${id}.when${index + 1}`;
        const clause = (said: ClauseView, name: string) =>
          said.schema ? <Clause view={said.schema} id={`${at}.${name}`} inside={children} /> : null;
        return (
          <div key={at}>
            <p>
              When {said(when, 'the value is like this')}
              {then ? <>, then {said(then, 'this holds')}</> : null}
              {then && otherwise ? '; otherwise ' : ''}
              {!then && otherwise ? ' is not so, then ' : ''}
              {otherwise ? said(otherwise, then ? 'that' : 'this holds') : null}.
            </p>
            {clause(when, 'if')}
            {then ? clause(then, 'then') : null}
            {otherwise ? clause(otherwise, 'else') : null}
          </div>
        );
      })}
    </div>
  );
}

const said = ({ words }: ClauseView, pointer: string) => (words === undefined ? pointer : <Words>{words}</Words>);

const NAMES = { if: 'when', then: 'then', else: 'otherwise' } as const;

function Clause({
  view,
  id,
  inside,
}: {
  readonly view: SchemaView;
  readonly id: string;
  readonly inside: ConditionsProps['children'];
}) {
  const name = NAMES[id.slice(id.lastIndexOf('.') + 1) as keyof typeof NAMES];
  return (
    <details id={id}>
      <summary>{name}</summary>
      <div>
        <Html html={view.descriptionHtml} />
        <Facts view={view} />
        {inside(view, id)}
      </div>
    </details>
  );
}
