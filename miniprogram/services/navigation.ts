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
  | 'privacy';

export type TabName = Extract<PageName, 'home' | 'account'>;

type Query = Readonly<Record<string, string>>;

/** WeChat's limit on pages that lie on one another. */
const DEEPEST = 10;

const routeOf = (page: PageName) => `pages/${page}/index`;

const urlOf = (page: PageName, query: Query = {}) => {
  const pairs = Object.keys(query).map((key) => `${key}=${encodeURIComponent(query[key] ?? '')}`);
  return `/${routeOf(page)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
};

/** One further; the phone's own "back" returns. At WeChat's limit the page takes the place of the one on top. */
export const openPage = (page: PageName, query?: Query) => {
  const url = urlOf(page, query);
  return getCurrentPages().length < DEEPEST ? wx.navigateTo({ url }) : wx.redirectTo({ url });
};

/** In the place of this page: "back" does not return to it. */
export const replacePage = (page: PageName, query?: Query) => wx.redirectTo({ url: urlOf(page, query) });

/** Leaves everything behind, so that "back" can't return into something that is done. */
export const restartAt = (page: PageName, query?: Query) => wx.reLaunch({ url: urlOf(page, query) });

export const openTab = (page: TabName) => wx.switchTab({ url: urlOf(page) });

/** Back to the step of a task that lies under this page, or to it in place of this page where it doesn't. */
export const returnToStep = (page: PageName, step: string, query?: Query) => {
  const pages = getCurrentPages();
  const isStep = (opened: (typeof pages)[number]) => opened.route === routeOf(page) && opened.options['step'] === step;
  const delta = [...pages].reverse().findIndex(isStep);
  return delta > 0 ? wx.navigateBack({ delta }) : replacePage(page, { ...query, step });
};

export const goBack = () => (getCurrentPages().length > 1 ? wx.navigateBack() : openTab('home'));

/** Where a page changes into a question, the question is to be seen. */
export const scrollToTop = () => {
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
};
