import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { BrokenSeal, createCipher } from '../../cloudfunctions/adapters/cipher/cipher';
import { createKeyedHash } from '../../cloudfunctions/adapters/cipher/keyed-hash';

const key = (byte: number) => Buffer.alloc(48, byte);
const place = 'accounts/1f/name';

describe('SM3 and SM4 as this Node computes them', () => {
  it('hashes the example of GB/T 32905-2016', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('encrypts the example of GB/T 32907-2016', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null);
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});

describe('a sealed value', () => {
  const cipher = createCipher({ current: 'k1', keys: { k1: key(1) } });

  it('opens to the same text, rare characters and the empty text too', () => {
    for (const text of ['', '王桂英', '𠮷野·买买提', 'x'.repeat(10_000)])
      expect(cipher.open(cipher.seal(text, place), place)).toBe(text);
  });

  it('is SM4-CTR of the text with a MAC of HMAC-SM3 over key id, place, IV and ciphertext', () => {
    const bytes = Buffer.from(cipher.seal('王桂英', place).split('.')[2] ?? '', 'base64url');
    const [iv, body, mac] = [bytes.subarray(0, 16), bytes.subarray(16, -32), bytes.subarray(-32)];
    const header = Buffer.from(JSON.stringify(['s1', 'k1', place]));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    expect(body).toEqual(createCipheriv('sm4-ctr', Buffer.alloc(16, 1), iv).update('王桂英', 'utf8'));
    expect(mac).toEqual(
      createHmac('sm3', Buffer.alloc(32, 1)).update(length).update(header).update(iv).update(body).digest(),
    );
  });

  it('is another one each time', () => {
    const sealed = new Set(Array.from({ length: 50 }, () => cipher.seal('王桂英', place)));
    expect(sealed.size).toBe(50);
  });

  it('is refused when any bit of it was changed', () => {
    const [format, keyId, content = ''] = cipher.seal('王', place).split('.');
    const bytes = Buffer.from(content, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => cipher.open(`${format}.${keyId}.${changed.toString('base64url')}`, place)).toThrow(BrokenSeal);
    }
  });

  it('is refused in another document, field or collection', () => {
    const sealed = cipher.seal('王桂英', place);
    for (const elsewhere of ['accounts/1f/phone', 'accounts/2f/name', 'recipients/1f/name', ''])
      expect(() => cipher.open(sealed, elsewhere)).toThrow(BrokenSeal);
  });

  it('is refused in clear, cut off, or as something else than text', () => {
    const sealed = cipher.seal('王桂英', place);
    for (const value of ['王桂英', '', sealed.slice(0, -1), sealed.slice(0, 20), `${sealed}.`, 's1.k1.', null, 7, {}])
      expect(() => cipher.open(value, place)).toThrow(BrokenSeal);
  });

  it('says in its refusal where, and not what', () => {
    expect(() => cipher.open('王桂英', place)).toThrow('accounts/1f/name');
    expect(() => cipher.open('王桂英', place)).not.toThrow('王桂英');
  });
});

describe('rotation of keys', () => {
  const old = createCipher({ current: 'k1', keys: { k1: key(1) } });
  const both = createCipher({ current: 'k2', keys: { k1: key(1), k2: key(2) } });

  it('opens what an old key sealed and seals with the current one', () => {
    expect(both.open(old.seal('王桂英', place), place)).toBe('王桂英');
    expect(both.seal('王桂英', place)).toMatch(/^s1\.k2\./);
  });

  it('opens nothing with a key that was taken away, or under the name of another', () => {
    const renamed = createCipher({ current: 'k2', keys: { k2: key(1) } });
    const sealed = both.seal('王桂英', place);
    expect(() => old.open(sealed, place)).toThrow(BrokenSeal);
    expect(() => renamed.open(old.seal('王桂英', place).replace('.k1.', '.k2.'), place)).toThrow(BrokenSeal);
  });

  it('does not start without its current key', () => {
    expect(() => createCipher({ current: 'k3', keys: { k1: key(1) } })).toThrow('current key');
  });
});

describe('keyed hashes', () => {
  const hash = createKeyedHash(Buffer.alloc(32, 7));

  it('are HMAC-SM3 over purpose, NUL and value', () => {
    const expected = createHmac('sm3', Buffer.alloc(32, 7)).update('phone\x0013800000001').digest('hex');
    expect(hash.of('phone', '13800000001')).toBe(expected);
    expect(expected).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differ by purpose, by value and by key', () => {
    const other = createKeyedHash(randomBytes(32));
    const hashes = [
      hash.of('phone', '13800000001'),
      hash.of('phone', '13800000002'),
      hash.of('openid', '13800000001'),
      hash.of('id-number', '13800000001'),
      hash.of('sms-code', '13800000001'),
      other.of('phone', '13800000001'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('a sealed file', () => {
  const cipher = createCipher({ current: 'k2', keys: { k1: key(1), k2: key(2) } });
  const file = 'portraits/1f';
  const picture = Buffer.from([0xff, 0xd8, 0, 1, 2, 255]);

  it('opens to the same bytes, none and many too', () => {
    for (const bytes of [Buffer.alloc(0), picture, randomBytes(200_000)])
      expect(cipher.openBytes(cipher.sealBytes(bytes, file), file)).toEqual(bytes);
  });

  it('shows nothing of what it holds, and is another one each time', () => {
    const [one, other] = [cipher.sealBytes(picture, file), cipher.sealBytes(picture, file)];
    expect(one.includes(picture)).toBe(false);
    expect(one).not.toEqual(other);
  });

  it('is refused when any bit of it was changed, and cut short anywhere', () => {
    const sealed = cipher.sealBytes(picture, file);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => cipher.openBytes(changed, file)).toThrow(BrokenSeal);
    }
    for (let length = 0; length < sealed.length; length++)
      expect(() => cipher.openBytes(sealed.subarray(0, length), file)).toThrow(BrokenSeal);
  });

  it('is refused under another name, in clear, and with a key that is gone', () => {
    const sealed = cipher.sealBytes(picture, file);
    expect(() => cipher.openBytes(sealed, 'portraits/2f')).toThrow(BrokenSeal);
    expect(() => cipher.openBytes(picture, file)).toThrow(BrokenSeal);
    const without = createCipher({ current: 'k1', keys: { k1: key(1) } });
    expect(() => without.openBytes(sealed, file)).toThrow(BrokenSeal);
  });

  it('is no text, nor a text a file', () => {
    const text = Buffer.from(cipher.seal('王桂英', file).slice('s1.k2.'.length), 'base64url');
    expect(() => cipher.openBytes(Buffer.concat([Buffer.from('b1.k2.'), text]), file)).toThrow(BrokenSeal);
    const bytes = cipher.sealBytes(picture, file).subarray('b1.k2.'.length);
    expect(() => cipher.open(`s1.k2.${bytes.toString('base64url')}`, file)).toThrow(BrokenSeal);
  });
});
