import { randomBytes } from 'node:crypto';
import protobuf from 'protobufjs/light';
import type { Clock } from './clock';
import { CloudError } from './errors';
import { appId, type Caller } from './functions/pool';

/** The messages in which wx-server-sdk wraps a call of WeChat's interfaces, as far as they are used here. */
const { nested } = protobuf.Root.fromJSON({
  nested: {
    Pair: { fields: { key: { type: 'string', id: 1 }, value: { type: 'bytes', id: 2 } } },
    Pairs: { fields: { pairs: { rule: 'repeated', type: 'Pair', id: 1 } } },
    Request: { fields: { apiType: { type: 'int32', id: 1 }, openapiData: { type: 'Pairs', id: 2 } } },
    Response: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
      },
    },
  },
});

const message = (name: 'Request' | 'Response'): protobuf.Type => nested?.[name] as protobuf.Type;

/** WeChat's code for a function whose `config.json` does not ask for the interface. */
const noPermission = -604101;
/** WeChat's code for a code that it has not given out, or that was used. */
const invalidCode = 40029;
const codeLifeMilliseconds = 5 * 60_000;

interface PhoneNumber {
  phone: string;
  countryCode: string;
  expiresAt: number;
}

/** What the phone-number button hands out: codes for one use within five minutes. */
export class PhoneCodes {
  readonly #numbers = new Map<string, PhoneNumber>();

  constructor(private readonly clock: Clock) {}

  issue(phone: string, countryCode: string): string {
    const code = randomBytes(16).toString('hex');
    this.#numbers.set(code, { phone, countryCode, expiresAt: this.clock.now().getTime() + codeLifeMilliseconds });
    return code;
  }

  redeem(code: string): Omit<PhoneNumber, 'expiresAt'> | undefined {
    const number = this.#numbers.get(code);
    this.#numbers.delete(code);
    return number !== undefined && number.expiresAt > this.clock.now().getTime() ? number : undefined;
  }
}

function phoneNumberOf(codes: PhoneCodes, input: Record<string, unknown>): object {
  const number = codes.redeem(String(input['code']));
  if (number === undefined) return { errcode: invalidCode, errmsg: 'invalid code' };
  const { phone, countryCode } = number;
  const phoneNumber = countryCode === '86' ? phone : `+${countryCode}${phone}`;
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: { phoneNumber, purePhoneNumber: phone, countryCode, watermark: { timestamp: 0, appid: appId } },
  };
}

/** The parts of a `multipart/form-data` body, by name. */
export function formParts(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`);
  const parts = new Map<string, Buffer>();
  for (let start = body.indexOf(mark), end; start >= 0; start = end) {
    end = body.indexOf(mark, start + mark.length);
    const headEnd = body.indexOf('\r\n\r\n', start);
    if (end < 0 || headEnd < 0) break;
    const name = /name="([^"]*)"/.exec(body.toString('latin1', start, headEnd))?.[1];
    if (name !== undefined) parts.set(name, body.subarray(headEnd + 4, end - 2));
  }
  return parts;
}

/**
 * Answers one call of WeChat's interfaces in the SDK's own encoding.
 * @throws for an interface that the simulator does not have
 */
export function callOpenApi(form: Map<string, Buffer>, caller: Caller, codes: PhoneCodes): Uint8Array {
  const api = form.get('apiName')?.toString() ?? '';
  if (api !== 'phonenumber.getPhoneNumber')
    throw new CloudError('INVALID_PARAM', `The simulator has no openapi.${api}.`);
  const response = message('Response');
  if (!caller.openapi.includes(api)) return response.encode({ errorCode: noPermission }).finish();
  const request = message('Request').decode(form.get('requestData') ?? Buffer.alloc(0)) as unknown as {
    openapiData: { pairs: { key: string; value: Uint8Array }[] };
  };
  const pairs = request.openapiData.pairs.map(
    ({ key, value }) => [key, JSON.parse(Buffer.from(value).toString())] as const,
  );
  const respData = Buffer.from(JSON.stringify(phoneNumberOf(codes, Object.fromEntries(pairs))));
  return response.encode({ respData, contentType: 'application/json' }).finish();
}
