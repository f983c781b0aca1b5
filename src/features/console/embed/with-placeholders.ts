import type { GivenValues, NeededValue } from '../../../../contract/embedded-operation';

/** What a guide gives as a sample shows it: a name that is not known yet is a word to be replaced, `OFFER_ID`. */
export function withPlaceholders(given: GivenValues, needs: readonly NeededValue[]): GivenValues {
  const stand = (text: string): string =>
    needs.reduce((filled, { name, placeholder }) => filled.replaceAll(`{{${name}}}`, placeholder), text);
  const parameters = Object.entries(given.parameters).map(([key, text]) => [key, stand(text)] as const);
  return {
    parameters: Object.fromEntries(parameters),
    ...(given.body !== undefined && { body: stand(given.body) }),
  };
}
