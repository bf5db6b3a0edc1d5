// The stop before or after the one that is in focus.

/** Null when the focus is elsewhere or there is nothing further that way. */
export function neighbour<T>(stops: readonly T[], focused: unknown, step: 1 | -1): T | null {
  const at = (stops as readonly unknown[]).indexOf(focused);
  return at < 0 ? null : (stops[at + step] ?? null);
}
