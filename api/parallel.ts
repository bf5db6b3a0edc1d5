// A list and an async step → the results in the order of the list, at most `width` steps at a time.

/** After a step that throws no further one begins; those that run are waited for, then the first error is thrown. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  step: (item: T, i: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const errors: unknown[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length && errors.length === 0) {
      const i = next++;
      try {
        results[i] = await step(items[i] as T, i);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (errors.length > 0) throw errors[0];
  return results;
}
