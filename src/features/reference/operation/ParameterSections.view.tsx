import type { OperationPage, ParameterView } from '../../../../contract/reference-page';
import { AnchorLink } from '../schema/AnchorLink.view';
import { Facts } from '../schema/Facts.view';
import { Html } from '../schema/Html.view';
import { typeLabel } from '../schema/schema-words';
import { Flags, Inside, type Place } from '../schema/SchemaTree.view';
import tree from '../schema/SchemaTree.module.css';
import { Section } from './Section.view';

const GROUPS = [
  ['path', 'Path parameters'],
  ['query', 'Query parameters'],
  ['querystring', 'Query string'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
] as const;

/** Parameters by where they go. Each has an address of its own: `#query-limit`. */
export function ParameterSections({ page }: { readonly page: OperationPage }) {
  return GROUPS.map(([where, title]) => {
    const parameters = page.parameters.filter((parameter) => parameter.in === where);
    if (parameters.length === 0) return null;
    return (
      <Section key={where} id={`${where}-parameters`} title={title}>
        <ul className={tree.properties}>
          {parameters.map((parameter) => (
            <Parameter key={parameter.name} parameter={parameter} place={page} />
          ))}
        </ul>
      </Section>
    );
  });
}

function Parameter({ parameter, place }: { readonly parameter: ParameterView; readonly place: Place }) {
  const { name, required, deprecated, schema, descriptionHtml } = parameter;
  const id = `${parameter.in}-${name}`;
  // The parameter's own words stand for those of its schema.
  const view = { ...schema, deprecated: deprecated || schema.deprecated };
  return (
    <li id={id} className={tree.property}>
      <AnchorLink id={id} className={tree.name}>
        {name}
      </AnchorLink>{' '}
      <span className={tree.type}>{typeLabel(schema)}</span>
      <Flags schema={view} isRequired={required} />
      <Html html={descriptionHtml || schema.descriptionHtml} className={tree.description} />
      <Facts view={schema} />
      <Inside view={schema} id={id} place={place} />
    </li>
  );
}
