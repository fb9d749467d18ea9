import { randomBytes } from 'node:crypto';
import { BrokenSeal, createCipher } from '../../cloudfunctions/adapters/cipher/cipher';
import { openFiles } from '../../cloudfunctions/adapters/cloud-database/files';
import { createRandom } from '../../cloudfunctions/adapters/random/random';
import type { Files } from '../../cloudfunctions/core/ports/files';
import type { TestCloud } from '../support/local-cloud';
import { startTestCloud } from '../support/local-cloud';

const picture = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3]);
const KB = 1024;

let cloud: TestCloud;
let files: Files;

beforeAll(async () => {
  cloud = await startTestCloud();
  Object.assign(process.env, cloud.sdkEnvironment());
  files = openFiles(createCipher({ current: 'k1', keys: { k1: randomBytes(48) } }), createRandom());
});
afterAll(() => cloud.close());

/** As a phone uploads. @returns the file's id */
async function upload(path: string, content: Uint8Array): Promise<string> {
  const answer = await fetch(`${cloud.url}/files/${path}`, {
    method: 'PUT',
    headers: { 'x-openid': 'o-wang' },
    body: content as BodyInit,
  });
  return decodeURI(answer.headers.get('x-file-id') ?? '');
}
const stored = async (fileId: string): Promise<Buffer | undefined> => {
  const answer = await fetch(`${cloud.url}/files/${fileId.replace('cloud://simulator.local/', '')}`);
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
};

describe('what a phone has uploaded', () => {
  it('is read where it was to be put', async () => {
    const fileId = await upload('stills/c1/a.jpg', picture);
    expect(await files.uploaded(fileId, 'stills/c1/a.jpg')).toEqual(picture);
    expect(await files.uploaded(fileId, /^stills\/c1\/[a-z]+\.jpg$/)).toEqual(picture);
  });

  it('is not read at another path than the one that was agreed on', async () => {
    const fileId = await upload('stills/c2/a.jpg', picture);
    for (const path of ['stills/c2/b.jpg', 'stills/c3/a.jpg', 'a.jpg', /^stills\/c3\//, /^cards\//])
      expect(await files.uploaded(fileId, path)).toBeUndefined();
  });

  it('is not there before it has arrived', async () => {
    expect(await files.uploaded('cloud://simulator.local/stills/c4/a.jpg', 'stills/c4/a.jpg')).toBeUndefined();
  });

  it.each([
    ['of another environment', 'cloud://elsewhere.local/stills/c5/a.jpg'],
    ['that is no id', 'stills/c5/a.jpg'],
    ['that is an address', 'https://example.com/stills/c5/a.jpg'],
    ['that climbs', 'cloud://simulator.local/../stills/c5/a.jpg'],
    ['that is empty', ''],
  ])('is not read by an id %s', async (_what, fileId) => {
    await upload('stills/c5/a.jpg', picture);
    expect(await files.uploaded(fileId, /stills\/c5\/a\.jpg$/)).toBeUndefined();
  });

  it('is not read where it is larger than any phone sends: 240 KB a still, 2 MB a card', async () => {
    const at = async (path: string, size: number) => files.uploaded(await upload(path, Buffer.alloc(size)), path);
    expect(await at('stills/c6/a.jpg', 240 * KB)).toHaveLength(240 * KB);
    expect(await at('stills/c6/b.jpg', 240 * KB + 1)).toBeUndefined();
    expect(await at('cards/a.jpg', 2048 * KB)).toHaveLength(2048 * KB);
    expect(await at('cards/b.jpg', 2048 * KB + 1)).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('opens to the same bytes, and stands in storage unreadable under a name that says nothing', async () => {
    const fileId = await files.keep('portraits', picture);
    expect(fileId).toMatch(/^cloud:\/\/simulator\.local\/portraits\/[0-9a-f]{32}$/);
    expect(Buffer.from(await files.open(fileId))).toEqual(picture);
    expect((await stored(fileId))?.includes(picture)).toBe(false);
  });

  it('does not open where it was changed, or put in the place of another', async () => {
    const [one, other] = [await files.keep('reviews', picture), await files.keep('reviews', picture)];
    const sealed = await stored(one);
    if (!sealed) throw new Error('Nothing was kept.');
    await fetch(`${cloud.url}/files/${other.replace('cloud://simulator.local/', '')}`, {
      method: 'PUT',
      body: new Uint8Array(sealed),
    });
    await expect(files.open(other)).rejects.toThrow(BrokenSeal);
  });

  it('does not open once it is removed', async () => {
    const fileId = await files.keep('portraits', picture);
    await files.remove([fileId]);
    await expect(files.open(fileId)).rejects.toThrow('A kept file is gone');
    expect(await stored(fileId)).toBeUndefined();
  });
});

describe('removing', () => {
  it('takes many at once, what is not there among them, and none', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, (_, index) => upload(`stills/c7/${index}.jpg`, picture)));
    await files.remove([...ids.slice(0, 30), 'cloud://simulator.local/stills/c7/none.jpg', ...ids.slice(30)]);
    for (const fileId of ids) expect(await stored(fileId)).toBeUndefined();
    await files.remove([]);
  });
});
