// The pictures that a page paints over its text → those that nothing can be seen through.
import type { Operators } from './pdf-rules.ts';

/** As pdf.js gives it. */
interface Picture {
  data?: Uint8Array | Uint8ClampedArray;
  kind?: number;
}

interface Objects {
  get(name: string, then: (picture: Picture | null) => void): unknown;
}

/** Four channels, the last of them how opaque; a picture with a mask comes so. */
const RGBA = 3;
const OPAQUE = 250;
/** Logos and photographs; whoever paints more pictures draws with them. */
const MOST_PICTURES = 60;
const PATIENCE_MS = 3_000;

/** @returns their names; larger ones than the reader unpacks are not among them */
export async function opaquePictures(
  { objs, commonObjs }: { objs: Objects; commonObjs: Objects },
  { fnArray, argsArray }: Operators,
  ops: Record<string, number>,
): Promise<Set<string>> {
  const firstText = fnArray.indexOf(ops.showText ?? -1);
  const names = fnArray.flatMap((fn, at) => {
    const name = (argsArray[at] as unknown[] | null)?.[0];
    return fn === ops.paintImageXObject && firstText >= 0 && at > firstText && typeof name === 'string' ? [name] : [];
  });
  const opaque = new Set<string>();
  if (names.length > MOST_PICTURES) return opaque;
  for (const name of new Set(names)) {
    // pdf.js unpacks them beside the list that names them.
    const picture = await withPatience((then) => void (name.startsWith('g_') ? commonObjs : objs).get(name, then));
    if (picture?.data && (picture.kind !== RGBA || isOpaque(picture.data))) opaque.add(name);
  }
  return opaque;
}

function withPatience(ask: (then: (picture: Picture | null) => void) => void): Promise<Picture | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    ask((picture) => {
      clearTimeout(timer);
      resolve(picture);
    });
  });
}

function isOpaque(pixels: ArrayLike<number>): boolean {
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i]! < OPAQUE) return false;
  return true;
}
