import type { PartView } from '../../../../contract/reference-page';
import tree from '../schema/SchemaTree.module.css';
import { HeaderList } from './HeaderList.view';
import { Wire } from './Wire.view';
import responses from './ResponsesSection.module.css';

/** How the parts of a `multipart` body, or the members of a form, are encoded (OpenAPI 3.1 §4.8.15). */
export function BodyParts({ parts, id }: { readonly parts: readonly PartView[]; readonly id: string }) {
  if (parts.length === 0) return null;
  return (
    <>
      <p className={responses.headers}>How parts are encoded</p>
      <ul className={tree.properties}>
        {parts.map(({ name, contentType, headers, wire }) => (
          <li key={name} id={`${id}-part-${name}`} className={tree.property}>
            <code className={tree.name}>{name}</code>
            {contentType === undefined ? null : (
              <p className={tree.fact}>
                As{' '}
                {contentType.split(/\s*,\s*/).map((type, index) => (
                  <span key={type}>
                    {index > 0 ? ' or ' : null}
                    <code>{type}</code>
                  </span>
                ))}
              </p>
            )}
            {wire ? <Wire wire={wire} /> : null}
            {headers.length > 0 ? (
              <>
                <p className={tree.fact}>With headers of its own</p>
                <HeaderList headers={headers} id={`${id}-part-${name}`} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
