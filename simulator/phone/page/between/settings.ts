/**
 * What the desk decides about a phone: who holds it, how large its text is, whether it has a network. It lives in the
 * tab's session storage, which the desk and the phone in its frame share and another tab does not.
 */
export interface Settings extends Strictness {
  openid: string;
  /** The number that WeChat knows of this person; empty when unknown. */
  phone: string;
  /** As in `wx.getAppBaseInfo().fontSizeScaleFactor`. */
  fontScale: number;
  online: boolean;
  /** A file that stands in for the camera; undefined is the machine's own camera. */
  cameraFile?: CameraFile | undefined;
  /** What lies before the rear camera, where that is something else: an identity card on the table. */
  rearFile?: CameraFile | undefined;
}

/** How the person stands to the privacy guide: agreed, to be asked at the first use, or refusing each time. */
export const AGREEMENTS = ['agreed', 'unasked', 'declined'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** What may stand in a mini-program's way on a real phone; on the desk each can be switched on. */
export interface Strictness {
  agreement: Agreement;
  /** Kinds of private information that the operator has left out of the guide (`consent.ts`). */
  undeclared: string[];
  /** The phone's own settings close the camera to WeChat as a whole. */
  systemForbidsCamera: boolean;
  /** Whether the phone can find faces by itself (`wx.createVKSession`); many cannot. */
  visionKit: boolean;
  /** The version of WeChat's base library; what came later is missing. */
  baseLibrary: string;
  /** Interfaces that this WeChat lacks whatever its version: `getAppBaseInfo`, `cloud.callFunction`. */
  missing: string[];
  /** Temporary files cannot be removed: WeChat clears them when it likes. */
  keepsTemporaryFiles: boolean;
  /** The switch at the side of an iPhone. */
  muted: boolean;
}

/** The version of the base library that the simulator follows. */
export const BASE_LIBRARY = '3.8.0';

const LENIENT: Readonly<Strictness> = {
  agreement: 'agreed',
  undeclared: [],
  systemForbidsCamera: false,
  visionKit: true,
  baseLibrary: BASE_LIBRARY,
  missing: [],
  keepsTemporaryFiles: false,
  muted: false,
};

/** Begins the address of a face that moves, in place of a file: `actor:young`, `actor:elderly`. */
export const ACTOR = 'actor:';

export interface CameraFile {
  /** An address that the phone can fetch; the desk's own choice is a `blob:` of the desk. */
  url: string;
  name: string;
}

/** One of the people of `GET /people`. */
export interface Person {
  id: string;
  label: string;
  openid: string;
  phone: string;
  name: string;
  /** 18 characters */
  idNumber: string;
  note: string;
}

const KEY = 'simulator-settings';
const NOT_FOUND = 404;

const stranger = (): Settings => ({
  openid: `o-guest-${Math.random().toString(36).slice(2, 10)}`,
  phone: '',
  fontScale: 1,
  online: true,
  ...LENIENT,
});

export const readSettings = (): Settings => {
  const stored = sessionStorage.getItem(KEY);
  if (stored) return { ...LENIENT, ...(JSON.parse(stored) as Omit<Settings, keyof Strictness>) };
  const settings = stranger();
  sessionStorage.setItem(KEY, JSON.stringify(settings));
  return settings;
};

export const changeSettings = (change: Partial<Settings>): Settings => {
  const settings = { ...readSettings(), ...change };
  sessionStorage.setItem(KEY, JSON.stringify(settings));
  return settings;
};

/** The people to choose from; none when the page is served without the local cloud. */
export const fetchPeople = async (): Promise<Person[]> => {
  const response = await fetch('people');
  if (response.status === NOT_FOUND) return [];
  if (!response.ok) throw new Error(`GET /people: ${response.status}`);
  return (await response.json()) as Person[];
};

const listOf = (text: string): string[] => text.split(',').filter(Boolean);

const agreementOf = (text: string): Agreement => {
  const found = AGREEMENTS.find((agreement) => agreement === text);
  if (!found) throw new Error(`?privacy= is one of ${AGREEMENTS.join(', ')}`);
  return found;
};

interface Switch {
  /** For the page about the simulator. */
  means: string;
  change: (text: string) => Partial<Settings>;
}

/** What an address may switch on, by its parameter. */
export const SWITCHES: Readonly<Record<string, Switch>> = {
  novk: { means: 'it cannot find faces by itself (VisionKit)', change: (text) => ({ visionKit: text === '0' }) },
  privacy: {
    means: 'how the person stands to the privacy guide: agreed, unasked, declined',
    change: (text) => ({ agreement: agreementOf(text) }),
  },
  undeclared: {
    means: 'kinds of information that the privacy guide leaves out, with commas between',
    change: (text) => ({ undeclared: listOf(text) }),
  },
  nocamera: {
    means: 'the system closes the camera to WeChat',
    change: (text) => ({ systemForbidsCamera: text !== '0' }),
  },
  library: { means: "the version of WeChat's base library", change: (text) => ({ baseLibrary: text }) },
  missing: {
    means: 'interfaces that this WeChat lacks, with commas between',
    change: (text) => ({ missing: listOf(text) }),
  },
  keepfiles: {
    means: 'temporary files cannot be removed',
    change: (text) => ({ keepsTemporaryFiles: text !== '0' }),
  },
  muted: { means: 'the mute switch is on', change: (text) => ({ muted: text !== '0' }) },
};

/**
 * Takes over what the address says: `?openid=`, `?as=<id of a person>`, `?scale=`. `?new` starts as somebody unknown.
 * `?camera=<address>` puts a picture or a film in place of the camera, `?rear=<address>` another one before the rear
 * camera only; `SWITCHES` makes it a phone on which something stands in the way.
 * @throws when there is no person of that id
 */
export const settleIdentity = async (params: URLSearchParams): Promise<Settings> => {
  if (params.has('new')) sessionStorage.removeItem(KEY);
  const scale = Number(params.get('scale'));
  if (scale) changeSettings({ fontScale: scale });
  for (const [name, field] of [
    ['camera', 'cameraFile'],
    ['rear', 'rearFile'],
  ] as const) {
    const url = params.get(name);
    if (url !== null) changeSettings({ [field]: url ? { url, name: url } : undefined });
  }
  for (const [name, { change }] of Object.entries(SWITCHES)) {
    const text = params.get(name);
    if (text !== null) changeSettings(change(text));
  }
  const openid = params.get('openid');
  if (openid) return changeSettings({ openid, phone: readSettings().openid === openid ? readSettings().phone : '' });
  const id = params.get('as');
  if (!id) return readSettings();
  const person = (await fetchPeople()).find((candidate) => candidate.id === id);
  if (!person) throw new Error(`there is no person "${id}" to hold the phone`);
  return changeSettings({ openid: person.openid, phone: person.phone });
};
