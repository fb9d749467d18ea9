import { readFile } from 'node:fs/promises';
import path from 'node:path';
import createCodec, { type JpegCodec } from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs';
import type { DecodedJpeg, FaceEngine } from './engine';

const COLOURS = 3;
/** What ends every JPEG, and half of one lacks; the decoder fills up with grey and only warns. */
const END = [0xff, 0xd9];

const isWhole = (bytes: Uint8Array): boolean => {
  const [marker = 0, end = 0] = END;
  return bytes.lastIndexOf(end) > 0 && bytes[bytes.lastIndexOf(end) - 1] === marker;
};

function decode(codec: JpegCodec, bytes: Uint8Array, mostSide: number): DecodedJpeg | undefined {
  const decoder = new codec.JPEGDecoder();
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes);
    decoder.readHeader();
    const { width, height, componentCount } = decoder.getFrameInfo();
    if (Math.max(width, height) > mostSide || componentCount !== COLOURS) return undefined;
    decoder.decode();
    return { width, height, data: new Uint8Array(decoder.getDecodedBuffer()) };
  } catch (fault) {
    // What libjpeg-turbo has to say against the bytes crosses from WebAssembly as the address of a C++ exception.
    if (typeof fault === 'number') return undefined;
    throw fault;
  } finally {
    decoder.delete();
  }
}

/** @param folder where `libjpegturbowasm_decode.wasm` lies */
export async function loadDecoder(folder: string): Promise<FaceEngine['decode']> {
  const wasmBinary = await readFile(path.join(folder, 'libjpegturbowasm_decode.wasm'));
  // It prints its warnings about bytes from outside, which are no affair of the log.
  const quiet = (): void => undefined;
  const codec = await createCodec({ wasmBinary, print: quiet, printErr: quiet });
  return (bytes, mostSide) => (isWhole(bytes) ? decode(codec, bytes, mostSide) : undefined);
}
