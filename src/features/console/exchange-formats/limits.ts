/** How much of a text is read: more would freeze the page, and nobody finds a request among more. */
export const mostCharacters = 20_000_000;
export const mostRequests = 2_000;
/** Of one address; matching looks at each of its characters several times. */
export const longestUrl = 8_000;
/** Folders of a collection within each other. */
export const mostLevels = 20;
/** Of a text after its variables are filled in: variables that name each other grow without end. */
export const longestFilled = 1_000_000;
