/** What an error says of itself. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The name of an error's class, or the type of what was thrown instead of an error. */
export const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
