import Layout from '@theme/Layout';
import { SandboxPage, type SandboxSection, StatePanel } from '@site/src/features/sandbox';
import { TroublePanel } from '@site/src/features/trouble';
import { WebhooksPanel } from '@site/src/features/webhooks';

/** Each feature that has something to do with the sandbox puts its panel here. */
const sections: readonly SandboxSection[] = [
  {
    id: 'state',
    title: 'State',
    text: 'What it holds, and what you can do with all of it at once.',
    Panel: StatePanel,
  },
  {
    id: 'trouble',
    title: 'Trouble',
    text: 'Switch on what goes wrong one day, send requests with your own client, and see here how it stood that.',
    Panel: TroublePanel,
  },
  {
    id: 'webhooks',
    title: 'Webhooks',
    text: 'What the sandbox sends you for what happens in it: to your address, or to an inbox that shows it.',
    Panel: WebhooksPanel,
  },
];

export default function SandboxRoute() {
  return (
    <Layout
      title="Your sandbox"
      description="What your sandbox holds, and what you can do with it: reset, snapshots, time travel."
    >
      <SandboxPage sections={sections} />
    </Layout>
  );
}
