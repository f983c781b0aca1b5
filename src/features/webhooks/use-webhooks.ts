import { useCallback, useEffect, useReducer, useRef } from 'react';
import {
  type GuestKeys,
  type NewTestWebhook,
  type Outcome,
  type WebhooksClient,
  withGuestKey,
} from '../../portal-client';
import { type Doing, reduceWebhooks, type WebhooksState, webhooksStart } from './webhooks-state';

export interface WebhooksPorts {
  readonly client: WebhooksClient;
  readonly keys: Pick<GuestKeys, 'obtain' | 'drop'>;
}

export interface WebhooksControls {
  readonly state: WebhooksState;
  readonly retry: () => void;
  readonly toggle: (id: string) => void;
  readonly showOlder: () => void;
  readonly sendTest: (wanted: NewTestWebhook) => void;
  readonly replay: (id: string) => void;
  /** Everything that failed in the last day. */
  readonly replayFailed: () => void;
  readonly setAddress: (url: string) => void;
  readonly removeAddress: () => void;
}

const everyMilliseconds = 2500;
const pageSize = 20;
const dayMilliseconds = 86_400_000;

/** The panel's behaviour: what is shown is read again every few seconds while the page is looked at. */
export function useWebhooks({ client, keys }: WebhooksPorts): WebhooksControls {
  const [state, dispatch] = useReducer(reduceWebhooks, webhooksStart);
  const asKey = useCallback(
    <Value>(call: (key: string) => Promise<Outcome<Value>>) => withGuestKey(keys, call),
    [keys],
  );

  const load = useCallback(async (): Promise<void> => {
    const overview = await asKey((key) => client.overview(key));
    const list = await asKey((key) => client.list({ limit: pageSize }, key));
    dispatch({ kind: 'loaded', overview, list });
  }, [asKey, client]);

  const read = useCallback(
    async (id: string): Promise<void> => {
      const detail = await asKey((key) => client.find(id, key));
      dispatch({ kind: 'read', id, detail });
    },
    [asKey, client],
  );

  const isLoading = useRef(false);
  const openId = state.kind === 'shown' ? (state.open?.id ?? null) : null;
  const look = useCallback(async (): Promise<void> => {
    if (isLoading.current) return;
    isLoading.current = true;
    await load();
    if (openId !== null) await read(openId);
    isLoading.current = false;
  }, [load, read, openId]);

  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (openId !== null) void read(openId);
  }, [openId, read]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [look]);

  const act = async (doing: Doing, call: (key: string) => Promise<Outcome<unknown>>, said: string): Promise<void> => {
    dispatch({ kind: 'began', doing });
    const outcome = await asKey(call);
    dispatch({ kind: 'done', doing, outcome, said });
    await load();
  };

  return {
    state,
    retry: () => void load(),
    toggle: (id) => dispatch({ kind: 'toggled', id }),
    showOlder() {
      const last = state.kind === 'shown' ? state.deliveries.at(-1) : undefined;
      if (last === undefined) return;
      void asKey((key) => client.list({ limit: pageSize, before: last.id }, key)).then((list) =>
        dispatch({ kind: 'older', list }),
      );
    },
    sendTest: (wanted) => void act('test', (key) => client.sendTest(wanted, key), `${wanted.type} is on its way.`),
    replay: (id) => void act('replay', (key) => client.replay(id, key), 'It is sent again.'),
    replayFailed: () =>
      void act(
        'replay-failed',
        (key) =>
          client.replaySince({ since: new Date(Date.now() - dayMilliseconds).toISOString(), state: 'failed' }, key),
        'What failed in the last day is sent again.',
      ),
    setAddress: (url) => void act('address', (key) => client.setAddress(url, key), 'Your address is set.'),
    removeAddress: () => void act('address', (key) => client.removeAddress(key), 'Your address is removed.'),
  };
}
