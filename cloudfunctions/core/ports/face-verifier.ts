import type { FaceAction, Still } from '../../../miniprogram/shared/contract/identity';

/** What one still shows, as the server's own detector sees it (`face.md`). */
export interface StillFindings {
  /** False where the bytes are no picture in the agreed size. */
  readonly isPicture: boolean;
  readonly faces: number;
  /** Of the face nearest the centre: its larger side, as a part of the picture's shorter side; 0 without a face. */
  readonly size: number;
  /** Mean brightness of the face, 0 to 255; without a face, of the picture. */
  readonly brightness: number;
  /** Variance of the face's Laplacian at a fixed size: low is blurred. */
  readonly sharpness: number;
  /** How far both eyes are open, in heights of the nose; mouth aspect ratio; turn (positive to the person's own left). */
  readonly eyes: readonly [right: number, left: number];
  readonly mouth: number;
  readonly turn: number;
  /** Perceptual hashes of the whole still and of its middle, 1024 bits each, base64. */
  readonly perceptualHash: string;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
}

export interface FaceFindings {
  /** In the order given. */
  readonly stills: readonly StillFindings[];
  /** The lowest similarity, 0 to 1, of a compared still (at rest, or of an action) to the best one at rest; undefined where fewer than two compare. */
  readonly continuity?: number;
  /** Similarity of the best stills at rest to the reference, 0 to 1; undefined where none compares. */
  readonly similarity?: number;
  /** Whether the head moved as a solid one does and not as a picture that is turned; undefined where nothing tells. */
  readonly solid?: boolean;
  /** Numbers that stand for the live face, base64. */
  readonly template?: string;
}

export interface FaceExamination {
  readonly stills: readonly (Pick<Still, 'shows' | 'at'> & { readonly bytes: Uint8Array })[];
  readonly actions: readonly FaceAction[];
  readonly reference: Uint8Array;
}

/** What looks at faces. It measures; the rules decide (`domain/face`). */
export interface FaceVerifier {
  readonly engine: string;
  readonly version: string;
  /** Similarities at and above `passAt` are the same person, below `reviewFrom` another. */
  readonly passAt: number;
  readonly reviewFrom: number;
  /** Whether its verdicts are good enough for pensions; otherwise receipts say "demonstration". */
  readonly isForProduction: boolean;
  examine(examination: FaceExamination): Promise<FaceFindings>;
  /** Similarity of two templates of its own, 0 to 1 (rule D11). */
  compare(template: string, other: string): number;
}
