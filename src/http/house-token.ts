/** Under this token Nest hands out the house that the server was given. */
export const HOUSE = Symbol('house');
