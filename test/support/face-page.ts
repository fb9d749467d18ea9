import fs from 'node:fs';
import path from 'node:path';
import { CameraTime } from './camera-time';
import { miniProgram, setUpPhone, type PhoneStand, type TestPhone } from './phone';
import { HeadersOnly, type Request } from './static-server';
import type { FaceAction, Still } from '../../miniprogram/shared/contract/identity';

export const CHALLENGE = 'c0ffee00'.repeat(4);

/** The way in that the pages before have: whose face, and what for. */
const DOOR = `
import { faceCheck } from './stores/face-check';
Object.assign(globalThis, {
  beginFace: () => {
    faceCheck.begin({ purpose: 'certification', whom: { self: true } });
    return wx.navigateTo({ url: '/certification/face/index' });
  },
});
`;

interface FunctionCall {
  action: string;
  input: { challengeId: string; stills: Still[]; way: string };
}

/** What the server of one test asks for, and what it was told. */
class ScriptedServer {
  asked: FaceAction[] = ['blink', 'turn-left'];
  readonly calls: FunctionCall[] = [];
  readonly files = new Map<string, Buffer>();
  onFinish = (): void => undefined;
  /** Before a still is told to have arrived. */
  onStill = (): void | Promise<void> => undefined;

  answer({ action }: FunctionCall): unknown {
    if (action === 'startCertification')
      return { challengeId: CHALLENGE, actions: this.asked, expiresAt: '2026-08-01T01:15:00.000Z', name: '王*英' };
    if (action !== 'finishCertification') return { state: 'eligible' };
    this.onFinish();
    return { result: 'refused', reasons: ['too-dark'], triesLeft: 4 };
  }

  async keep({ path: address, body }: Request): Promise<HeadersOnly> {
    await this.onStill();
    this.files.set(address.replace('/files/', ''), body as Buffer);
    return new HeadersOnly({ 'x-file-id': `cloud://local.files${address.replace('/files', '')}` });
  }

  callsOf(action: string): FunctionCall['input'][] {
    return this.calls.filter((call) => call.action === action).map(({ input }) => input);
  }
}

/** The camera page of the real mini-program, before a server that is scripted and a camera that sees a file. */
export class FacePage {
  server = new ScriptedServer();
  private opened: TestPhone | undefined = undefined;

  private constructor(
    private readonly stand: PhoneStand,
    readonly time: CameraTime,
  ) {}

  /** @param pictures what the camera may see, by name */
  static async setUp(pictures: Readonly<Record<string, Buffer>>): Promise<FacePage> {
    const copy = miniProgram();
    fs.appendFileSync(path.join(copy.folder, 'app.ts'), DOOR);
    for (const [name, content] of Object.entries(pictures)) fs.writeFileSync(path.join(copy.folder, name), content);
    let page: FacePage | undefined = undefined;
    const serverNow = (): ScriptedServer => page?.server ?? new ScriptedServer();
    const stand = await setUpPhone(
      {
        'POST /functions/certification': ({ body }: Request) => {
          const server = serverNow();
          server.calls.push(body as FunctionCall);
          return { ok: true, data: server.answer(body as FunctionCall) };
        },
        'POST /functions/account': () => ({ ok: true, data: { signedIn: false } }),
        'PUT /files/*': (request: Request) => serverNow().keep(request),
      },
      copy,
    );
    page = new FacePage(stand, await CameraTime.of((await stand.open()).page));
    return page;
  }

  get phone(): TestPhone {
    if (!this.opened) throw new Error('the page has not been entered');
    return this.opened;
  }

  /** Before each test. */
  renewServer(): void {
    this.server = new ScriptedServer();
  }

  close(): Promise<void> {
    return this.stand.close();
  }

  /** The mini-program, at its first page. @param camera a picture by its name; without one the machine's own camera */
  async openApp(camera?: string, more = ''): Promise<void> {
    this.opened = await this.stand.open(`?bare=1${camera === undefined ? '' : `&camera=app/${camera}`}${more}`);
  }

  begin(): Promise<void> {
    return this.phone.page.evaluate(() => (globalThis as unknown as { beginFace(): Promise<void> }).beginFace());
  }

  /** Opens the page before a film or a picture. */
  async enter(camera: string, more?: string): Promise<void> {
    await this.openApp(camera, more);
    await this.begin();
  }

  async enterAllowed(camera: string, more?: string): Promise<void> {
    await this.enter(camera, more);
    await this.decide('允许');
  }

  press(name: string): Promise<void> {
    return this.phone.sheet.getByRole('button', { name, exact: true }).tap();
  }

  /** In the dialog that lies over the page. */
  decide(name: string): Promise<void> {
    return this.phone.page.getByRole('dialog').getByText(name, { exact: true }).tap();
  }

  reads(words: string | RegExp): Promise<void> {
    return this.time.until(() => this.phone.sheet.getByText(words).isVisible(), String(words));
  }

  isGone(words: string): Promise<void> {
    return this.phone.sheet.getByText(words).waitFor({ state: 'hidden' });
  }

  async leadsTo(wanted: string): Promise<void> {
    await this.phone.page.waitForFunction(
      (page) =>
        (globalThis as unknown as { getCurrentPages(): { route: string }[] })
          .getCurrentPages()
          .some(({ route }) => route === page),
      wanted,
    );
  }
}
