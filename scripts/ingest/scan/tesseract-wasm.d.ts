// The part of tesseract-wasm that we use; its own types lie where its package does not point to.
declare module 'tesseract-wasm' {
  interface Word {
    rect: { left: number; top: number; right: number; bottom: number };
    /** 1 begins a line, 2 ends one. */
    flags: number;
    /** 0 to 1. */
    confidence: number;
    text: string;
  }
  export interface OCREngine {
    loadModel(model: Uint8Array): void;
    setVariable(name: string, value: string): void;
    loadImage(image: { data: Uint8ClampedArray; width: number; height: number }): void;
    clearImage(): void;
    getTextBoxes(unit: 'word'): Word[];
    getOrientation(): { rotation: number; confidence: number };
  }
  export function createOCREngine(options: { wasmBinary: Uint8Array }): Promise<OCREngine>;
  export function supportsFastBuild(): boolean;
}
