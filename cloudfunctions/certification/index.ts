import { receiptScene } from '../../miniprogram/shared/scene';
import { createEmbeddedVerifier } from '../adapters/face/embedded/embedded-verifier';
import { findFaces } from '../adapters/face/embedded/find-faces';
import { createDigitsEngine, filesBeside } from '../adapters/id-card/embedded/digits-engine';
import { createIdCardReader } from '../adapters/id-card/embedded/id-card-reader';
import { certificationActions } from '../core/functions/certification/actions';
import { createFunction } from '../core/functions/wire/create-function';
import { configuration, ports, surroundings } from '../outside';

const cardReader = createIdCardReader({ engine: createDigitsEngine(filesBeside(__dirname)), findFaces });
const verifier = createEmbeddedVerifier();
const receiptLink = (number: string) => configuration.receiptLink + encodeURIComponent(receiptScene(number));

const deps = { ...ports, cardReader, receiptLink, trustsEngine: configuration.trustEmbeddedEngine, verifier };
export const main = createFunction(certificationActions, deps, surroundings);
