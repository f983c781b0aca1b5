import type { MediaTypeView, ResponseView } from '../../../../contract/reference-page';

export interface ExampleChoice {
  readonly id: string;
  readonly label: string;
  readonly status?: string;
  readonly type: string;
  readonly text: string;
  readonly length?: number;
}

/**
 * Every example answer, statuses in the contract's order; one without an example is left out. The status stands beside the menu:
 * in it only where there are several.
 */
export function answerChoices(responses: readonly ResponseView[]): ExampleChoice[] {
  const answers = responses.map(({ status, content }) => ({ status, choices: contentChoices(content) }));
  const hasSeveral = answers.filter(({ choices }) => choices.length > 0).length > 1;
  return answers.flatMap(({ status, choices }) =>
    choices.map((choice) => ({
      ...choice,
      id: `${status}-${choice.id}`,
      status,
      label: [hasSeveral ? status : '', choice.label].filter(Boolean).join(' '),
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
