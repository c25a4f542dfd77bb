/** A copy of a state that shares nothing with it; what it keeps in indexes of our own is an index in the copy too. */
export function cloneOf<State>(state: State): State {
  const copy = structuredClone(state);
  for (const [field, value] of Object.entries(state as object)) {
    if (typeof value !== 'object' || value === null) continue;
    Object.setPrototypeOf((copy as Record<string, object>)[field], Object.getPrototypeOf(value) as object);
  }
  return copy;
}
