import type { FaceAction, Still } from '../../miniprogram/shared/contract/identity';
import { MOST_STILLS, STILL_BYTES, STILL_SIDE } from '../../miniprogram/shared/contract/identity';
import type { Scene } from '../../simulator/actor/script';
import { describeInBrowser } from '../support/browser';
import { CHALLENGE, FacePage } from '../support/face-page';
import { cameraFilm } from '../support/faces/camera-film';
import { fromJpeg } from '../support/faces/picture';

/** Everything that may be asked for, in the order of the tests, once round in less than an action's 20 seconds. */
const ROUND: readonly Scene[] = (['blink', 'turn-left', 'open-mouth', 'turn-right'] as const).flatMap(
  (act): Scene[] => [
    { act: 'neutral', seconds: 1.8 },
    { act, seconds: 1.8 },
  ],
);
/** A look for faces takes a busy machine half a second. */
const WALK = 120_000;
const MAKING_FILM = 180_000;

describeInBrowser('the camera page, to the decision', () => {
  let page: FacePage;

  beforeAll(async () => {
    page = await FacePage.setUp({ 'moving.mjpeg': cameraFilm('hopper', ROUND) });
  }, MAKING_FILM);
  afterAll(() => page.close());
  beforeEach(() => page.renewServer());

  /** Until the server has been asked for its decision. @returns what was sent */
  const throughCamera = async (more?: string): Promise<Still[]> => {
    let isFinished = false;
    page.server.onFinish = () => (isFinished = true);
    await page.enterAllowed('moving.mjpeg', more);
    await page.time.until(() => isFinished, 'the question for the decision');
    return page.server.callsOf('finishCertification')[0]?.stills ?? [];
  };

  const looksRight = (stills: Still[]) => {
    expect(stills.length).toBeGreaterThanOrEqual(6);
    expect(stills.length).toBeLessThanOrEqual(MOST_STILLS);
    const labels = stills.map(({ shows }) => shows);
    expect(labels.filter((shows, place) => shows !== labels[place - 1])).toEqual([
      'neutral',
      page.server.asked[0],
      'neutral',
      page.server.asked[1],
      'neutral',
    ]);
    const times = stills.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const { fileId } of stills) {
      const bytes = page.server.files.get(fileId.replace('cloud://local.files/', '')) ?? Buffer.alloc(0);
      const { width, height } = fromJpeg(bytes);
      expect(bytes.length).toBeLessThanOrEqual(STILL_BYTES);
      expect(Math.max(width, height)).toBeLessThanOrEqual(STILL_SIDE);
      expect(fileId).toContain(`stills/${CHALLENGE}/`);
    }
  };

  test.each<[FaceAction, FaceAction]>([
    ['blink', 'turn-left'],
    ['turn-left', 'open-mouth'],
    ['open-mouth', 'turn-right'],
    ['turn-right', 'blink'],
  ])(
    '%s, then %s: from opening the page to the decision without a touch',
    async (...actions) => {
      page.server.asked = actions;
      looksRight(await throughCamera());
      await page.leadsTo('certification/face-result/index');
      expect(await page.phone.faults()).toEqual([]);
    },
    WALK,
  );

  test(
    'a phone that cannot find faces is guided by time, and sends as much',
    async () => {
      looksRight(await throughCamera('&novk=1'));
    },
    WALK,
  );

  test(
    'a network that is lost while the stills go up, and comes back: nothing is to be pressed, and no second face',
    async () => {
      let lost: Promise<void> | undefined;
      page.server.onStill = () => (lost ??= page.phone.context.setOffline(true));
      await page.enterAllowed('moving.mjpeg');
      await page.reads('手机没有连上网');
      expect(page.server.callsOf('finishCertification')).toEqual([]);
      const finished = new Promise<void>((resolve) => (page.server.onFinish = resolve));
      await page.phone.context.setOffline(false);
      await finished;
      expect(page.server.callsOf('startCertification').length).toBe(1);
      looksRight(page.server.callsOf('finishCertification')[0]?.stills ?? []);
    },
    WALK,
  );
});
