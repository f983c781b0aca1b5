import Link from '@docusaurus/Link';
import type { JourneyConfig } from '../../../../../contract/portal-config';
import { TroublePanel } from '../../../trouble';
import { AddressPanel } from '../../../webhooks';
import type { FollowedJourney } from '../followed-journey';
import styles from '../Journey.module.css';
import type { StepView } from '../step-view';
import { stepTools, type StepTool } from '../step-tools';
import type { Traveller } from '../traveller';
import { AgreementTool } from './AgreementTool';
import { ConsoleTool } from './ConsoleTool';
import { FormTool } from './FormTool';

export interface StepToolsProps {
  readonly journey: JourneyConfig;
  readonly step: StepView;
  readonly traveller: Traveller;
  readonly followed: FollowedJourney;
  readonly serviceUrl: string;
}

/** What one can do for a step without leaving the page, for those who may. */
export function StepTools(props: StepToolsProps) {
  const { step, traveller } = props;
  const { config, standing } = step;
  const tools = config ? stepTools(config) : [];
  if (tools.length === 0 || standing === 'later') return null;
  if (traveller.kind === 'member' && traveller.organization.role === 'viewer') {
    return <p className={styles.quiet}>You look on as a viewer: owners and developers do this.</p>;
  }
  return tools.map((tool) => (
    <div key={tool.kind}>
      <Tool tool={tool} {...props} />
    </div>
  ));
}

function Tool({ tool, ...props }: StepToolsProps & { readonly tool: StepTool }) {
  const { journey, step, traveller, followed, serviceUrl } = props;
  switch (tool.kind) {
    case 'console':
      return <ConsoleTool operation={tool.operation} journey={journey.id} place={step.number} />;
    case 'trouble':
      return <TroublePanel serviceUrl={serviceUrl} only={tool.scenario} />;
    case 'webhooks': {
      const [api = '', version = ''] = tool.api.split('/');
      return <AddressPanel serviceUrl={serviceUrl} version={{ api, version }} />;
    }
    case 'form':
    case 'agreement': {
      if (traveller.kind !== 'member') {
        return (
          <p className={styles.quiet}>
            People do this for their organization: <Link to="/sign-in?to=/launch">sign in</Link> first.
          </p>
        );
      }
      const { organization } = traveller;
      const own = { key: organization.id, journey: journey.id, step, followed, serviceUrl, organization };
      return tool.kind === 'form' ? <FormTool {...own} key={own.key} /> : <AgreementTool {...own} key={own.key} />;
    }
  }
}
