import renderRoutes from '@docusaurus/renderRoutes';
import type { Props } from '@theme/DocRoot';

/** Overview pages bring their own columns, so that they share the operations' sidebar. */
export default function ReferenceDocRoot({ route }: Props) {
  return renderRoutes(route.routes);
}
