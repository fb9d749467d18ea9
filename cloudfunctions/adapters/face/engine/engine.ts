export interface DecodedJpeg {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What the folder `face-engine/` offers: a decoder and four networks. No state is kept between calls. */
export interface FaceEngine {
  /**
   * The pixels of a JPEG. Libjpeg-turbo on WebAssembly takes a third of the time of a decoder in JavaScript, which was a
   * third of a decision on eight stills.
   * @param mostSide pixels on the longer side; nothing larger is decoded
   * @returns red, green, blue, row by row; undefined where the bytes are no whole colour JPEG, or a larger one
   */
  decode(bytes: Uint8Array, mostSide: number): DecodedJpeg | undefined;
  /**
   * BlazeFace, for 256 × 256 pixels of −1 to 1: 896 rows of 17 numbers; the logit of "a face", the box's centre and
   * size, and six points (the eyes first), all in pixels relative to the row's anchor.
   */
  detect(pixels: Float32Array): Promise<Float32Array>;
  /** FaceMesh, for 192 × 192 pixels of 0 to 1: 468 points of x, y, z in those pixels, and how surely it is a face, 0 to 1. */
  mesh(pixels: Float32Array): Promise<{ points: Float32Array; score: number }>;
  /**
   * MediaPipe's iris network, for a right eye of 64 × 64 pixels of 0 to 1, and a left one that is mirrored: for each of
   * both 76 points of x, y, z in those pixels, the edges of the lids first.
   */
  eyes(pixels: Float32Array): Promise<Float32Array>;
  /** HSE-FaceRes, for 224 × 224 pixels of 0 to 255: 1024 numbers that stand for the face. */
  describe(pixels: Float32Array): Promise<Float32Array>;
}

export const DETECTOR_SIDE = 256;
export const MESH_SIDE = 192;
export const EYE_SIDE = 64;
export const EYE_POINTS = 76;
export const DESCRIPTION_SIDE = 224;
export const ANCHORS = 896;
export const ANCHOR_NUMBERS = 17;

/** What `face-engine/engine.js` exports. */
export interface FaceEngineModule {
  /** @param folder where the models and the WebAssembly lie */
  load(folder: string): Promise<FaceEngine>;
}
