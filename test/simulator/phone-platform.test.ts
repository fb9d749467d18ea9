import { describeInBrowser } from '../support/browser';
import { setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';
import { HeadersOnly } from '../support/static-server';

interface Wx {
  [name: string]: (...values: unknown[]) => unknown;
}

declare const wx: Wx & { cloud: Wx };

interface Pages {
  getCurrentPages(): { data: Record<string, string>; setData(data: object): void }[];
}

/** What WeChat refuses and a kinder phone would let pass. */
describeInBrowser('the phone is as strict as WeChat', () => {
  let stand: PhoneStand;
  let phone: TestPhone;
  /** So many uploads wait for one another before the first is answered. */
  let uploadsToHold = 1;
  let held: (() => void)[] = [];

  const takeUpload = (path: string) =>
    new Promise((resolve) => {
      held.push(() => resolve(new HeadersOnly({ 'x-file-id': `cloud:/${path}` })));
      if (held.length < uploadsToHold) return;
      held.forEach((end) => end());
      held = [];
      uploadsToHold = 1;
    });

  beforeAll(async () => {
    stand = await setUpPhone({
      'POST /functions/account': () => ({ ok: true, data: {} }),
      'PUT /files/*': ({ path }) => takeUpload(path),
    });
  });
  afterAll(() => stand.close());

  describe('the environment of the cloud', () => {
    /** A phone whose mini-program has not said which environment it means. */
    const withoutEnvironment = async (): Promise<void> => {
      phone = await stand.open('?bare=1&page=pages/home/index%3Fenv%3Dnone');
    };
    const init = (options?: object) =>
      phone.page.evaluate((argument) => {
        try {
          return wx.cloud['init']?.(argument);
        } catch (cause) {
          return (cause as Error).message;
        }
      }, options);

    test.each([[undefined], [{}], [{ traceUser: false }], [{ env: '' }], [{ env: { functions: 'local' } }]])(
      'init(%j) names none, and fails',
      async (options) => {
        await withoutEnvironment();
        expect(await init(options)).toMatch(/^cloud\.init:fail env is required/);
        expect((await phone.wx('cloud.callFunction', { name: 'account' })).errMsg).toMatch(/init first$/);
      },
    );

    test.each([
      ['cloud.callFunction', { name: 'account' }],
      ['cloud.uploadFile', { cloudPath: 'a.txt', filePath: 'wxfile://usr/a.txt' }],
      ['cloud.downloadFile', { fileID: 'cloud://local.local/a.txt' }],
    ])('%s fails before init', async (name, options) => {
      await withoutEnvironment();
      expect((await phone.wx(name, options)).errMsg).toBe(
        `${name}:fail Cloud API isn't enabled, please call wx.cloud.init first`,
      );
    });

    test('an environment that does not exist is found out at the first call', async () => {
      await withoutEnvironment();
      await init({ env: 'pension-1a2b3c' });
      expect(await phone.wx('cloud.callFunction', { name: 'account' })).toMatchObject({ errCode: -501000 });
    });

    test('only the first init has an effect', async () => {
      await withoutEnvironment();
      await init({ env: 'local' });
      await init({ env: 'pension-1a2b3c' });
      expect((await phone.wx('cloud.callFunction', { name: 'account' })).errMsg).toBe('cloud.callFunction:ok');
    });
  });

  describe('a plain link', () => {
    const address = 'https://example.gov.cn/r?scene=r%3D2026080112345678';

    test('arrives as q with its whole address encoded once, and the second of the scan', async () => {
      const before = Math.floor(Date.now() / 1000);
      phone = await stand.open(`?bare=1&q=${encodeURIComponent(address)}`);
      const options = await phone.page.evaluate(
        () => wx['getEnterOptionsSync']?.() as { query: { [k: string]: string } },
      );
      expect(options).toMatchObject({ path: 'pages/home/index', scene: 1011 });
      expect(Object.keys(options.query)).toEqual(['q', 'scancode_time']);
      expect(decodeURIComponent(options.query['q'] ?? '')).toBe(address);
      expect(Number(options.query['scancode_time'])).toBeGreaterThanOrEqual(before);
      expect(Number(options.query['scancode_time'])).toBeLessThanOrEqual(Date.now() / 1000);
    });

    test('may lead to a page of its own, as the rule of the link says', async () => {
      phone = await stand.open(`?bare=1&page=pages/detail/index&q=${encodeURIComponent(address)}`);
      await phone.page.waitForFunction(() => (wx['getEnterOptionsSync']?.() as { path: string }).path !== '');
      expect(await phone.stack()).toEqual(['pages/detail/index']);
    });
  });

  describe('limits', () => {
    beforeEach(async () => {
      phone = await stand.open();
    });

    test('a call carries 100 KB, and not a byte more', async () => {
      const withBytes = (bytes: number) => ({ name: 'account', data: 'x'.repeat(bytes - 2) });
      expect((await phone.wx('cloud.callFunction', withBytes(100 * 1024))).errMsg).toBe('cloud.callFunction:ok');
      expect((await phone.wx('cloud.callFunction', withBytes(100 * 1024 + 1))).errMsg).toBe(
        'cloud.callFunction:fail Error: data exceed max size',
      );
    });

    test('what a call carries is counted in bytes, not in characters', async () => {
      const data = '养'.repeat(40 * 1024);
      expect((await phone.wx('cloud.callFunction', { name: 'account', data })).errMsg).toMatch(/exceed max size$/);
    });

    test('three files go up at once; a fourth is refused until one of them has arrived', async () => {
      const upload = (names: string[]) =>
        phone.page.evaluate(async (cloudPaths) => {
          const files = wx['getFileSystemManager']?.() as Wx;
          const send = wx.cloud['uploadFile'] as (options: object) => Promise<{ errMsg: string }>;
          const sent = cloudPaths.map(async (cloudPath) => {
            const filePath = `wxfile://usr/${cloudPath}`;
            await files['writeFile']?.({ filePath, data: 'x' });
            return send({ cloudPath, filePath }).catch((failure: { errMsg: string }) => failure);
          });
          return (await Promise.all(sent)).map(({ errMsg }) => errMsg);
        }, names);
      uploadsToHold = 3;
      const ends = await upload(['1.jpg', '2.jpg', '3.jpg', '4.jpg']);
      expect(ends).toEqual([
        ...Array<string>(3).fill('cloud.uploadFile:ok'),
        'cloud.uploadFile:fail exceed max upload connection count 3',
      ]);
      expect(await upload(['5.jpg'])).toEqual(['cloud.uploadFile:ok']);
    });

    test('what a page sets at once is at most 1 MB, and more does not arrive', async () => {
      const set = (length: number) =>
        phone.page.evaluate((letters) => {
          const [page] = (globalThis as unknown as Pages).getCurrentPages();
          page?.setData({ title: 'x'.repeat(letters) });
          return page?.data['title']?.length;
        }, length);
      const withoutLetters = JSON.stringify({ title: '' }).length;
      expect(await set(1024 * 1024 - withoutLetters)).toBe(1024 * 1024 - withoutLetters);
      expect(await phone.faults()).toEqual([]);
      expect(await set(1024 * 1024 - withoutLetters + 1)).toBe(1024 * 1024 - withoutLetters);
      await phone.page.getByRole('alert').getByText('数据传输长度为 1048577 已经超过最大长度 1048576').waitFor();
    });

    test('a person’s storage is 10 MB at the most', async () => {
      const ends = await phone.page.evaluate(() =>
        Array.from({ length: 12 }, (_, key) => {
          try {
            wx['setStorageSync']?.(`k${key}`, 'x'.repeat(1024 * 1024 - 100));
            return 'ok';
          } catch (cause) {
            return (cause as Error).message;
          }
        }),
      );
      expect(ends[0]).toBe('ok');
      expect(ends.at(-1)).toBe('exceed storage max size 10Mb');
    });

    test('the files that a mini-program keeps are 200 MB at the most', async () => {
      const write = (name: string, megabytes: number) =>
        phone.page.evaluate(
          ([file, size]) =>
            (
              (wx['getFileSystemManager']?.() as Wx)['writeFile']?.({
                filePath: `wxfile://usr/${file}`,
                data: new ArrayBuffer(size * 1024 * 1024),
              }) as Promise<{ errMsg: string }>
            ).catch(({ errMsg }: { errMsg: string }) => ({ errMsg })),
          [name, megabytes] as const,
        );
      expect(await write('a', 120)).toMatchObject({ errMsg: 'writeFile:ok' });
      expect(await write('b', 81)).toMatchObject({
        errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded',
      });
      expect(await write('a', 121)).toMatchObject({ errMsg: 'writeFile:ok' });
    });
  });
});
