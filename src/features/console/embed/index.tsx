import { useMemo, useRef } from 'react';
import type { EmbeddedOperation } from '../../../../contract/embedded-operation';
import { EmbeddedHead, OperationSample } from '../../samples';
import { Console } from '../index';
import type { Panel } from '../use-opening';
import { fillNames } from './fill-names';
import { HandedOn } from './HandedOn.view';
import { loadEmbedded } from './load-embedded';
import { useSavedValues } from './saved-values';
import { withPlaceholders } from './with-placeholders';

/** `<TryIt operation="cardea/v2/createCredentialOffer" />` in a guide: the operation's console, with what the guide fills in. */
export function TryIt({ data }: { readonly data: EmbeddedOperation }) {
  const { page, href, guide, given, needs, saves } = data;
  const saved = useSavedValues(guide);
  const shown = useMemo(() => withPlaceholders(fillNames(given, saved), needs), [given, saved, needs]);
  const loading = useRef<Promise<Panel> | null>(null);
  const load = (): Promise<Panel> => {
    loading.current ??= loadEmbedded(data).catch((error: unknown) => {
      loading.current = null;
      throw error;
    });
    return loading.current;
  };
  return (
    <div className="pt-widget">
      <EmbeddedHead page={page} href={href} />
      <Console page={page} label={`Try it: ${page.title}`} load={load}>
        <OperationSample page={page} given={shown} />
      </Console>
      <HandedOn needs={needs} saves={saves} saved={saved} />
    </div>
  );
}
