import { setTimeout } from 'node:timers/promises';
import type { Pause } from '../../core/ports/pause';

export const pause: Pause = (milliseconds) => setTimeout(milliseconds);
