// One page of a PDF → its picture as a person sees it, at the resolution that text recognition wants.
import type { Canvas } from '@napi-rs/canvas';

const DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;
/** An A3 page at 300 dpi; larger ones are drawn smaller. Four bytes each, several times over. */
const MAX_PIXELS = 18_000_000;
/** A picture in the file; a small file can hold one that fills all memory. */
const MAX_IMAGE_PIXELS = 120_000_000;

/** Throws when there is no such page. */
export async function renderPage(bytes: Uint8Array, number: number): Promise<Canvas> {
  const { createIsomorphicCanvasFactory, getDocumentProxy } = await import('unpdf');
  const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'));
  const { createCanvas } = await import('@napi-rs/canvas');
  // pdf.js takes the bytes away from their owner.
  const pdf = await getDocumentProxy(bytes.slice(), { CanvasFactory, maxImageSize: MAX_IMAGE_PIXELS, verbosity: 0 });
  try {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(MAX_PIXELS / (width * height)));
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext('2d');
    await page.render({ canvas, canvasContext, viewport } as never).promise;
    return canvas;
  } finally {
    await pdf.destroy();
  }
}

export async function countPages(bytes: Uint8Array): Promise<number> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  try {
    return pdf.numPages;
  } finally {
    await pdf.destroy();
  }
}
