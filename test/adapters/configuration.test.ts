import { ConfigurationError, readConfiguration } from '../../cloudfunctions/adapters/configuration';

const base64 = (bytes: number) => Buffer.alloc(bytes, 9).toString('base64');
const good = {
  FIELD_KEYS: JSON.stringify({ current: 'k2', keys: { k1: base64(48), k2: base64(48) } }),
  HASH_KEY: base64(32),
  SMS_GATEWAY_URL: 'https://sms.example.com/send',
  SMS_GATEWAY_TOKEN: 'a-token',
};

describe('the configuration', () => {
  it('is read from the environment', () => {
    const { cipherKeys, hashKey, smsGateway } = readConfiguration({ ...good, PATH: '/bin' });
    expect(cipherKeys.current).toBe('k2');
    expect(cipherKeys.keys['k1']).toEqual(Buffer.alloc(48, 9));
    expect(hashKey).toEqual(Buffer.alloc(32, 9));
    expect(smsGateway).toEqual({ url: new URL('https://sms.example.com/send'), token: 'a-token' });
  });

  it('has a link for receipts and trusts the embedded engine only where the operator says so', () => {
    expect(readConfiguration(good)).toMatchObject({ receiptLink: '', trustEmbeddedEngine: false });
    const RECEIPT_LINK = 'https://example.gov.cn/receipt?scene=';
    expect(readConfiguration({ ...good, RECEIPT_LINK, TRUST_EMBEDDED_ENGINE: 'true' })).toMatchObject({
      receiptLink: RECEIPT_LINK,
      trustEmbeddedEngine: true,
    });
    expect(readConfiguration({ ...good, TRUST_EMBEDDED_ENGINE: 'false' }).trustEmbeddedEngine).toBe(false);
  });

  it('names every variable that is missing', () => {
    expect(() => readConfiguration({})).toThrow(
      new ConfigurationError(
        'Missing or malformed in the environment: FIELD_KEYS, HASH_KEY, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN',
      ),
    );
  });

  it.each([
    ['FIELD_KEYS', 'not JSON'],
    ['FIELD_KEYS', 'null'],
    ['FIELD_KEYS', JSON.stringify({ current: 'k1', keys: {} })],
    ['FIELD_KEYS', JSON.stringify({ current: 'constructor', keys: { k1: base64(48) } })],
    ['FIELD_KEYS', JSON.stringify({ current: 'k1', keys: { k1: base64(47) } })],
    ['FIELD_KEYS', JSON.stringify({ current: 'k.1', keys: { 'k.1': base64(48) } })],
    ['FIELD_KEYS', JSON.stringify({ current: 'k1', keys: { k1: base64(48) }, old: 1 })],
    ['HASH_KEY', base64(31)],
    ['HASH_KEY', `${base64(32)}!`],
    ['SMS_GATEWAY_URL', 'sms.example.com'],
    ['SMS_GATEWAY_URL', 'http://sms.example.com/send'],
    ['SMS_GATEWAY_URL', 'file:///etc/passwd'],
    ['SMS_GATEWAY_TOKEN', ''],
    ['SMS_GATEWAY_TOKEN', 'two\r\nlines'],
    ['RECEIPT_LINK', ''],
    ['RECEIPT_LINK', 'https://example.gov.cn/receipt'],
    ['RECEIPT_LINK', 'http://example.gov.cn/?scene='],
    ['RECEIPT_LINK', 'https://example.gov.cn/ ?scene='],
    ['TRUST_EMBEDDED_ENGINE', ''],
    ['TRUST_EMBEDDED_ENGINE', 'yes'],
  ])('names %s where it is %s, and does not show it', (name, value) => {
    const read = () => readConfiguration({ ...good, [name]: value });
    expect(read).toThrow(new ConfigurationError(`Missing or malformed in the environment: ${name}`));
  });

  it('lets the codes travel in clear within one machine only', () => {
    const local = readConfiguration({ ...good, SMS_GATEWAY_URL: 'http://127.0.0.1:8080/sms' });
    expect(local.smsGateway.url.port).toBe('8080');
    for (const remote of ['http://127.0.0.1.example.com/', 'http://10.0.0.1/'])
      expect(() => readConfiguration({ ...good, SMS_GATEWAY_URL: remote })).toThrow('SMS_GATEWAY_URL');
  });
});
