import type { MediaTypeView, ResponseView } from '../../../../contract/reference-page';

export interface ExampleChoice {
  readonly id: string;
  readonly label: string;
  readonly status?: string;
  readonly type: string;
  readonly text: string;
  readonly length?: number;
}

/** Every example answer, statuses in the contract's order; one without an example is left out. */
export function answerChoices(responses: readonly ResponseView[]): ExampleChoice[] {
  return responses.flatMap(({ status, content }) =>
    contentChoices(content).map((choice) => ({
      ...choice,
      id: `${status}-${choice.id}`,
      status,
      label: choice.label === '' ? status : `${status} ${choice.label}`,
    })),
  );
}

/** Every example of a body. A lone `default` needs no name. */
export function contentChoices(content: readonly MediaTypeView[]): ExampleChoice[] {
  return content.flatMap(({ type, examples }) =>
    examples.map(({ name, summary, text, length }) => ({
      id: `${type}-${name}`,
      label: [examples.length > 1 || name !== 'default' ? (summary ?? name) : '', content.length > 1 ? type : '']
        .filter(Boolean)
        .join(', '),
      type,
      text,
      length,
    })),
  );
}
