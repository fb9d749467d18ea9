/** What is kept of a face. */
import type { Instant } from '../../../../miniprogram/shared/china-time';

/** A photograph that live faces are compared with. Within a sealed field. */
export interface ReferencePortrait {
  /** In cloud storage, encrypted. */
  readonly fileId: string;
  readonly from: 'roster' | 'card' | 'id-card';
  readonly at: Instant;
}

/** What is remembered of a still, so that it is not accepted again. */
export interface SeenStill {
  /** SHA-256 of its bytes, base64. */
  readonly sha256: string;
  /** Perceptual hash, base64. */
  readonly perceptualHash: string;
}
