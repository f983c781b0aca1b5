import type { OperationPage, ParameterView } from '../../../../contract/reference-page';
import { operationKey } from '../memory';
import { fieldKey, fieldsOf, type FormValues } from '../request';
import type { Environment } from '../environments/environment-store';
import { isSecretName, withoutSecrets } from './left-out-secret';
import type { PortableRequest } from './portable-request';

export interface PortableContext {
  /** Secrets that are held at the moment: they are taken out wherever they stand. */
  readonly secrets: readonly string[];
  readonly environment?: Environment;
}

/** What stands in the form, as it may leave the page. */
export function portableOf(
  page: OperationPage,
  values: FormValues,
  { secrets, environment }: PortableContext,
): PortableRequest {
  let left = 0;
  const clean = (text: string): string => {
    const redacted = withoutSecrets(text, secrets);
    left += redacted.count;
    return redacted.text;
  };
  const parameters: Record<string, string> = {};
  for (const parameter of fieldsOf(page)) {
    const text = values.parameters[fieldKey(parameter)] ?? '';
    if (text === '') continue;
    if (isSecretParameter(page, parameter)) left += 1;
    else parameters[fieldKey(parameter)] = clean(text);
  }
  const mediaType = page.body?.content[values.mediaType]?.type;
  const body = page.body && values.body !== '' ? clean(values.body) : undefined;
  const files = Object.values(values.files ?? {}).reduce((sum, list) => sum + list.length, 0);
  return {
    operation: operationKey(page),
    parameters,
    ...(mediaType !== undefined && { mediaType }),
    ...(body !== undefined && { body }),
    ...(values.partTypes && Object.keys(values.partTypes).length > 0 && { partTypes: values.partTypes }),
    ...(environment !== undefined && { environment }),
    leftOut: { files, secrets: left },
  };
}

/** A parameter that a security scheme names, or that is secret by its format or its name. */
export function isSecretParameter(page: OperationPage, { name, in: place, schema }: ParameterView): boolean {
  if (schema.format === 'password') return true;
  const isNamed = (other: string) => (place === 'header' ? other.toLowerCase() === name.toLowerCase() : other === name);
  const isScheme = page.security
    .flat()
    .some((scheme) => scheme.type === 'apiKey' && scheme.in === place && isNamed(scheme.parameterName ?? ''));
  return isScheme || (place !== 'path' && isSecretName(name));
}
