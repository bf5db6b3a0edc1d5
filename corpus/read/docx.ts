// A Word file → HTML, by mammoth. Pictures are left out.
import mammoth from 'mammoth';
import type { Result, SkipReason } from '../types.ts';

/** Of all parts together, unpacked. The longest answers seen have a tenth of a megabyte. */
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;

export async function readDocx(bytes: Uint8Array): Promise<Result<string, SkipReason>> {
  if (unpackedSize(bytes) > MAX_UNPACKED_BYTES) return { ok: false, error: 'too-large' };
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
  // mammoth's build for browsers takes an ArrayBuffer, the one for Node a Buffer.
  const arrayBuffer = bytes.slice().buffer;
  const input = typeof Buffer === 'undefined' ? { arrayBuffer } : { buffer: Buffer.from(arrayBuffer), arrayBuffer };
  try {
    return { ok: true, value: (await mammoth.convertToHtml(input, options)).value };
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}

const CENTRAL_ENTRY = 0x02014b50;

/** What the zip's directory says (APPNOTE 4.3.12); a few kilobytes may unpack to gigabytes. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) === CENTRAL_ENTRY) size += view.getUint32(at + 24, true);
  }
  return size;
}
