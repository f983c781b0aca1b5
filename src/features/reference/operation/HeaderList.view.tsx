import type { HeaderView } from '../../../../contract/reference-page';
import { AnchorLink } from '../schema/AnchorLink.view';
import { Facts } from '../schema/Facts.view';
import { Html } from '../schema/Html.view';
import { typeLabel } from '../schema/schema-words';
import { Flags, ShownUnder } from '../schema/SchemaTree.view';
import tree from '../schema/SchemaTree.module.css';

/** Headers of an answer or of a part. Each has an address of its own: `#201-Location`. */
export function HeaderList({ headers, id }: { readonly headers: readonly HeaderView[]; readonly id: string }) {
  return (
    <ul className={tree.properties}>
      {headers.map(({ name, required, descriptionHtml, schema, example }) => {
        const own = `${id}-${name}`;
        return (
          <li key={name} id={own} className={tree.property}>
            <AnchorLink id={own} className={tree.name}>
              {name}
            </AnchorLink>{' '}
            <span className={tree.type}>{typeLabel(schema)}</span>
            <Flags schema={schema} isRequired={required} />
            <Html html={descriptionHtml || schema.descriptionHtml} className={tree.description} />
            <Facts view={example === undefined ? schema : { ...schema, example }} />
            {schema.shownUnder === undefined ? null : <ShownUnder status={schema.shownUnder} />}
          </li>
        );
      })}
    </ul>
  );
}
