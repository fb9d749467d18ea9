import * as v from 'valibot';
import type { CipherKeys } from './cipher/cipher';
import { KEY_BYTES } from './cipher/cipher';

/** What the operator sets; read once, when the function starts. */
export interface Configuration {
  readonly cipherKeys: CipherKeys;
  /** 32 bytes. */
  readonly hashKey: Buffer;
  readonly smsGateway: { readonly url: URL; readonly token: string };
  /** What stands before the scene in a receipt's QR code: an address that ends with `=`, or nothing (rule D8). */
  readonly receiptLink: string;
  /** The operator takes the embedded engine's verdicts for good enough for pensions: receipts don't say otherwise. */
  readonly trustEmbeddedEngine: boolean;
}

/** Says which variables are wrong and never what stands in them. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code = 'CONFIGURATION';
}

const HASH_KEY_BYTES = 32;

/** `Buffer.from` skips what is not base64; the key would be shorter than the operator believes. */
const base64 = (bytes: number) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => Buffer.from(text, 'base64')),
    v.check((key) => key.length === bytes),
  );

const fieldKeys = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    current: v.string(),
    keys: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,16}$/)), base64(KEY_BYTES)),
  }),
  v.check(({ current, keys }) => Object.hasOwn(keys, current)),
);

const isLocal = ({ hostname }: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** In clear only within one machine. */
const safeUrl = v.pipe(
  v.string(),
  v.url(),
  v.transform((text) => new URL(text)),
  v.check((url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url))),
);
const addressBefore = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e]{1,500}=$/),
  v.check((text) => v.is(safeUrl, text)),
);

const environmentSchema = v.object({
  FIELD_KEYS: fieldKeys,
  HASH_KEY: base64(HASH_KEY_BYTES),
  SMS_GATEWAY_URL: safeUrl,
  SMS_GATEWAY_TOKEN: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,4096}$/)),
  RECEIPT_LINK: v.optional(addressBefore),
  TRUST_EMBEDDED_ENGINE: v.optional(v.picklist(['true', 'false']), 'false'),
});

/**
 * @throws ConfigurationError with the names of the variables that are missing or malformed
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const { success, output, issues } = v.safeParse(environmentSchema, environment);
  if (!success) {
    const names = new Set(issues.map((issue) => String(issue.path?.[0]?.key)));
    throw new ConfigurationError(`Missing or malformed in the environment: ${[...names].join(', ')}`);
  }
  return {
    cipherKeys: output.FIELD_KEYS,
    hashKey: output.HASH_KEY,
    smsGateway: { url: output.SMS_GATEWAY_URL, token: output.SMS_GATEWAY_TOKEN },
    receiptLink: output.RECEIPT_LINK ?? '',
    trustEmbeddedEngine: output.TRUST_EMBEDDED_ENGINE === 'true',
  };
}
