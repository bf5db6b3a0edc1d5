// A Word file → HTML, by mammoth. Pictures are left out.
import mammoth from 'mammoth';

/** Null when the file is broken. */
export async function readDocx(bytes: Uint8Array): Promise<string | null> {
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
  // mammoth's build for browsers takes an ArrayBuffer, the one for Node a Buffer.
  const arrayBuffer = bytes.slice().buffer;
  const input = typeof Buffer === 'undefined' ? { arrayBuffer } : { buffer: Buffer.from(arrayBuffer), arrayBuffer };
  try {
    return (await mammoth.convertToHtml(input, options)).value;
  } catch {
    return null;
  }
}
