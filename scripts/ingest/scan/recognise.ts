// The picture of a page → its words with their places. Tesseract in WebAssembly, with its German model; both are optional
// packages, loaded only here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Canvas } from '@napi-rs/canvas';
import type { OCREngine } from 'tesseract-wasm';
import { despeckle } from './despeckle.ts';

export interface Word {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** 0 to 1. */
  confidence: number;
  endsLine: boolean;
}

/** Another one means that what was recognised before is recognised anew. */
export const RECOGNISER_VERSION = 1;

const ENDS_LINE = 2;
const { resolve } = createRequire(import.meta.url);
let engine: Promise<OCREngine> | null = null;

/** In the order in which a person reads them. */
export async function wordsOn(canvas: Canvas): Promise<Word[]> {
  engine ??= load();
  const tesseract = await engine;
  const { width, height } = canvas;
  const image = canvas.getContext('2d').getImageData(0, 0, width, height);
  despeckle(image.data, width);
  tesseract.loadImage(image);
  const words = tesseract.getTextBoxes('word').map(({ text, rect, confidence, flags }) => {
    return { ...rect, text: text.trim(), confidence, endsLine: (flags & ENDS_LINE) !== 0 };
  });
  tesseract.clearImage();
  return words;
}

/** Whether the optional packages are there. */
export function canRecognise(): boolean {
  try {
    for (const name of ['@napi-rs/canvas', 'tesseract-wasm', '@tesseract.js-data/deu/package.json']) resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function load(): Promise<OCREngine> {
  const { createOCREngine, supportsFastBuild } = await import('tesseract-wasm');
  const build = supportsFastBuild() ? 'tesseract-core.wasm' : 'tesseract-core-fallback.wasm';
  const tesseract = await createOCREngine({
    wasmBinary: readFileSync(join(dirname(resolve('tesseract-wasm')), build)),
  });
  const models = dirname(resolve('@tesseract.js-data/deu/package.json'));
  // Of the package's two models this one is a fifth as large and reads the same.
  tesseract.loadModel(gunzipSync(readFileSync(join(models, '4.0.0_best_int/deu.traineddata.gz'))));
  return tesseract;
}
