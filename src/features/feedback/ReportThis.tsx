import { useLocation } from '@docusaurus/router';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { WiredFeedback } from './WiredFeedback';

export interface ReportThisProps {
  /** What it is about, as text. It stands in the form, for the reader to see, to change and to send, or not. */
  readonly about: string;
}

/** A report on something that a page shows, such as an answer. Loaded when somebody is about to make one. */
export default function ReportThis({ about }: ReportThisProps) {
  const { pathname } = useLocation();
  const { serviceUrl } = usePortalFields();
  return (
    <WiredFeedback
      page={pathname}
      helpful={false}
      reasons={[]}
      serviceUrl={serviceUrl}
      comment={about}
      question="What is wrong? This is all that is sent; change it as you like."
    />
  );
}
