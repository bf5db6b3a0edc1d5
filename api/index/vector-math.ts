// The little arithmetic that vectors of terms and of passages need. What is changed is changed in place.

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function addTo(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * vector[i]!;
}

/** Makes it 1 long; false when there is nothing to lengthen. */
export function normalise(vector: Float64Array): boolean {
  const length = Math.sqrt(dot(vector, vector));
  if (length === 0) return false;
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return true;
}
