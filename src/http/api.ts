/** Where the routes of this version stand. */
export const api = 'api/v1';

/** Where people read what the API is, and a problem's `type` leads. */
export const docsPath = 'api/docs';
