/** An event that asks the code editor around its target to select a line: `detail` is a JSON pointer into the text. */
export const SELECT_PLACE = 'portolan:select-place';
