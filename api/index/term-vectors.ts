// Passages' terms → a vector for each term, near to those of terms that stand in like passages: latent semantic
// indexing (Deerwester et al. 1990) by power iteration on a random beginning (Halko et al. 2011). The corpus teaches
// it, no model does: "Plastikmüll" lies near "Kunststoff" because the city's answers speak of both together.
import { rarity } from './rarity.ts';
import { addTo, dot, normalise } from './vector-math.ts';

/** Measured on 673 everyday questions: 64 find as much as 100 or 200. */
export const DIMENSIONS = 64;

/** A smaller corpus teaches chance. */
const MIN_PASSAGES = 1_000;
/** More are thinned out evenly: the vectors do not get better, the build gets slower. */
const MAX_PASSAGES = 20_000;
const MAX_TERMS = 20_000;
/** Passages that must have a term. */
const MIN_FREQUENCY = 4;
const ITERATIONS = 3;

/** All that `openVectors` needs, to be kept: single precision, so that what is kept and what was learnt are the same. */
export interface LearntVectors {
  terms: string[];
  /** By the term's place among `terms`. */
  idf: Float32Array;
  /** One vector of `DIMENSIONS` after the other. */
  vectors: Float32Array;
  /** Of all passages. */
  mean: Float32Array;
}

export interface TermVectors {
  /** Of length 1; null for a term that is too rare, or a number. */
  of(term: string): Float64Array | null;
  /** Its terms' vectors, weighted, as far as they differ from those of all passages; null when it has no such terms. */
  ofPassage(counts: ReadonlyMap<string, number>): Float64Array | null;
}

/** Row by row: `terms` from `starts[row]` to `starts[row + 1]`, each with its weight. */
interface Matrix {
  starts: number[];
  terms: number[];
  weights: number[];
}

export function termVectorLearner() {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  let rows: { terms: Uint32Array; counts: Uint8Array }[] = [];
  let stride = 1;
  let seen = 0;
  return {
    /** @param countsOf how often each term stands in a passage; not asked for all of a large corpus */
    add(countsOf: () => ReadonlyMap<string, number>): void {
      if (seen++ % stride !== 0) return;
      const words = [...countsOf()].filter(([term]) => /^\p{L}/u.test(term));
      const terms = Uint32Array.from(words, ([term]) => numberOf(term, numbers));
      rows.push({ terms, counts: Uint8Array.from(words, ([, count]) => Math.min(count, 255)) });
      if (rows.length < 2 * MAX_PASSAGES) return;
      rows = rows.filter((_, i) => i % 2 === 0);
      stride *= 2;
    },
    /** Null for a corpus that is too small. */
    learn(): LearntVectors | null {
      if (rows.length < MIN_PASSAGES) return null;
      for (const { terms } of rows) for (const term of terms) frequencies[term] = (frequencies[term] ?? 0) + 1;
      const chosen = mostFrequent(frequencies);
      const idf = Float64Array.from(chosen, (term) => rarity(frequencies[term]!, rows.length));
      const placeOf = new Int32Array(frequencies.length).fill(-1);
      chosen.forEach((term, place) => {
        placeOf[term] = place;
      });
      const matrix: Matrix = { starts: [0], terms: [], weights: [] };
      for (const { terms, counts } of rows) addRow(matrix, terms, counts, placeOf, idf);
      const vectors = vectorsOfTerms(matrix, chosen.length);
      const terms: string[] = [];
      for (const [term, number] of numbers) if (placeOf[number]! >= 0) terms[placeOf[number]!] = term;
      return {
        terms,
        idf: Float32Array.from(idf),
        vectors: Float32Array.from(vectors),
        mean: Float32Array.from(meanOf(vectors, matrix)),
      };
    },
  };
}

function numberOf(term: string, numbers: Map<string, number>): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, numbers.size);
  return numbers.size - 1;
}

function mostFrequent(frequencies: number[]): number[] {
  const terms = frequencies.flatMap((df, term) => (df >= MIN_FREQUENCY ? term : []));
  return terms.sort((a, b) => frequencies[b]! - frequencies[a]!).slice(0, MAX_TERMS);
}

const weightOf = (count: number, idf: number): number => Math.log(1 + count) * idf;

function addRow(matrix: Matrix, terms: Uint32Array, counts: Uint8Array, placeOf: Int32Array, idf: Float64Array): void {
  const start = matrix.terms.length;
  let square = 0;
  terms.forEach((term, i) => {
    const place = placeOf[term]!;
    if (place < 0) return;
    const weight = weightOf(counts[i]!, idf[place]!);
    matrix.terms.push(place);
    matrix.weights.push(weight);
    square += weight * weight;
  });
  const length = Math.sqrt(square) || 1;
  for (let i = start; i < matrix.weights.length; i++) matrix.weights[i]! /= length;
  matrix.starts.push(matrix.terms.length);
}

/** One vector of `DIMENSIONS` after the other, each of length 1. */
function vectorsOfTerms(matrix: Matrix, terms: number): Float64Array {
  const random = randomNumbers();
  let basis: Float64Array[] = Array.from({ length: DIMENSIONS }, () => Float64Array.from({ length: terms }, random));
  for (let i = 0; i < ITERATIONS; i++) {
    basis = basis.map((column) => timesTransposed(matrix, times(matrix, column), terms));
    orthonormalise(basis);
  }
  // The basis times a root of (A·basis)ᵀ(A·basis) keeps the nearness of the terms as AᵀA has it.
  const images = basis.map((column) => times(matrix, column));
  const root = cholesky(images.map((a) => images.map((b) => dot(a, b))));
  const vectors = new Float64Array(terms * DIMENSIONS);
  for (let term = 0; term < terms; term++) {
    const vector = vectors.subarray(term * DIMENSIONS, (term + 1) * DIMENSIONS);
    for (let to = 0; to < DIMENSIONS; to++) {
      for (let from = to; from < DIMENSIONS; from++) vector[to]! += basis[from]![term]! * root[from]![to]!;
    }
    normalise(vector);
  }
  return vectors;
}

function meanOf(vectors: Float64Array, matrix: Matrix): Float64Array {
  const mean = new Float64Array(DIMENSIONS);
  const passages = matrix.starts.length - 1;
  for (let row = 0; row < passages; row++) {
    const sum = new Float64Array(DIMENSIONS);
    for (let i = matrix.starts[row]!; i < matrix.starts[row + 1]!; i++) {
      const place = matrix.terms[i]!;
      addTo(sum, vectors.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS), matrix.weights[i]!);
    }
    normalise(sum);
    addTo(mean, sum, 1 / passages);
  }
  return mean;
}

export function openVectors(learnt: LearntVectors): TermVectors {
  const places = new Map(learnt.terms.map((term, place) => [term, place]));
  const [vectors, idf, mean] = [learnt.vectors, learnt.idf, learnt.mean].map((values) => Float64Array.from(values));
  const at = (place: number) => vectors!.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS);
  return {
    of(term) {
      const place = places.get(term) ?? -1;
      return place < 0 ? null : at(place);
    },
    ofPassage(counts) {
      const sum = new Float64Array(DIMENSIONS);
      for (const [term, count] of counts) {
        const place = places.get(term) ?? -1;
        if (place >= 0) addTo(sum, at(place), weightOf(count, idf![place]!));
      }
      if (!normalise(sum)) return null;
      addTo(sum, mean!, -1);
      return normalise(sum) ? sum : null;
    },
  };
}

function times({ starts, terms, weights }: Matrix, column: Float64Array): Float64Array {
  const product = new Float64Array(starts.length - 1);
  for (let row = 0; row < product.length; row++) {
    let sum = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) sum += weights[i]! * column[terms[i]!]!;
    product[row] = sum;
  }
  return product;
}

function timesTransposed({ starts, terms, weights }: Matrix, rows: Float64Array, length: number): Float64Array {
  const product = new Float64Array(length);
  for (let row = 0; row < rows.length; row++) {
    const value = rows[row]!;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) product[terms[i]!]! += weights[i]! * value;
  }
  return product;
}

/** Gram-Schmidt, in place. */
function orthonormalise(columns: Float64Array[]): void {
  columns.forEach((column, i) => {
    for (const before of columns.slice(0, i)) addTo(column, before, -dot(column, before));
    normalise(column);
  });
}

/** The lower triangle L with LLᵀ = the symmetric matrix. */
function cholesky(symmetric: number[][]): number[][] {
  const root = symmetric.map((row) => row.map(() => 0));
  for (let i = 0; i < symmetric.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = symmetric[i]![j]!;
      for (let k = 0; k < j; k++) sum -= root[i]![k]! * root[j]![k]!;
      root[i]![j] = i === j ? Math.sqrt(Math.max(sum, 0)) : sum / (root[j]![j]! || 1);
    }
  }
  return root;
}

/** The same numbers in every build, -1 to 1 (mulberry32). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}
