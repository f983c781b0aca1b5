import path from 'node:path';
import type { Contract } from '../../contract/model.ts';
import { publishedDescription } from '../../contract/read/index.ts';
import type { ApiOverview } from '../../contract/reference-page.ts';

/** The description as readers download it. */
export interface Download {
  /** Its name beside the pages: `description.yaml`. */
  readonly file: string;
  readonly bytes: Buffer;
}

export function descriptionToDownload(contract: Contract): Download {
  return { file: fileName(contract), bytes: publishedDescription(contract).bytes };
}

/** What the overview says of it. The size is rounded, so that not every change of a description changes the page. */
export function downloadLink(contract: Contract, bytes: number): ApiOverview['download'] {
  const { api, version } = contract;
  const file = fileName(contract);
  return {
    href: `/reference/${api}/${version}/${file}`,
    fileName: `${api}-${version}${path.extname(file)}`,
    bytes: Number(bytes.toPrecision(2)),
  };
}

const fileName = ({ file }: Pick<Contract, 'file'>) =>
  `description${path.extname(file).toLowerCase() === '.json' ? '.json' : '.yaml'}`;
