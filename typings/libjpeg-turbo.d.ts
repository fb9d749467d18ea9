/** The package has no types of its own. */
declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  export interface JpegDecoder {
    /** Memory of the codec for so many bytes, to be filled before anything else. */
    getEncodedBuffer(length: number): Uint8Array;
    readHeader(): void;
    getFrameInfo(): { width: number; height: number; componentCount: number };
    decode(): void;
    /** Memory of the codec, gone with `delete`. */
    getDecodedBuffer(): Uint8ClampedArray;
    delete(): void;
  }

  export interface JpegCodec {
    JPEGDecoder: new () => JpegDecoder;
  }

  export default function createCodec(options: {
    wasmBinary: Uint8Array;
    print(line: string): void;
    printErr(line: string): void;
  }): Promise<JpegCodec>;
}
