import type {
  Outcome,
  PortalProblem,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookDeliveryList,
  WebhookOverview,
} from '../../portal-client';

/** What the panel shows. */
export type WebhooksState =
  { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly problem: PortalProblem } | Shown;

export interface Shown {
  readonly kind: 'shown';
  readonly overview: WebhookOverview;
  /** Newest first. */
  readonly deliveries: readonly WebhookDelivery[];
  readonly hasMore: boolean;
  /** The id of the delivery that is open, with what is known of it. */
  readonly open: { readonly id: string; readonly detail: Outcome<WebhookDeliveryDetail> | null } | null;
  /** What is under way. */
  readonly doing: Doing | null;
  readonly refused: { readonly doing: Doing; readonly problem: PortalProblem } | null;
  /** What is told to who does not see it. */
  readonly said: string;
}

export type Doing = 'test' | 'replay' | 'replay-failed' | 'address';

export type WebhooksEvent =
  | {
      readonly kind: 'loaded';
      readonly overview: Outcome<WebhookOverview>;
      readonly list: Outcome<WebhookDeliveryList>;
    }
  | { readonly kind: 'older'; readonly list: Outcome<WebhookDeliveryList> }
  | { readonly kind: 'toggled'; readonly id: string }
  | { readonly kind: 'read'; readonly id: string; readonly detail: Outcome<WebhookDeliveryDetail> }
  | { readonly kind: 'began'; readonly doing: Doing }
  | { readonly kind: 'done'; readonly doing: Doing; readonly outcome: Outcome<unknown>; readonly said: string };

export const webhooksStart: WebhooksState = { kind: 'loading' };

export function reduceWebhooks(state: WebhooksState, event: WebhooksEvent): WebhooksState {
  if (event.kind === 'loaded') return loaded(state, event.overview, event.list);
  if (state.kind !== 'shown') return state;
  switch (event.kind) {
    case 'older':
      if (event.list.kind === 'problem') return state;
      return {
        ...state,
        deliveries: merged(event.list.value.data, state.deliveries),
        hasMore: event.list.value.has_more,
      };
    case 'toggled':
      return { ...state, open: state.open?.id === event.id ? null : { id: event.id, detail: null } };
    case 'read':
      return state.open?.id === event.id ? { ...state, open: kept(state.open, event) } : state;
    case 'began':
      return { ...state, doing: event.doing, refused: null };
    case 'done': {
      const idle = { ...state, doing: null };
      if (event.outcome.kind === 'ok') return { ...idle, refused: null, said: event.said };
      const { problem } = event.outcome;
      return { ...idle, refused: { doing: event.doing, problem }, said: `That did not work. ${problem.title}.` };
    }
  }
}

/** What does not come leaves what was there. */
function loaded(
  state: WebhooksState,
  overview: Outcome<WebhookOverview>,
  list: Outcome<WebhookDeliveryList>,
): WebhooksState {
  if (overview.kind === 'problem')
    return state.kind === 'shown' ? state : { kind: 'failed', problem: overview.problem };
  if (list.kind === 'problem') return state.kind === 'shown' ? state : { kind: 'failed', problem: list.problem };
  const { data, has_more: hasMore } = list.value;
  if (state.kind !== 'shown') {
    const idle = { open: null, doing: null, refused: null, said: '' };
    return { kind: 'shown', overview: overview.value, deliveries: data, hasMore, ...idle };
  }
  const isLonger = state.deliveries.length > data.length;
  return {
    ...state,
    overview: overview.value,
    deliveries: merged(data, state.deliveries),
    hasMore: isLonger ? state.hasMore : hasMore,
  };
}

/** Those of both, each as the first has it, newest first: ids sort by time. */
function merged(fresh: readonly WebhookDelivery[], known: readonly WebhookDelivery[]): readonly WebhookDelivery[] {
  const all = new Map([...known, ...fresh].map((delivery) => [delivery.id, delivery]));
  return [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** A detail that does not come leaves the one that was there. */
function kept(
  open: NonNullable<Shown['open']>,
  { id, detail }: { readonly id: string; readonly detail: Outcome<WebhookDeliveryDetail> },
): NonNullable<Shown['open']> {
  return detail.kind === 'problem' && open.detail?.kind === 'ok' ? open : { id, detail };
}
