import type { Still } from '../../miniprogram/shared/contract/identity';
import { ASK_AGAIN_MS, faceCheck } from '../../miniprogram/stores/face-check';
import { session } from '../../miniprogram/stores/session';

interface Call {
  data: { action: string; input: Record<string, unknown> };
}

/** As WeChat calls back; without a listener for the progress nobody needs the task. */
interface Upload {
  cloudPath: string;
  success: (stored: { fileID: string }) => void;
  fail: (failure: { errMsg: string }) => void;
}

export const accepted = (data: unknown) => ({ result: { ok: true, data } });
export const refused = (code: string) => ({ result: { ok: false, code, message: '' } });
export const lost = () => Promise.reject(new Error('timeout'));

export const challenge = (challengeId: string) => ({
  challengeId,
  actions: ['blink', 'turn-left'],
  expiresAt: '2026-08-01T01:15:00.000Z',
  name: '王*英',
});
export const receipt = { number: '2026080112345678', name: '王*英', method: 'self', demonstration: true };
export const certified = accepted({ result: 'certified', reasons: [], receipt });

export const shots = (['neutral', 'neutral', 'blink', 'neutral', 'turn-left', 'neutral'] as const).map(
  (shows, place) => ({
    shows,
    at: 1_785_546_720_000 + place * 1000,
    filePath: `wxfile://tmp_${place + 1}.jpg`,
  }),
);

/** By action; an answer each time it is asked, the last one again and again. */
export const script: { answers: Record<string, (() => unknown)[]> } = { answers: {} };
export const callFunction = jest.fn(({ data: { action } }: Call) => {
  const [first, ...later] = script.answers[action] ?? [];
  if (!first) return Promise.reject(new Error(`nobody expected ${action}`));
  if (later.length > 0) script.answers[action] = later;
  return Promise.resolve(first());
});
export const uploadFile = jest.fn<void, [Upload]>();
export const unlink = jest.fn();
export const getNetworkType = jest.fn();

export const inputsOf = (action: string) =>
  callFunction.mock.calls.filter(([{ data }]) => data.action === action).map(([{ data }]) => data.input);
export const finishes = () => inputsOf('finishCertification') as unknown as { challengeId: string; stills: Still[] }[];
export const sentTo = (): string[] => uploadFile.mock.calls.map(([{ cloudPath }]) => cloudPath);

export const stored = ({ cloudPath, success }: Upload) => success({ fileID: `cloud://county.files/${cloudPath}` });
export const broken = ({ fail }: Upload) => fail({ errMsg: 'cloud.uploadFile:fail request:fail' });

/** Before each test: a cloud that lets the first face certify, and an errand. */
export const beginScripted = () => {
  jest.useFakeTimers();
  script.answers = { startCertification: [() => accepted(challenge('c1'))], finishCertification: [() => certified] };
  callFunction.mockClear();
  uploadFile.mockReset().mockImplementation(stored);
  unlink.mockReset();
  getNetworkType.mockReset().mockResolvedValue({ networkType: 'wifi' });
  Object.assign(globalThis, {
    wx: { cloud: { callFunction, uploadFile }, getNetworkType, getFileSystemManager: () => ({ unlink }) },
  });
  jest.spyOn(console, 'warn').mockImplementation();
  session.accept({ signedIn: false });
  faceCheck.begin({ purpose: 'certification', whom: { self: true } });
};

export const endScripted = () => {
  faceCheck.forget();
  jest.useRealTimers();
  jest.restoreAllMocks();
};

/** Runs what is going on to its end, however long it pauses. */
export const settled = async (work: Promise<unknown>) => {
  let isOver = false;
  void work.then(() => (isOver = true));
  while (!isOver) await jest.advanceTimersByTimeAsync(ASK_AGAIN_MS);
};

export const throughCamera = async () => {
  await faceCheck.start();
  await settled(faceCheck.submit(shots));
};
