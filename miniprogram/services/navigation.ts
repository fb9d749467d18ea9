/** Pages in a package of their own (`subPackages` in app.json), so that the first opening stays quick. */
const packageOf = {
  certify: 'certification',
  consent: 'certification',
  face: 'certification',
  'face-result': 'certification',
  'real-name': 'certification',
  receipt: 'certification',
  'verify-receipt': 'certification',
  records: 'certification',
  contacts: 'family',
  'add-contact': 'family',
  invite: 'family',
  invitation: 'family',
  'ask-for-help': 'family',
  'help-requests': 'family',
} as const;

const isInPackage = (page: PageName): page is keyof typeof packageOf => page in packageOf;

/** Every page by its task. Steps and ways go along as a query; nothing about a person does (rule H2). */
export type PageName =
  | 'home'
  | 'account'
  | 'sign-in'
  | 'register'
  | 'reset-password'
  | 'bind-phone'
  | 'change-password'
  | 'close-account'
  | 'text-size'
  | 'privacy'
  | 'update-wechat'
  | keyof typeof packageOf;

export type TabName = Extract<PageName, 'home' | 'account'>;

type Query = Readonly<Record<string, string>>;

/** WeChat's limit on pages that lie on one another. */
const DEEPEST = 10;

const routeOf = (page: PageName) => `${isInPackage(page) ? packageOf[page] : 'pages'}/${page}/index`;

/** Where a page is found, for a card that is sent to somebody. */
export const addressOf = (page: PageName, query: Query = {}) => {
  const pairs = Object.keys(query).map((key) => `${key}=${encodeURIComponent(query[key] ?? '')}`);
  return `/${routeOf(page)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
};

/** One further; the phone's own "back" returns. At WeChat's limit the page takes the place of the one on top. */
export const openPage = (page: PageName, query?: Query) => {
  const url = addressOf(page, query);
  return getCurrentPages().length < DEEPEST ? wx.navigateTo({ url }) : wx.redirectTo({ url });
};

/** In the place of this page: "back" does not return to it. */
export const replacePage = (page: PageName, query?: Query) => wx.redirectTo({ url: addressOf(page, query) });

/** Leaves everything behind, so that "back" can't return into something that is done. */
export const restartAt = (page: PageName, query?: Query) => wx.reLaunch({ url: addressOf(page, query) });

export const openTab = (page: TabName) => wx.switchTab({ url: addressOf(page) });

/** Back to the step of a task that lies under this page, or to it in place of this page where it doesn't. */
export const returnToStep = (page: PageName, step: string, query?: Query) => {
  const pages = getCurrentPages();
  const isStep = (opened: (typeof pages)[number]) => opened.route === routeOf(page) && opened.options['step'] === step;
  const delta = [...pages].reverse().findIndex(isStep);
  return delta > 0 ? wx.navigateBack({ delta }) : replacePage(page, { ...query, step });
};

/** Back to a page that lies under this one, whatever lies between, or to it in place of this page where it doesn't. */
export const returnTo = (page: PageName, query?: Query) => {
  const delta = [...getCurrentPages()].reverse().findIndex(({ route }) => route === routeOf(page));
  return delta > 0 ? wx.navigateBack({ delta }) : replacePage(page, query);
};

/** Back to a page that lies directly under this one, or to it in place of this page where it doesn't. */
export const continueAt = (page: PageName, query?: Query) => {
  const below = getCurrentPages().slice(-2, -1)[0];
  return below?.route === routeOf(page) ? wx.navigateBack() : replacePage(page, query);
};

export const goBack = () => (getCurrentPages().length > 1 ? wx.navigateBack() : openTab('home'));

/** Where a page changes into a question, the question is to be seen. */
export const scrollToTop = () => {
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
};

/** What WeChat asks before the person leaves this page by "back"; nothing any more where `question` is undefined. */
export const askBeforeLeaving = (question: string | undefined) => {
  if (question === undefined) wx.disableAlertBeforeUnload();
  else wx.enableAlertBeforeUnload({ message: question });
};
