// One page of a PDF → its text as it is recognised in its picture, and that picture as a WebP. Pure but for the libraries.
import type { Canvas } from '@napi-rs/canvas';
import { type LaidOut, laidOut } from './lay-out.ts';
import { privatePlaces } from './private-places.ts';
import { wordsOn } from './recognise.ts';
import { renderPage } from './render.ts';

export interface RecognisedPage {
  text: string;
  /** 0 to 1. */
  confidence: number;
  webp: Uint8Array;
}

/** A page below it may lie on its side or upside down. */
const DOUBTFUL = 0.7;
/** Sharp enough for reading, a third of what "lossless" takes. */
const WEBP_QUALITY = 60;

export async function readPage(bytes: Uint8Array, number: number): Promise<RecognisedPage> {
  let canvas = await renderPage(bytes, number);
  let page = laidOut(await wordsOn(canvas));
  if (page.confidence < DOUBTFUL) {
    for (const turn of [90, 270, 180]) {
      const other = await turned(canvas, turn);
      const read = laidOut(await wordsOn(other));
      if (worthOf(read) <= worthOf(page)) continue;
      [canvas, page] = [other, read];
      if (page.confidence >= DOUBTFUL) break;
    }
  }
  blacken(canvas, page);
  const webp = await canvas.encode('webp', WEBP_QUALITY);
  const { text, confidence } = page;
  return { text, confidence, webp: new Uint8Array(webp) };
}

/** Of a page that lies on its side a few wrong letters may be sure. */
const worthOf = ({ confidence, text }: LaidOut) => confidence * Math.min(1, text.length / 200);

async function turned(canvas: Canvas, degrees: number): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const { width, height } = canvas;
  const isSideways = degrees % 180 !== 0;
  const other = createCanvas(isSideways ? height : width, isSideways ? width : height);
  const context = other.getContext('2d');
  context.translate(other.width / 2, other.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -width / 2, -height / 2);
  return other;
}

function blacken(canvas: Canvas, { text, places }: LaidOut): void {
  const context = canvas.getContext('2d');
  context.fillStyle = 'black';
  for (const span of privatePlaces(text))
    for (const { word, start, end } of places)
      if (start < span.end && end > span.start)
        context.fillRect(word.left - 4, word.top - 4, word.right - word.left + 8, word.bottom - word.top + 8);
}
